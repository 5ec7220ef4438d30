import { ageOn, type LocalDate } from '../../kernel/local-date.ts';
import { villageName } from '../../kernel/village-name.ts';
import type { DataOf } from '../../paper/index.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import { isAdverse, openAdjustment, recipientRoles } from './adjustment.ts';
import { type CareIndicators, careIndicators } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import { custodySigners } from './custody.ts';
import { standings } from './entitlement.ts';
import type { LetterContext } from './paper-data.ts';

/** What a paper about somebody in the register needs beyond a letter: who acted, by name. */
export type RecipientPaper = LetterContext & {
  readonly townshipName: string;
  readonly bureau: string;
  /** The last day of a publicity that begins on a day. */
  readonly lastDay: (from: LocalDate) => LocalDate;
  readonly personName: (person: string) => string;
};

type Person = NonNullable<BenefitState['enrolment']>['people'][number];

function headPerson({ enrolment }: BenefitState): Person | undefined {
  return enrolment?.people.find(({ memberId }) => memberId === enrolment.head);
}

function headOf(number: string, organ: string, date: LocalDate, { demo }: LetterContext) {
  return { number, organ, date, demo };
}

/** 听取意见记录 of the newest adjustment that takes something away; null before the family was told (SL-48). */
export function hearingRecordOf(
  state: BenefitState,
  context: RecipientPaper,
): DataOf<'hearing-record'> | null {
  const { enrolment } = state;
  const last = openAdjustment(state.adjustments) ?? state.adjustments.at(-1);
  if (!enrolment || !last?.notice || !isAdverse(last.kind)) return null;
  const { notice, answer, hearingAskedOn } = last;
  const hearer = answer ? context.personName(answer.heardBy) : '';
  return {
    head: headOf(
      `${enrolment.number}（听取意见）`,
      context.organ,
      answer?.on ?? context.today,
      context,
    ),
    applicant: headPerson(state)?.name ?? '',
    village: context.villageName,
    scheme: enrolment.scheme,
    kind: last.kind,
    before: last.before,
    amount: last.amount,
    ...(last.stopFrom ? { stopFrom: last.stopFrom } : {}),
    reasons: last.reasons,
    noticeOn: notice.on,
    noticeTo: `${notice.recipient}（${recipientRoles[notice.role]}）`,
    respondBy: notice.respondBy,
    ...(hearingAskedOn ? { hearingAskedOn } : {}),
    ...(answer ? { answer: { kind: answer.kind, on: answer.on, content: answer.content } } : {}),
    family: { name: headPerson(state)?.name ?? '' },
    hearers: [{ ...(hearer === '' ? {} : { name: hearer }), role: '听取人' }, { role: '记录人' }],
  };
}

const HOTLINE = '12349';
const ADULT = 18;

/** 终止公示 of the open termination of a 特困 person: the name and the village, never the reason (TK-26, PB-04). */
export function terminationPosterOf(
  state: BenefitState,
  context: RecipientPaper,
  size: 'a4' | 'a3',
): DataOf<'termination-poster'> | null {
  const open = openAdjustment(state.adjustments);
  const person = headPerson(state);
  if (!open || open.kind !== 'stop' || state.enrolment?.scheme !== 'tekun' || !person) return null;
  const { procedure, today, townshipOrgan, townshipName } = context;
  const hanging = open.postings.find((each) => !each.takenDown);
  const from = hanging?.postedOn ?? today;
  const days = procedure.publicityDays.value;
  const village = villageName(context.villageName);
  const isAdult = person.birth !== null && ageOn(person.birth, from) >= ADULT;
  const name = (person.name.match(/^[\p{L}\p{M}·•.\s]+/u)?.[0] ?? '').trim();
  return {
    head: headOf(
      `救助公示〔${from.slice(0, 4)}〕第${from.slice(5, 7)}${from.slice(8)}号`,
      townshipOrgan,
      from,
      context,
    ),
    size,
    rows: [
      { applicant: isAdult && name !== '' ? { kind: 'named', name } : { kind: 'minor' }, village },
    ],
    places: [`${village}村（居）务公开栏`],
    office: { place: `${townshipName}便民服务中心社会救助窗口`, phone: HOTLINE },
    hotline: HOTLINE,
    from,
    until: hanging?.endsOn ?? context.lastDay(from),
    days,
  };
}

