import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';
import { destructionRefusals } from './destruction-refusal.ts';

export type ArchiveRefusal =
  | 'nothing-to-archive'
  | 'archive-incomplete'
  | 'already-archived'
  | 'file-not-archived'
  | 'file-lent'
  | 'file-not-lent'
  | 'due-before-today'
  | 'use-exists'
  | 'consult-first'
  | 'material-from-future'
  | 'packet-too-early'
  | 'packet-under-way';

/** Every "no" about a file that is kept, with its sentence and article. */
export const fileRefusals: { readonly [Code in ArchiveRefusal]: Refusal<Code> } = {
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
  'file-not-archived': {
    code: 'file-not-archived',
    message: '本办件还没有归档，归档后才能办理查阅、借阅。',
    citation: cite('DA-06'),
  },
  'file-lent': {
    code: 'file-lent',
    message: '本户案卷已经借出，归还后才能再借。',
    citation: cite('DA-06'),
  },
  'file-not-lent': {
    code: 'file-not-lent',
    message: '这次利用不是借阅，或者案卷已经归还。',
    citation: cite('DA-06'),
  },
  'due-before-today': {
    code: 'due-before-today',
    message: '归还日期不能早于今天，请重新填写。',
    citation: cite('DA-06'),
  },
  'use-exists': {
    code: 'use-exists',
    message: '这次利用已经登记，请刷新页面查看。',
    citation: cite('DA-06'),
  },
  'consult-first': {
    code: 'consult-first',
    message: '查阅已经归档的案卷，请先写明理由登记查阅。',
    citation: cite('DA-06'),
  },
  'material-from-future': {
    code: 'material-from-future',
    message: '材料的日期不能晚于今天，请核对。',
    citation: cite('DA-08'),
  },
  'packet-too-early': {
    code: 'packet-too-early',
    message: '本办件还没有受理，没有可以制作证据包的办理记录。',
    citation: cite('DA-05'),
  },
  'packet-under-way': {
    code: 'packet-under-way',
    message: '您为本办件申请的证据包正在制作，请等它完成。',
    citation: cite('DA-05'),
  },
};

/** Every "no" of the archive. */
export const refusals = { ...fileRefusals, ...destructionRefusals };
