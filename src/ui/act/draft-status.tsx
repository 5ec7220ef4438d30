import { formatInstant, instant } from '../../kernel/clock.ts';
import type { DraftState } from '../draft.ts';

type DraftStatusProps = { readonly draft: Pick<DraftState<unknown>, 'status' | 'savedAt'> };

/** 草稿已存 10:32 – or honestly what is not saved yet. */
export function DraftStatus({ draft }: DraftStatusProps) {
  return (
    <span className="ym-draft" role="status" data-state={draft.status}>
      {draftWords(draft)}
    </span>
  );
}

export function draftWords({ status, savedAt }: DraftStatusProps['draft']): string {
  const at = savedAt === null ? '' : ` ${formatInstant(instant(savedAt)).slice(11)}`;
  switch (status) {
    case 'reading':
      return '正在取回草稿…';
    case 'untouched':
      return '填写时自动存草稿';
    case 'saving':
      return savedAt === null ? '正在存草稿…' : `正在存草稿…（上次${at}）`;
    case 'saved':
      return `草稿已存${at}`;
    case 'unsaved':
      return '草稿没有存上：网络不通。请先不要关闭页面，网络恢复后会自动补存';
  }
}
