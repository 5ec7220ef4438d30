/**
 * Faults that one field alone cannot show: a household that contradicts itself. Reads the record as it came,
 * so that these faults are named together with those of single fields; a value of the wrong kind is passed over.
 */
export type FactFault = { readonly path: (string | number)[]; readonly message: string };

type Row = Readonly<Record<string, unknown>>;

const MOST_PER_MEMBER = 40;

/** Each list with the field that names whose record it is; null where records are members or belong to the family. */
const LISTS = {
  members: null,
  incomes: 'member',
  transfersPaid: 'member',
  assets: 'owner',
  supporters: 'supports',
  spendings: 'member',
  pastReliefs: null,
} as const;

export function factFaults(given: unknown): FactFault[] {
  if (!isRow(given)) return [];
  const members = rowsOf(given, 'members');
  return [
    ...familyFaults(members),
    ...reliefFaults(given, members.length),
    ...dateFaults(given),
    ...listFaults(given, new Set(members.map((each) => each['id']))),
    ...sumFaults(given),
  ];
}

function familyFaults(members: readonly Row[]): FactFault[] {
  const faults: FactFault[] = [];
  const are = (relation: string) =>
    members.flatMap((each, index) => (each['relation'] === relation ? [{ each, index }] : []));
  const fault = (index: number, message: string) =>
    faults.push({ path: ['members', index], message });
  if (are('self').length !== 1) {
    faults.push({ path: ['members'], message: '应当有且只有一名申请人' });
  }
  for (const { index } of are('spouse').slice(1)) fault(index, '配偶只能登记一名');
  for (const { index } of are('parent').slice(2)) fault(index, '父母最多登记两名');
  for (const { index } of are('parent-in-law').slice(2)) fault(index, '配偶的父母最多登记两名');
  for (const { index } of are('grandparent').slice(4)) {
    fault(index, '祖父母、外祖父母最多登记四名');
  }
  const olderThan = (young: string, old: string, message: string) => {
    const oldest = are(old).map(({ each }) => each['birth']);
    for (const { each, index } of are(young)) {
      const birth = each['birth'];
      if (oldest.some((other) => isDate(birth) && isDate(other) && birth <= other))
        fault(index, message);
    }
  };
  olderThan('child', 'self', '子女的出生日期不晚于申请人，请核对');
  olderThan('self', 'parent', '申请人的出生日期不晚于父母，请核对');
  olderThan('parent', 'grandparent', '父母的出生日期不晚于祖父母、外祖父母，请核对');
  olderThan('grandchild', 'self', '孙子女、外孙子女的出生日期不晚于申请人，请核对');
  olderThan('grandchild', 'child', '孙子女、外孙子女的出生日期不晚于子女，请核对');
  return faults;
}

/** Temporary assistance is measured by the people in need of it, and they are people of this family (LS-14). */
function reliefFaults({ relief }: Row, members: number): FactFault[] {
  const persons = isRow(relief) ? relief['persons'] : null;
  if (typeof persons !== 'number' || persons <= members) return [];
  const message = `填写了 ${persons} 人，家庭成员只有 ${members} 人，请核对`;
  return [{ path: ['relief', 'persons'], message }];
}

/** What the family has and earns is looked at as of the acceptance; a child may be born to it afterwards. */
function dateFaults(given: Row): FactFault[] {
  const accepted = given['acceptedOn'];
  if (!isDate(accepted)) return [];
  return [
    ...rowsOf(given, 'assets').map((each, index) => ({
      each,
      path: ['assets', index],
      field: 'acquiredOn',
    })),
    ...rowsOf(given, 'incomes').map((each, index) => ({
      each,
      path: ['incomes', index],
      field: 'receivedOn',
    })),
  ].flatMap(({ each, path, field }) => {
    const date = each[field];
    const late = isDate(date) && date > accepted;
    return late ? [{ path: [...path, field], message: '日期晚于受理日期，请核对' }] : [];
  });
}

function listFaults(given: Row, memberIds: ReadonlySet<unknown>): FactFault[] {
  return Object.entries(LISTS).flatMap(([name, ownerField]) => {
    const seen = new Set<unknown>();
    const owned = new Map<unknown, number>();
    return rowsOf(given, name).flatMap((each, index) => {
      const faults: FactFault[] = [];
      const fault = (message: string) => faults.push({ path: [name, index], message });
      if (seen.has(each['id'])) fault(`编号重复：${String(each['id'])}`);
      seen.add(each['id']);
      if (ownerField === null) return faults;
      const owner = each[ownerField];
      owned.set(owner, (owned.get(owner) ?? 0) + 1);
      if ((owned.get(owner) ?? 0) > MOST_PER_MEMBER) {
        fault(`一名成员名下最多登记 ${MOST_PER_MEMBER} 条`);
      }
      if (!memberIds.has(owner)) fault(`没有这名家庭成员：${String(owner)}`);
      return faults;
    });
  });
}

/** Twelve months of every receipt and all property must stay whole numbers that can be added exactly. */
function sumFaults(given: Row): FactFault[] {
  const monthly = rowsOf(given, 'incomes').reduce(
    (sum, each) => sum + amountOf(each['amount']) * (each['period'] === 'per-month' ? 24 : 2),
    0,
  );
  const property = rowsOf(given, 'assets').reduce(
    (sum, each) => sum + amountOf(each['value']) + amountOf(each['registeredCapital']),
    0,
  );
  const tooLarge = (name: string, sum: number): FactFault[] =>
    sum <= Number.MAX_SAFE_INTEGER
      ? []
      : [{ path: [name], message: '金额合计超过可以计算的范围，请核对是否多输了零' }];
  return [...tooLarge('incomes', monthly), ...tooLarge('assets', property)];
}

function amountOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.abs(value) : 0;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rowsOf(given: Row, name: string): readonly Row[] {
  const list = given[name];
  return Array.isArray(list) ? list.filter(isRow) : [];
}

/** ISO dates compare as text. */
function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
