import type { PlaceCode } from '../../../kernel/place.ts';
import type { MaskedCase } from '../../../modules/case/index.ts';
import type { DeclarationBody } from '../../../modules/household/contract.ts';
import type { HouseholdFacts } from '../../../rules/facts.ts';
import type { ThreeValued } from '../../../ui/field/yes-no-unknown.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import {
  asAnswer,
  type AssetRow,
  asFact,
  asFacts,
  asRow,
  blankExit,
  blankMember,
  blankRelief,
  blankRow,
  type ExitRow,
  type IncomeRow,
  type MemberRow,
  type PastReliefRow,
  type ReliefRow,
  type SpendingRow,
  type SupporterRow,
  type TransferRow,
} from './intake-row.ts';

export const lists = [
  'incomes',
  'transfersPaid',
  'assets',
  'supporters',
  'spendings',
  'pastReliefs',
] as const;
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
  readonly pastReliefs: readonly PastReliefRow[];
  /** Lists the family was asked about and has nothing to put on. */
  readonly nothing: readonly ListName[];
  /** 特困 is in question: members who may be it are asked what they can do by themselves. */
  readonly weighsTekun: boolean;
  readonly hiresOthers: ThreeValued | null;
  readonly highFeeEducation: ThreeValued | null;
  readonly usesVehicles: ThreeValued | null;
  readonly utilitiesMonthly: HouseholdFacts['utilitiesMonthly'];
  readonly extraConsumption: HouseholdFacts['extraConsumption'];
  readonly hardshipClass: string | null;
  readonly relief: ReliefRow;
  readonly exit: ExitRow;
  readonly bank: string;
  readonly holder: string;
  readonly account: string;
  readonly keptAccount: string | null;
  readonly address: string;
  readonly keptAddress: boolean;
  readonly reason: string;
};

const OF_TEKUN = [
  'careMode',
  'orphanProgramme',
  'canEat',
  'canDress',
  'canGetUp',
  'canToilet',
  'canWalk',
  'canBathe',
] as const;

/** The form of a case: what was declared so far, or an empty one with the applicant's line. */
export function formOf(state: MaskedCase, newId: () => string): IntakeForm {
  const { declaration } = state.household;
  const blank = blankForm(state.course.village as PlaceCode | null, newId());
  if (!declaration) return blank;
  const { people, account } = declaration;
  const facts = declaration.facts as unknown as HouseholdFacts;
  const asked = lists.filter((name) => facts[name]?.length === 0);
  return {
    place: facts.place,
    residence: facts.residence,
    members: facts.members.map((member) => {
      const person = people.find((each) => each.memberId === member.id);
      return {
        ...blankMember(member.id),
        ...asRow(member),
        name: person?.name ?? '',
        idNumber: null,
        phone: '',
        keptId: person?.idNumber?.masked ?? null,
        keptPhone: person?.phone?.masked ?? null,
      };
    }),
    ...withLists((name) => (facts[name] ?? []).map(asRow)),
    nothing: asked,
    weighsTekun: facts.members.some((each) => OF_TEKUN.some((key) => (each[key] ?? null) !== null)),
    hiresOthers: asAnswer(facts.hiresOthers),
    highFeeEducation: asAnswer(facts.highFeeEducation),
    usesVehicles: asAnswer(facts.usesVehicles),
    utilitiesMonthly: facts.utilitiesMonthly ?? null,
    extraConsumption: facts.extraConsumption ?? null,
    hardshipClass: facts.hardshipClass ?? null,
    relief: { ...blankRelief, ...asRow(facts.relief ?? {}) },
    exit: { ...blankExit, ...facts.exit },
    bank: account?.bank ?? '',
    holder: account?.holder ?? '',
    account: '',
    keptAccount: account?.number.masked ?? null,
    address: '',
    keptAddress: declaration.address !== null,
    reason: declaration.reason,
  };
}

/** A form nobody has typed in yet, with the applicant's line. */
export function blankForm(place: PlaceCode | null, id: string): IntakeForm {
  return {
    place,
    residence: null,
    members: [blankMember(id, 'self')],
    incomes: [],
    transfersPaid: [],
    assets: [],
    supporters: [],
    spendings: [],
    pastReliefs: [],
    nothing: [],
    weighsTekun: false,
    hiresOthers: null,
    highFeeEducation: null,
    usesVehicles: null,
    utilitiesMonthly: null,
    extraConsumption: null,
    hardshipClass: null,
    relief: blankRelief,
    exit: blankExit,
    bank: '',
    holder: '',
    account: '',
    keptAccount: null,
    address: '',
    keptAddress: false,
    reason: '',
  };
}

/** Every line of every list with all its cells, also where facts were kept before a cell was added. */
function withLists(rowsOf: (name: ListName) => readonly object[]) {
  const entries = lists.map((name) => [
    name,
    rowsOf(name).map((each) => ({ ...blankRow[name], ...each })),
  ]);
  return Object.fromEntries(entries) as Pick<IntakeForm, ListName>;
}

/** A form kept by an earlier edition of the program, with what has been added to it since. */
export function completed(form: IntakeForm): IntakeForm {
  return {
    ...blankForm(null, ''),
    ...form,
    members: form.members.map((each) => ({ ...blankMember(each.id), ...each })),
    ...withLists((name) => form[name] ?? []),
  };
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
    hiresOthers: asFact(form.hiresOthers),
    highFeeEducation: asFact(form.highFeeEducation),
    usesVehicles: asFact(form.usesVehicles),
    utilitiesMonthly: form.utilitiesMonthly,
    extraConsumption: form.extraConsumption,
    hardshipClass: form.hardshipClass,
    relief: isTold(form.relief) ? asFacts(form.relief) : null,
    exit: isTold(form.exit) ? asFacts(form.exit) : null,
    members,
    ...Object.fromEntries(lists.map((name) => [name, listed(name)])),
  };
  return facts as unknown as DeclarationBody['facts'];
}

/** Whether anything at all is known of a record. */
export function isTold(record: object): boolean {
  return Object.values(record).some((value) => value !== null);
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
/** Facts of a member that stand in the first ledger; all others stand in the second. */
const ON_FIRST = new Set(['relation', 'birth', 'sex', 'livesTogether', 'livesTogetherMonths']);

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
    if (second === 'members' && fourth && !ON_FIRST.has(fourth)) {
      return { path: `conditions.${third}.${fourth}`, message };
    }
    return { path: [second, third, fourth].filter(Boolean).join('.'), message };
  });
}

/** Whether the form can be asked about by the rules yet: somebody is named and there is one applicant. */
export function isAskable(form: IntakeForm): boolean {
  const applicants = form.members.filter((each) => each.relation === 'self');
  return form.place !== null && applicants.length === 1 && form.members.length <= 30;
}
