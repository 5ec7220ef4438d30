import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type DestructionRefusal =
  | 'destruction-exists'
  | 'destruction-not-open'
  | 'destruction-not-approved'
  | 'approved-by-proposer'
  | 'carried-out-by-approver'
  | 'list-empty'
  | 'file-not-on-list'
  | 'file-still-kept'
  | 'file-still-lent'
  | 'file-listed';

/** Every "no" about destroying files, with its sentence and article. */
export const destructionRefusals: { readonly [Code in DestructionRefusal]: Refusal<Code> } = {
  'destruction-exists': {
    code: 'destruction-exists',
    message: '这份销毁清册已经提出，请刷新页面查看。',
    citation: cite('DA-05'),
  },
  'destruction-not-open': {
    code: 'destruction-not-open',
    message: '这份销毁清册不在待批准状态，请刷新页面查看。',
    citation: cite('DA-05'),
  },
  'destruction-not-approved': {
    code: 'destruction-not-approved',
    message: '这份销毁清册没有批准，或者已经销毁，不能执行销毁。',
    citation: cite('DA-05'),
  },
  'approved-by-proposer': {
    code: 'approved-by-proposer',
    message: '提出销毁清册的人不能自己批准，请由分管领导另一人审批。',
    citation: cite('DA-05'),
  },
  'carried-out-by-approver': {
    code: 'carried-out-by-approver',
    message: '批准销毁的人不能自己执行，请由保管人员执行。',
    citation: cite('DA-05'),
  },
  'list-empty': {
    code: 'list-empty',
    message: '清册里的案卷都已改为继续保管，没有可以销毁的，请不批准。',
    citation: cite('DA-05'),
  },
  'file-not-on-list': {
    code: 'file-not-on-list',
    message: '这份案卷不在清册里，请刷新页面查看。',
    citation: cite('DA-05'),
  },
  'file-still-kept': {
    code: 'file-still-kept',
    message: '保管期限还没有满，不能销毁。',
    citation: cite('DA-02'),
  },
  'file-still-lent': {
    code: 'file-still-lent',
    message: '案卷借出还没有归还，不能销毁。',
    citation: cite('DA-06'),
  },
  'file-listed': {
    code: 'file-listed',
    message: '案卷已经列在另一份销毁清册里。',
    citation: cite('DA-05'),
  },
};
