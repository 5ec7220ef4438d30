import type { ValueOf } from '../../../kernel/contract.ts';
import type { recoveryList } from '../../../modules/funds/recovery-contract.ts';

type Listed = ValueOf<(typeof recoveryList)['answer']>;
export type RecoveryDue = Listed['due'][number];
export type Recovery = Listed['recoveries'][number];
