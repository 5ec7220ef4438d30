import { type Fen, fen } from '../../kernel/fen.ts';
import { type LocalDate, type Month, monthAfter, monthOf } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import { GIVES, SCHEME_SHORT } from '../../rules/scheme.ts';
import type { CodeValue } from './code-table.ts';
import { ledgerColumns, type Mapping } from './ledger-column.ts';
import type { LedgerHead, LedgerPerson, ReadRow, RowFault, UnknownCode } from './read-row.ts';

export type LedgerAccount = {
  readonly bank: string;
  readonly holder: string;
  readonly number: string;
};

/** A household of the ledger with everything the register needs. */
export type LedgerHousehold = {
  readonly key: string;
  readonly rows: readonly number[];
  readonly scheme: CodeValue<'scheme'>;
  readonly village: PlaceCode;
  readonly document: string;
  readonly decidedOn: LocalDate;
  readonly from: Month;
  readonly amount: Fen;
  readonly lastCheckedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly residence: CodeValue<'residence'> | null;
  readonly account: LedgerAccount | null;
  readonly assets: Fen | null;
  readonly support: Fen | null;
  /** The head first. */
  readonly people: readonly [LedgerPerson, ...LedgerPerson[]];
};

/** Rows that stand or fall together: one household, or one row nobody can place. */
export type Grouped = {
  readonly key: string;
  readonly rows: readonly number[];
  readonly headName: string;
  /** null when any row of it has a fault. */
  readonly household: LedgerHousehold | null;
  readonly faults: readonly RowFault[];
  /** What somebody should look at; it keeps nothing out. */
  readonly notes: readonly string[];
  readonly unknown: readonly UnknownCode[];
};

const MOST_PEOPLE = 30;

/**
 * The rows as households, in the order of the file. A household with a fault in any row is out as a whole: half a
 * family in the register would be a wrong decision about all of it.
 */
export function groupRows(
  rows: readonly ReadRow[],
  { mapping, asOf }: { readonly mapping: Mapping; readonly asOf: LocalDate },
): readonly Grouped[] {
  const twice = rowsOfTwice(rows);
  const accounts = householdsOfAccounts(rows);
  let alone = 0;
  const groups = Map.groupBy(rows, ({ household }) => household || `?${(alone += 1)}`);
  return [...groups.values()].map((own) => grouped(own, { mapping, asOf, twice, accounts }));
}

type Wide = {
  readonly mapping: Mapping;
  /** The day the ledger tells of. */
  readonly asOf: LocalDate;
  /** Rows of each ID number that stands in more than one. */
  readonly twice: ReadonlyMap<string, readonly number[]>;
  /** Households of each account. */
  readonly accounts: ReadonlyMap<string, ReadonlySet<string>>;
};

function grouped(own: readonly ReadRow[], wide: Wide): Grouped {
  const first = own[0]?.row ?? 0;
  const key = own[0]?.household ?? '';
  const people = own.flatMap(({ person }) => person ?? []);
  const title = (column: keyof typeof ledgerColumns) =>
    wide.mapping[column] ?? ledgerColumns[column].title;
  const faults = [...own.flatMap((each) => each.faults), ...twiceFaults(own, wide)];
  const tell = (row: number, column: string, message: string) =>
    void faults.push({ row, column, message });
  const head = headOf(own, (column, message) => tell(first, title(column), message));
  // What only whole rows show is asked once the rows themselves can be read.
  const household =
    key !== '' && faults.length === 0
      ? householdOf({ key, own, people, head, asOf: wide.asOf }, (column, message, row = first) =>
          tell(row, column === '' ? '' : title(column), message),
        )
      : null;
  const self = own.find(({ isHead }) => isHead) ?? own[0];
  return {
    key,
    rows: own.map(({ row }) => row),
    headName: self?.name ?? '',
    household: faults.length === 0 ? household : null,
    faults,
    notes: household && faults.length === 0 ? notesOf(household, wide) : [],
    unknown: own.flatMap(({ unknown }) => unknown),
  };
}

type Column = keyof typeof ledgerColumns;

/** What the rows say of the household, taken together; two rows that say different things are a fault. */
function headOf(
  own: readonly ReadRow[],
  no: (column: Column, message: string) => void,
): LedgerHead {
  const told = (column: keyof LedgerHead) => {
    const said = [...new Set(own.flatMap(({ head }) => head[column] ?? []))];
    if (said.length > 1) no(column, '同一户的各行填写不一致，请核对后改成一样');
    return said[0] ?? null;
  };
  const keys = Object.keys(own[0]?.head ?? {}) as (keyof LedgerHead)[];
  return Object.fromEntries(keys.map((key) => [key, told(key)])) as LedgerHead;
}

type Draft = {
  readonly key: string;
  readonly own: readonly ReadRow[];
  readonly people: readonly LedgerPerson[];
  readonly head: LedgerHead;
  readonly asOf: LocalDate;
};
type No = (column: Column | '', message: string, row?: number) => void;

