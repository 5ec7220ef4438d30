import type { ValueOf } from '../../../kernel/contract.ts';
import { formatDate, localDate } from '../../../kernel/local-date.ts';
import type {
  archivedFile,
  archiveList,
  destructionView,
  fileUseList,
} from '../../../modules/archive/contract.ts';
import { SCHEME_SHORT } from '../../../rules/scheme.ts';

export type ArchivedLine = ValueOf<(typeof archiveList)['answer']>['files'][number];
export type FileOpened = ValueOf<(typeof archivedFile)['answer']>;
export type UseLine = ValueOf<(typeof fileUseList)['answer']>['uses'][number];
export type DestructionShown = ValueOf<(typeof destructionView)['answer']>;

export const filePath = (caseId: string) => `/archive/${caseId}`;
export const destructionPath = (destructionId: string) => `/destructions/${destructionId}`;

export function dayWords(on: string | null): string {
  return on ? formatDate(localDate(on)) : '—';
}

export function schemeTitle(scheme: string): string {
  return (SCHEME_SHORT as Readonly<Record<string, string | undefined>>)[scheme] ?? scheme;
}

/** Until when a file must be kept, in words. */
export function keptWords({ startsOn, endsOn, isOver }: ArchivedLine['retention']): string {
  if (!startsOn || !endsOn) return '救助期间，尚未起算';
  return isOver ? `已于 ${dayWords(endsOn)}期满` : `保管至 ${dayWords(endsOn)}`;
}

/** A use of a file in one line: how, and where it stands. */
export function standingOfUse({ way, dueOn, returnedOn, isOverdue, fetched }: UseLine): string {
  if (way === 'packet') return fetched > 0 ? `下载 ${fetched} 次` : '未下载';
  if (way === 'consult') return '—';
  if (returnedOn) return `${dayWords(returnedOn)}归还`;
  return isOverdue ? `逾期未还，应于 ${dayWords(dueOn)}归还` : `借出，${dayWords(dueOn)}前归还`;
}
