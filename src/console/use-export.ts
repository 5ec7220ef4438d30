import { access } from '../modules/ledger/access.ts';
import { searchPart } from '../ui/use-answer.ts';
import { useSession } from './session.ts';

/**
 * The address of a list as a workbook, for `DataList`, filtered as on the screen; nothing for who may not take lists
 * out. `ledger` is the list's name in `modules/ledger/ledger-route.ts`.
 */
export function useExport(ledger: string, search?: unknown): { readonly exportUrl?: string } {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const roles: readonly string[] = access.LedgerSheet.roles;
  return roles.includes(role)
    ? { exportUrl: `/api/ledgers/${ledger}/sheet${searchPart(search)}` }
    : {};
}
