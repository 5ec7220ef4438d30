import { randomUUID } from 'node:crypto';
import { addDays, addMonths, type LocalDate, localDate, monthOf } from '../../kernel/local-date.ts';
import { countersignMinutes, meetingList } from '../../modules/deliberation/contract.ts';
import { seekAnomalies } from '../../modules/dispatch/contract.ts';
import type { Desk, Reply } from './desk.ts';
import type { Office } from './office.ts';
import type { Scene } from './plot.ts';
import { demoCounty } from './staff.ts';
import { arrangeCustody, beginCustody } from './verbs/custody.ts';
import { suspendInstrument, tryHandOver } from './verbs/delegation.ts';
import { roomAt } from './verbs/deliberation.ts';
import { reportMonth } from './verbs/dispatch.ts';
import { tryMerge } from './verbs/merge.ts';
import { layDown } from './verbs/policy.ts';
import { tryReconfirm } from './verbs/reconfirmation.ts';
import { prepareReferral, sendReferral } from './verbs/referral.ts';
import { reportDeath, seenBenefit, tryTakeBackReport } from './verbs/review.ts';

type Told = {
  readonly office: Office;
  readonly township: string;
  /** The working day so many before today. */
  readonly ago: (workingDays: number) => LocalDate;
  /** Known once they have happened: the old recipients, the cases granted long ago, the instrument that goes. */
  readonly known: {
    readonly old: readonly string[];
    readonly granted: readonly string[];
    readonly handed: string;
    readonly instrument: string;
    readonly other: string;
  };
};

/** What comes after a decision: a yearly round, a report taken back, a passbook kept, a family passed on, two that become one. */
export function laterScenes(told: Told): Scene[] {
  const { office, township, ago } = told;
  const officer = office.desk('case-officer', township);
  const clerk = office.desk('window-clerk', township);
  const at = (workingDays: number, time: string, play: () => Promise<unknown>): Scene => ({
    ...{ on: ago(workingDays), time },
    play: async () => void (await play()),
  });
  const old = (nth: number) => told.known.old[nth] ?? '';
  const [first, second] = [() => told.known.granted[0] ?? '', () => told.known.granted[1] ?? ''];
  return [
    at(6, '15:10', () => reportDeath(clerk, old(1), 'm1', addDays(ago(6), -3))),
    at(4, '15:30', () => done(tryTakeBackReport(officer, old(1)))),
    at(5, '11:10', () => keepPassbook(officer, old(2), ago(5))),
    at(3, '16:20', () => layRoundDown(office, ago(3))),
    at(3, '17:00', () => passOn(officer, first(), ago(3))),
    at(2, '17:10', () => countersign(office.desk('voter', township))),
    at(1, '11:20', () => done(tryMerge(officer, first(), second(), 'parent'))),
    at(1, '15:20', () => handOver(told)),
    at(0, '08:20', () => declareOnce(clerk, old(1), ago(0))),
    at(0, '08:40', () => lookBack(told)),
  ];
}

/** A step of the demo that must succeed. */
async function done(given: Promise<Reply>): Promise<void> {
  const { status, body } = await given;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body).slice(0, 300)}`);
}

async function headOf(desk: Desk, benefitId: string): Promise<string> {
  const { enrolment } = (await seenBenefit(desk, benefitId)).state;
  return enrolment?.people.find(({ memberId }) => memberId === enrolment.head)?.name ?? '';
}

async function keepPassbook(officer: Desk, benefitId: string, on: LocalDate): Promise<void> {
  const signedBy = await headOf(officer, benefitId);
  await done(arrangeCustody(officer, benefitId, { id: randomUUID(), signedBy }));
  await done(beginCustody(officer, benefitId, on));
}

/** The round ends with the month of the demo, so that it is under way whenever somebody looks. */
function layRoundDown(office: Office, on: LocalDate): Promise<string> {
  const hands = {
    writer: office.desk('aid-officer', demoCounty, 0),
    approver: office.desk('aid-officer', demoCounty, 1),
    leader: office.desk('county-leader', demoCounty),
  };
  const document = `演府发〔${on.slice(0, 4)}〕1号`;
  return layDown(hands, { title: '社会救助对象年度重新确认办法', document, on }, [
    {
      ...{ parameter: 'reconfirmationMonth', rule: 'DB-31a', unit: '每年几月' },
      value: Number(on.slice(5, 7)),
    },
  ]);
}

async function passOn(officer: Desk, caseId: string, on: LocalDate): Promise<void> {
  const id = randomUUID();
  await done(prepareReferral(officer, caseId, { id, to: '演示区医疗保障局' }));
  await done(sendReferral(officer, caseId, { id, on, signedBy: await headOf(officer, caseId) }));
}

/** A member who was there signs the newest minutes afterwards; the others have not yet. */
async function countersign(voter: Desk): Promise<void> {
  const { meetings } = (await voter.ask(meetingList, {})).body;
  const ended = meetings.filter(({ status }) => status === 'ended');
  const newest = ended.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
  if (!newest) throw new Error('no meeting has ended');
  const { meetingId } = newest;
  const ifMatch = (await roomAt(voter, meetingId)).version;
  await done(voter.give(countersignMinutes, { meetingId }, {}, { ifMatch }));
}

/** The other township's instrument is suspended; one of its open cases waits for the county's receipt. */
async function handOver({ office, known }: Told): Promise<void> {
  await suspendInstrument(office.desk('county-leader', demoCounty), known.instrument);
  await done(tryHandOver(office.desk('case-officer', known.other), known.handed));
}

async function declareOnce(clerk: Desk, benefitId: string, on: LocalDate): Promise<void> {
  await done(tryReconfirm(clerk, benefitId, { on, signedBy: await headOf(clerk, benefitId) }));
}

/** The month before: the township reports its table, the county's rules look for what is out of the ordinary. */
async function lookBack({ office, township, ago }: Told): Promise<void> {
  const month = monthOf(addMonths(localDate(`${monthOf(ago(0))}-01`), -1));
  await done(reportMonth(office.desk('case-officer', township), `${township}-${month}`));
  const dispatchId = `${demoCounty}-${month}`;
  await done(office.desk('inspector', demoCounty).give(seekAnomalies, { dispatchId }, {}));
}
