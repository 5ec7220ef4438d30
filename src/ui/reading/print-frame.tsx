import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { largeOf } from './paper-link.tsx';

type PrintFrameProps = {
  /** Address of the paper (PDF) on this server. */
  readonly url: string;
  readonly title: string;
  /** Families may have the same paper in large type. */
  readonly hasLarge?: boolean;
};

/** The paper itself on the page. Ctrl+P prints the paper, not the page. */
export function PrintFrame({ url, title, hasLarge = false }: PrintFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const print = () => {
    const paper = frame.current?.contentWindow;
    paper?.focus();
    paper?.print();
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      frame.current?.contentWindow?.print();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <section className="ym-paper" aria-label={title}>
      <div className="ym-row">
        <Button onClick={print}>打印</Button>
        <a href={url} target="_blank" rel="noreferrer">
          在新窗口打开
        </a>
        {hasLarge && (
          <a href={largeOf(url)} target="_blank" rel="noreferrer">
            大字版
          </a>
        )}
        <a href={url} download>
          保存
        </a>
        <span className="ym-quiet">Ctrl+P 打印这份文书</span>
      </div>
      <iframe ref={frame} src={url} title={title} />
    </section>
  );
}
