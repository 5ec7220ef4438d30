import { type IntakeForm, type ListName, lists } from './intake-form.ts';

/** A cell or field that both changed to different things. `path` names it: `members.<id>.employment`. */
export type Dispute = {
  readonly path: string;
  readonly list: 'members' | ListName | RecordName | null;
  readonly key: string;
  /** The row or record it stands in, as it is merged; null for a field of the family. */
  readonly row: Row | null;
  readonly mine: unknown;
  readonly theirs: unknown;
};

/** Records of which a family has one at most. */
const records = ['relief', 'exit'] as const;
export type RecordName = (typeof records)[number];

type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

const fields = [
  'place',
  'residence',
  'weighsTekun',
  'hiresOthers',
  'highFeeEducation',
  'usesVehicles',
  'utilitiesMonthly',
  'extraConsumption',
  'hardshipClass',
  'bank',
  'holder',
  'account',
  'address',
  'reason',
] as const;

/**
 * Brings what was typed on an older form onto the one that stands now. What only one side changed is taken from
 * that side; what both changed differently keeps mine and is told. A row one side deleted and the other left
 * alone is gone; a row one side deleted and the other changed stays.
 */
export function mergeForm(
  base: IntakeForm,
  mine: IntakeForm,
  theirs: IntakeForm,
): { readonly form: IntakeForm; readonly disputes: readonly Dispute[] } {
  const disputes: Dispute[] = [];
  const scalars = Object.fromEntries(
    fields.map((key) => {
      const merged = mergeValue(base[key], mine[key], theirs[key]);
      if (merged.isDisputed) {
        const sides = { mine: mine[key], theirs: theirs[key] };
        disputes.push({ path: key, list: null, key, row: null, ...sides });
      }
      return [key, merged.value];
    }),
  );
  const rows = Object.fromEntries(
    (['members', ...lists] as const).map((list) => {
      const sides = [base, mine, theirs].map((form) => form[list] as unknown as readonly Row[]);
      const [before = [], own = [], other = []] = sides;
      const merged = mergeRows(before, own, other);
      disputes.push(...merged.disputes.map((each) => ({ ...each, list })));
      return [list, merged.rows];
    }),
  ) as unknown as Pick<IntakeForm, 'members' | ListName>;
  const parts = Object.fromEntries(
    records.map((list) => {
      const [before, own, other] = [base, mine, theirs].map((form) => ({ ...form[list], id: '' }));
      const merged = mergeRow(before as Row, own as Row, other as Row);
      disputes.push(...merged.disputes.map((each) => ({ ...each, path: each.key, list })));
      const { id: _, ...record } = merged.row;
      return [list, record];
    }),
  );
  const nothing = lists.filter(
    (name) =>
      rows[name].length === 0 &&
      mergeValue(hasNothing(base, name), hasNothing(mine, name), hasNothing(theirs, name)).value,
  );
  const disputesPlaced = disputes.map((each) =>
    each.list ? { ...each, path: `${each.list}.${each.path}` } : each,
  );
  return { form: { ...theirs, ...scalars, ...rows, ...parts, nothing }, disputes: disputesPlaced };
}

/** The form with the other side's value in a disputed place. */
export function takeTheirs(form: IntakeForm, { list, key, row, theirs }: Dispute): IntakeForm {
  if (list === null) return { ...form, [key]: theirs };
  if (list === 'relief' || list === 'exit') {
    return { ...form, [list]: { ...form[list], [key]: theirs } };
  }
  const rows = form[list] as unknown as readonly Row[];
  const changed = rows.map((each) => (each.id === row?.id ? { ...each, [key]: theirs } : each));
  return { ...form, [list]: changed };
}

type RowDispute = Omit<Dispute, 'list'>;

function mergeRows(base: readonly Row[], mine: readonly Row[], theirs: readonly Row[]) {
  const disputes: RowDispute[] = [];
  const rowIn = (rows: readonly Row[], id: string) => rows.find((each) => each.id === id);
  const kept = theirs.flatMap((other) => {
    const own = rowIn(mine, other.id);
    const before = rowIn(base, other.id);
    if (!own) return before && isSame(before, other) ? [] : [other];
    const merged = mergeRow(before ?? other, own, other);
    disputes.push(...merged.disputes);
    return [merged.row];
  });
  const added = mine.filter(
    (own) => !rowIn(theirs, own.id) && !isSame(rowIn(base, own.id) ?? null, own),
  );
  return { rows: [...kept, ...added], disputes };
}

function mergeRow(base: Row, mine: Row, theirs: Row) {
  const disputed: string[] = [];
  const entries = Object.keys(theirs).map((key) => {
    const merged = mergeValue(base[key], mine[key], theirs[key]);
    if (merged.isDisputed) disputed.push(key);
    return [key, merged.value];
  });
  const row = Object.fromEntries(entries) as Row;
  const disputes = disputed.map((key) => {
    return { path: `${row.id}.${key}`, key, row, mine: mine[key], theirs: theirs[key] };
  });
  return { row, disputes };
}

function mergeValue<T>(base: T, mine: T, theirs: T): { value: T; isDisputed: boolean } {
  if (isSame(mine, base)) return { value: theirs, isDisputed: false };
  return { value: mine, isDisputed: !isSame(theirs, base) && !isSame(mine, theirs) };
}

function hasNothing({ nothing }: IntakeForm, name: ListName): boolean {
  return nothing.includes(name);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
