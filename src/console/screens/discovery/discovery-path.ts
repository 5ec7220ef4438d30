import type { ValueOf } from '../../../kernel/contract.ts';
import type { discoveryView } from '../../../modules/discovery/contract.ts';

export type DiscoveryShown = ValueOf<(typeof discoveryView)['answer']>;

export const discoveryPath = (discoveryId: string) => `/discoveries/${discoveryId}`;
export const newDiscoveryPath: string = '/discoveries/new';
