import type { PlaceCode } from '../../../kernel/place.ts';
import type { MaskedCase } from '../../../modules/case/index.ts';
import type { DeclarationBody } from '../../../modules/household/contract.ts';
import type {
  AssetFacts,
  HouseholdFacts,
  IncomeFacts,
  MemberFacts,
  SpendingFacts,
  SupporterFacts,
  TransferFacts,
} from '../../../rules/facts.ts';
import type { ThreeValued } from '../../../ui/field/yes-no-unknown.tsx';
import type { FieldError } from '../../../ui/problem.ts';

/** Facts as a form holds them: yes and no as words, so that "not known" can be chosen. */
type Rows<T> = { [K in keyof T]: T[K] extends boolean | null ? ThreeValued | null : T[K] };

export type MemberRow = Rows<MemberFacts> & {
  readonly name: string;
  readonly idNumber: string | null;
  readonly phone: string;
  /** What is kept sealed, masked; an empty field leaves it as it is. */
  readonly keptId: string | null;
  readonly keptPhone: string | null;
};
export type IncomeRow = Omit<Rows<IncomeFacts>, 'member' | 'kind' | 'period'> & {
  readonly member: string | null;
  readonly kind: IncomeFacts['kind'] | null;
  readonly period: IncomeFacts['period'] | null;
};
export type TransferRow = Omit<Rows<TransferFacts>, 'member' | 'kind' | 'period'> & {
  readonly member: string | null;
  readonly kind: TransferFacts['kind'] | null;
  readonly period: TransferFacts['period'] | null;
};
export type AssetRow = Omit<Rows<AssetFacts>, 'owner' | 'kind'> & {
  readonly owner: string | null;
  readonly kind: AssetFacts['kind'] | null;
};
export type SupporterRow = Omit<Rows<SupporterFacts>, 'supports'> & {
  readonly supports: string | null;
};
export type SpendingRow = Omit<Rows<SpendingFacts>, 'member' | 'kind'> & {
  readonly member: string | null;
  readonly kind: SpendingFacts['kind'] | null;
};

export const lists = ['incomes', 'transfersPaid', 'assets', 'supporters', 'spendings'] as const;
export type ListName = (typeof lists)[number];

export type IntakeForm = {
  readonly place: PlaceCode | null;
  readonly residence: 'urban' | 'rural' | null;
  readonly members: readonly MemberRow[];
  readonly incomes: readonly IncomeRow[];
  readonly transfersPaid: readonly TransferRow[];
  readonly assets: readonly AssetRow[];
  readonly supporters: readonly SupporterRow[];
  readonly spendings: readonly SpendingRow[];
  /** Lists the family was asked about and has nothing to put on. */
  readonly nothing: readonly ListName[];
  readonly bank: string;
  readonly holder: string;
  readonly account: string;
  readonly keptAccount: string | null;
  readonly address: string;
  readonly keptAddress: boolean;
  readonly reason: string;
};

export function blankMember(id: string, relation: MemberRow['relation'] = null): MemberRow {
  return {
    id,
    relation,
    name: '',
    idNumber: null,
    phone: '',
    keptId: null,
    keptPhone: null,
    birth: null,
    sex: null,
    livesTogether: null,
    livesTogetherMonths: null,
    statutorySupport: null,
    canLiveIndependently: null,
    studentLevel: null,
    studentFullTime: null,
    labourCapacity: null,
    employment: null,
    disabilityKind: null,
    disabilityGrade: null,
    seriouslyIll: null,
    specialStatus: null,
    clergyApartSince: null,
  };
}

/** The form of a case: what was declared so far, or an empty one with the applicant's line. */
export function formOf(state: MaskedCase, newId: () => string): IntakeForm {
  const { declaration } = state.household;
  if (!declaration) return blankForm(state.course.village as PlaceCode | null, newId());
  const { people, account } = declaration;
  const facts = declaration.facts as unknown as HouseholdFacts;
  const asked = lists.filter((name) => facts[name] !== null && facts[name].length === 0);
  return {
    place: facts.place,
    residence: facts.residence,
    members: facts.members.map((member) => {
      const person = people.find((each) => each.memberId === member.id);
      return {
        ...asRow(member),
        name: person?.name ?? '',
        idNumber: null,
        phone: '',
        keptId: person?.idNumber?.masked ?? null,
        keptPhone: person?.phone?.masked ?? null,
      };
    }),
    incomes: facts.incomes ?? [],
    transfersPaid: facts.transfersPaid ?? [],
    assets: (facts.assets ?? []).map(asRow),
    supporters: facts.supporters ?? [],
    spendings: facts.spendings ?? [],
    nothing: asked,
    bank: account?.bank ?? '',
    holder: account?.holder ?? '',
    account: '',
    keptAccount: account?.number.masked ?? null,
    address: '',
    keptAddress: declaration.address !== null,
    reason: declaration.reason,
  };
}

