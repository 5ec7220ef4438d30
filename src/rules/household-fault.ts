import { factNames, factTitle, type HouseholdFacts, householdFactsSchema } from './facts.ts';
import { asFile, shapeFaults } from './issue-text.ts';

/** What is wrong with a household as somebody wrote it: where, and a sentence that says what to do. */
export type HouseholdFault = {
  readonly path: readonly PropertyKey[];
  readonly isName?: true;
  readonly message: string;
};

export type HouseholdRead =
  | { readonly ok: true; readonly facts: HouseholdFacts }
  | { readonly ok: false; readonly faults: readonly HouseholdFault[] };

/** The level of the records in each list of a household. */
const LEVEL_OF_LIST: Readonly<Record<string, string>> = {
  members: 'member',
  incomes: 'income',
  transfersPaid: 'transfer',
  assets: 'asset',
  supporters: 'supporter',
  spendings: 'spending',
  pastReliefs: 'pastRelief',
  relief: 'relief',
  exit: 'exit',
};

/** Reads a household; all faults at once, of single fields and of the whole that contradicts itself. */
export function readHousehold(json: unknown): HouseholdRead {
  const read = householdFactsSchema.safeParse(json, asFile);
  if (read.success) return { ok: true, facts: read.data };
  const faults = shapeFaults(read.error.issues, json, (path) => factNames(levelAt(path)));
  return {
    ok: false,
    faults: faults.map(({ path, isName, message }) => ({
      path,
      ...(isName ? { isName } : {}),
      message: isName
        ? `${placeText(path.slice(0, -1))}：${message}`
        : `${placeText(path)}：${message}`,
    })),
  };
}

function levelAt(path: readonly PropertyKey[]): string {
  return LEVEL_OF_LIST[String(path[0])] ?? 'household';
}

/** `家庭成员第2条“出生日期”`, as an official finds it in the form. */
function placeText(path: readonly PropertyKey[]): string {
  const [list, ...rest] = path;
  if (list === undefined) return '整个家庭';
  const title = titleOf('household', list);
  const index = typeof rest[0] === 'number' ? rest[0] : null;
  const field = index === null ? rest[0] : rest[1];
  const row = index === null ? title : `${title}第 ${index + 1} 条`;
  return field === undefined ? row : `${row}“${titleOf(levelAt(path), field)}”`;
}

function titleOf(level: string, name: PropertyKey): string {
  return factNames(level).includes(String(name)) ? factTitle(level, String(name)) : String(name);
}