function householdOf({ key, own, people, head, asOf }: Draft, no: No): LedgerHousehold | null {
  const { scheme, village, document, decidedOn, from, lastCheckedOn } = head;
  if (scheme === null) no('scheme', '没有救助类别，请填写');
  if (village === null) no('village', '没有村（社区），请填写');
  if (document === null) no('document', '没有批准文号。没有原决定文书的不能列入名册，请查找原件');
  if (decidedOn === null) no('decidedOn', '没有批准日期，请按原决定文书填写');
  if (from === null) no('from', '没有起始年月，请填写');
  if (lastCheckedOn === null) no('lastCheckedOn', '没有最近核查日期，请填写；从未核查的填批准日期');
  const ordered = headFirst(people, no);
  if (!scheme || !village || !document || !decidedOn || !from || !lastCheckedOn || !ordered) {
    return null;
  }
  const amount = amountOf(scheme, head.amount, no);
  const account = accountOf(head, no);
  // What was decided in the ledger's last month is paid from the month after (DB-21).
  if (from > monthAfter(asOf)) {
    no('from', '起始年月在台账截至日以后（最晚为截至日的次月），请核对');
  }
  if (head.validUntil !== null && head.validUntil < decidedOn) {
    no('validUntil', '有效期早于批准日期，请核对');
  }
  if (scheme === 'tekun' && people.filter(({ covered }) => covered).length > 1) {
    no('scheme', '特困人员按人列册，一个户编号只能有一名特困人员。请给每人单独的户编号');
  }
  const { validUntil, residence, assets, support } = head;
  return {
    ...{ key, rows: own.map(({ row }) => row), scheme, village, document, decidedOn, from },
    ...{ amount, lastCheckedOn, validUntil, residence, account, assets, support },
    people: ordered,
  };
}

function headFirst(
  people: readonly LedgerPerson[],
  no: No,
): readonly [LedgerPerson, ...LedgerPerson[]] | null {
  const heads = people.filter(({ relation }) => relation === 'self');
  const [head, second] = heads;
  if (!head) no('relation', '这一户没有户主（本人），请指明一人');
  if (second) no('relation', '这一户有两名户主（本人），请核对户编号和关系', second.row);
  if (!people.some(({ covered }) => covered)) no('covered', '这一户没有一名保障对象，请核对');
  if (people.length > MOST_PEOPLE) no('household', `一户超过 ${MOST_PEOPLE} 人，请核对户编号`);
  return head && !second ? [head, ...people.filter((each) => each !== head)] : null;
}

function amountOf(scheme: CodeValue<'scheme'>, amount: Fen | null, no: No): Fen {
  if (GIVES[scheme] === 'monthly') {
    if (amount === null || amount === 0) no('amount', '没有月金额，请按原决定文书填写');
    return amount ?? fen(0);
  }
  if (amount !== null && amount > 0) {
    no('amount', `${SCHEME_SHORT[scheme]}是身份认定，不按月发钱。请核对救助类别或者金额`);
  }
  return fen(0);
}

function accountOf({ bank, holder, account }: LedgerHead, no: No): LedgerAccount | null {
  if (account === null) return null;
  if (bank === null) no('bank', '有账号没有开户银行，请填写');
  if (holder === null) no('holder', '有账号没有开户人，请填写');
  return { bank: bank ?? '', holder: holder ?? '', number: account };
}

function notesOf(household: LedgerHousehold, { accounts }: Wide): string[] {
  const { account, people, from, decidedOn, scheme } = household;
  const notes: string[] = [];
  if (account && !people.some(({ name }) => name === account.holder)) {
    notes.push('开户人不是家庭成员，请核对是否代管');
  }
  if (account && (accounts.get(account.number)?.size ?? 0) > 1) {
    notes.push('另一户也用这个账号，请核对');
  }
  if (from < monthOf(decidedOn)) notes.push('起始年月早于批准年月，请核对是否补发');
  if (scheme === 'dibao' && !account) notes.push('没有银行账号，发放以前须补上');
  return notes;
}

function rowsOfTwice(rows: readonly ReadRow[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { row, person } of rows) {
    if (person) found.set(person.idNumber, [...(found.get(person.idNumber) ?? []), row]);
  }
  return new Map([...found].filter(([, own]) => own.length > 1));
}

function householdsOfAccounts(rows: readonly ReadRow[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { household, head } of rows) {
    if (head.account === null) continue;
    const own = found.get(head.account);
    if (own) own.add(household);
    else found.set(head.account, new Set([household]));
  }
  return found;
}

function twiceFaults(own: readonly ReadRow[], { twice, mapping }: Wide): RowFault[] {
  return own.flatMap(({ row, person }) => {
    const others = (person && twice.get(person.idNumber)?.filter((each) => each !== row)) ?? [];
    const column = mapping.idNumber ?? ledgerColumns.idNumber.title;
    const where = others.slice(0, 3).map((each) => `第 ${each} 行`);
    return others.length === 0
      ? []
      : [{ row, column, message: `身份证号与${where.join('、')}相同，请核对是谁的、属于哪一户` }];
  });
}