/** 救助供养档案登记卡 of a 特困 person (TK-17). */
export function supportFileOf(
  state: BenefitState,
  context: RecipientPaper,
): DataOf<'support-file'> | null {
  const { enrolment, openedOn, entries, reviews, reviewDue } = state;
  const person = headPerson(state);
  if (enrolment?.scheme !== 'tekun' || !person || !openedOn || entries.length === 0) return null;
  const member = enrolment.facts?.members.find(({ id }) => id === enrolment.head);
  const mode = member?.careMode;
  const care = careOf(state, member);
  return {
    head: headOf(`${enrolment.number}（供养档案）`, context.townshipOrgan, openedOn, context),
    person: person.name,
    ...(person.birth ? { birth: person.birth } : {}),
    village: context.villageName,
    number: enrolment.number,
    openedOn,
    ...(mode ? { mode } : {}),
    ...(care ? { care } : {}),
    entitlements: entries.map(({ from, amount, standing, decision }) => ({
      ...{ from, amount, standing: standings[standing] },
      decision: decision.slice(0, 60),
    })),
    reviews: reviews.flatMap(({ concluded }) =>
      concluded ? [{ on: concluded.on, result: concluded.note || '已核查。' }] : [],
    ),
    ...(reviewDue ? { nextReview: reviewDue } : {}),
    keeper: {},
  };
}

type Acts = { readonly [Act in keyof CareIndicators]?: unknown };

function careOf(
  { careChanges }: BenefitState,
  member: HouseholdFacts['members'][number] | undefined,
): DataOf<'support-file'>['care'] | null {
  const last = careChanges.findLast(({ assessed }) => assessed)?.assessed;
  const acts: Acts | undefined = last?.indicators ?? (member as Acts | undefined);
  const known = Object.keys(careIndicators).map((act) => acts?.[act as keyof CareIndicators]);
  if (known.some((can) => typeof can !== 'boolean')) return null;
  const fails = known.filter((can) => can === false).length;
  return { fails, ...(last ? { on: last.on } : {}) };
}

/** 生活自理能力评估表 of a reported change, as recorded or to be taken along (TK-23). Null where none is reported. */
export function careSheetOf(
  state: BenefitState,
  context: RecipientPaper,
): DataOf<'self-care-assessment'> | null {
  const change = state.careChanges.at(-1);
  const person = headPerson(state);
  if (!change || !person || !state.enrolment) return null;
  const { assessed } = change;
  const signers = (assessed?.assessors ?? []).slice(0, 6).map((each) => {
    const name = context.personName(each);
    return { ...(name === '' ? {} : { name }), role: '评估人员' };
  });
  const { canEat, canDress, canGetUp, canToilet, canWalk, canBathe } = assessed?.indicators ?? {};
  return {
    head: headOf(
      `${state.enrolment.number}（自理能力）`,
      context.bureau,
      assessed?.on ?? context.today,
      context,
    ),
    person: person.name,
    village: context.villageName,
    caseNumber: state.enrolment.number.slice(0, 40),
    cause: {
      kind: 'change',
      what: change.what,
      reportedOn: change.reportedOn,
      dueBy: change.dueOn,
    },
    ...(assessed
      ? {
          found: {
            on: assessed.on,
            can: {
              ...{ eat: canEat === true, dress: canDress === true, getUp: canGetUp === true },
              ...{ toilet: canToilet === true, walk: canWalk === true, bathe: canBathe === true },
            },
          },
        }
      : {}),
    assessors: [...signers, { role: '评估人员' }, { role: '评估人员' }].slice(
      0,
      Math.max(2, signers.length),
    ),
    family: { name: person.name },
    leader: {},
  };
}

/** 存折（银行卡）代管协议书暨备案表 as last agreed; null where nobody keeps it (DB-26). */
export function passbookCustodyOf(
  state: BenefitState,
  context: RecipientPaper,
  phone: string,
): DataOf<'passbook-custody'> | null {
  const { enrolment, entries } = state;
  const person = headPerson(state);
  const last = entries.at(-1);
  const custody = state.custodies.at(-1);
  if (!enrolment || !person || !last || !custody) return null;
  const { account } = enrolment;
  const { keeper, reason, note, begun, ended, filed } = custody;
  return {
    head: headOf(`${enrolment.number}（代管）`, context.townshipOrgan, custody.arrangedOn, context),
    recipient: person.name,
    village: context.villageName,
    scheme: enrolment.scheme,
    monthly: last.amount,
    from: last.from,
    ...(account ? { bank: account.bank.slice(0, 60), accountTail: account.number.tail } : {}),
    keeper: { name: keeper.name, unit: keeper.unit, phone, relation: keeper.relation },
    reason,
    ...(note ? { note } : {}),
    ...(begun ? { begunOn: begun.on } : {}),
    ...(ended ? { ended: { on: ended.on, receivedBy: ended.receivedBy } } : {}),
    office: { place: context.window.place, phone: context.window.phone },
    recipientSigner: { name: custody.signedBy, role: custodySigners[custody.signer] },
    keeperSigner: { name: keeper.name },
    witness: { name: custody.witness },
    clerk: named(context.personName(custody.arrangedBy)),
    county: filed ? { ...named(context.personName(filed.by)), signedOn: filed.on } : {},
  };
}

function named(name: string): { readonly name?: string } {
  return name === '' ? {} : { name };
}
