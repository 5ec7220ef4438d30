import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button } from 'antd';
import { Page, Panel } from '../ui/page.tsx';

/**
 * Shown instead of a screen that broke. What was typed is in the draft; the fault is told without
 * its entrails.
 */
export function ScreenFault({ error, reset }: ErrorComponentProps) {
  return (
    <Page title="这个页面出错了">
      <Panel>
        <p>填写的内容已随填随存，不会丢。请先重试；仍不行，请把下面这句话告诉系统管理员。</p>
        <p className="ym-quiet">{faultWords(error)}</p>
        <div className="ym-row">
          <Button type="primary" onClick={reset}>
            重试
          </Button>
          <Button onClick={() => window.location.reload()}>刷新页面</Button>
          <a href="/">回到首页</a>
        </div>
      </Panel>
    </Page>
  );
}

/** An Error's message, or the sentence of a Problem that a loader threw. */
function faultWords(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '没有更多说明';
  if ('detail' in error && typeof error.detail === 'string') return error.detail;
  return 'message' in error && typeof error.message === 'string' ? error.message : '没有更多说明';
}
