import type { ValueOf } from '../../../kernel/contract.ts';
import type { policyList, policyView } from '../../../modules/policy/contract.ts';

export type PolicyShown = ValueOf<(typeof policyView)['answer']>;
export type PolicyActsProps = {
  readonly policy: PolicyShown;
  readonly role: string;
  readonly onDone: () => void;
};
export type PolicySummary = ValueOf<(typeof policyList)['answer']>['policies'][number];

export const newPolicyPath: string = '/policies/new';
export const policyPath = (policyId: string): string => `/policies/${policyId}`;
export const editPolicyPath = (policyId: string): string => `/policies/${policyId}/edit`;