function blankForm(place: PlaceCode | null, id: string): IntakeForm {
  return {
    place,
    residence: null,
    members: [blankMember(id, 'self')],
    incomes: [],
    transfersPaid: [],
    assets: [],
    supporters: [],
    spendings: [],
    nothing: [],
    bank: '',
    holder: '',
    account: '',
    keptAccount: null,
    address: '',
    keptAddress: false,
    reason: '',
  };
}

function asRow<T extends object>(facts: T): Rows<T> {
  const entries = Object.entries(facts).map(([key, value]) => [
    key,
    typeof value === 'boolean' ? (value ? 'yes' : 'no') : value,
  ]);
  return Object.fromEntries(entries) as Rows<T>;
}

function asFacts(row: object): Record<string, unknown> {
  const entries = Object.entries(row).map(([key, value]) => {
    if (value === 'yes' || value === 'no') return [key, value === 'yes'];
    return [key, value === 'unknown' ? null : value];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** The facts as typed so far; a list nobody was asked about is null, one with nothing on it is empty. */
export function factsOf(form: IntakeForm): DeclarationBody['facts'] {
  const listed = (name: ListName) => {
    const rows = form[name];
    return rows.length > 0 || form.nothing.includes(name) ? rows.map(asFacts) : null;
  };
  const members = form.members.map((row) => {
    const { name: _n, idNumber: _i, phone: _p, keptId: _k, keptPhone: _q, ...facts } = row;
    return asFacts(facts);
  });
  const facts = {
    place: form.place ?? '',
    residence: form.residence,
    acceptedOn: null,
    members,
    ...Object.fromEntries(lists.map((name) => [name, listed(name)])),
  };
  return facts as unknown as DeclarationBody['facts'];
}

export function bodyOf(form: IntakeForm): DeclarationBody {
  const typed = (text: string | null, kept: unknown) => text || (kept ? undefined : null);
  const hasAccount = form.bank !== '' || form.account !== '' || form.keptAccount !== null;
  return {
    facts: factsOf(form),
    people: form.members.map(({ id, name, idNumber, keptId, phone, keptPhone }) => ({
      memberId: id,
      name,
      idNumber: typed(idNumber, keptId),
      phone: typed(phone, keptPhone),
    })),
    account: hasAccount
      ? { bank: form.bank, holder: form.holder, number: typed(form.account, form.keptAccount) }
      : null,
    address: typed(form.address, form.keptAddress),
    reason: form.reason,
  };
}

const ON_PERSON = new Set(['name', 'idNumber', 'phone']);
const CONDITIONS = new Set<string>([
  'studentLevel',
  'studentFullTime',
  'canLiveIndependently',
  'statutorySupport',
  'labourCapacity',
  'employment',
  'disabilityKind',
  'disabilityGrade',
  'seriouslyIll',
  'specialStatus',
  'clergyApartSince',
]);

/** The server's paths as the form's fields have them: people and members are one ledger here. */
export function formErrors(errors: readonly FieldError[]): readonly FieldError[] {
  return errors.map(({ path, message }) => {
    const [first, second, third, fourth] = path.split('.');
    if (first === 'people' && second !== undefined) {
      const key = third && ON_PERSON.has(third) ? third : 'name';
      return { path: `members.${second}.${key}`, message };
    }
    if (first === 'account') {
      const key = second === 'number' ? 'account' : (second ?? 'bank');
      return { path: key, message };
    }
    if (first !== 'facts') return { path, message };
    if (second === 'members' && fourth && CONDITIONS.has(fourth)) {
      return { path: `conditions.${third}.${fourth}`, message };
    }
    return { path: [second, third, fourth].filter(Boolean).join('.'), message };
  });
}

/** 之妻 is a woman, 之子 a man: what a relation says about the rest of the line. */
export function filledByRelation(row: MemberRow): Partial<MemberRow> {
  if (row.relation === 'self') return { livesTogether: 'yes' };
  const near = row.relation !== null && row.relation !== 'not-supported';
  return near && row.statutorySupport === null ? { statutorySupport: 'yes' } : {};
}

/** Whether the form can be asked about by the rules yet: somebody is named and there is one applicant. */
export function isAskable(form: IntakeForm): boolean {
  const applicants = form.members.filter((each) => each.relation === 'self');
  return form.place !== null && applicants.length === 1 && form.members.length <= 20;
}
