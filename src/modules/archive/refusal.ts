import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type ArchiveRefusal = 'nothing-to-archive' | 'archive-incomplete' | 'already-archived';

/** Every "no" of the archive, with its sentence and article. */
export const refusals: { readonly [Code in ArchiveRefusal]: Refusal<Code> } = {
  'nothing-to-archive': {
    code: 'nothing-to-archive',
    message: '本办件尚未作出决定，作出决定并送达后再归档。',
    citation: cite('DA-08'),
  },
  'archive-incomplete': {
    code: 'archive-incomplete',
    message: '档案材料不齐，请先补齐。',
    citation: cite('DA-08'),
  },
  'already-archived': {
    code: 'already-archived',
    message: '本办件已经归档，档案目录不能更改。',
    citation: cite('DA-06'),
  },
};
