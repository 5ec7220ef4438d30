import { formatInstant } from '../../kernel/clock.ts';
import { GIVES, SCHEME } from '../../rules/scheme.ts';
import type { DataOf } from '../../paper/index.ts';
import { signatoriesOf } from './decide.ts';
import type { AgendaItem, MeetingState } from './meeting.ts';
import { bodyTitles, recusedFrom } from './meeting.ts';

type Paper = DataOf<'meeting-minutes'>;
type PaperCase = Paper['cases'][number];

/** What the paper needs besides the meeting, and who reads it: a case stays hidden from those who left it. */
export type PaperContext = {
  readonly townshipName: string;
  readonly organ: string;
  readonly recorderName: string;
  readonly reader: string;
  /** Cases of relatives of the reader that the register knows, voted on or not. */
  readonly hiddenCases: readonly string[];
  /** 先行救助 reported to this meeting, a sentence each (JT-10). */
  readonly reported: readonly string[];
  readonly demo: boolean;
};

/** 会议议程 while anything is open, 会议纪要 once every case has its result (JT-07). Null with an empty agenda. */
export function meetingPaperOf(meeting: MeetingState, context: PaperContext): Paper | null {
  const { on, agenda } = meeting;
  if (!on || meeting.calledOff) return null;
  if (agenda.length === 0 && context.reported.length === 0) return null;
  const nameOf = (person: string) =>
    meeting.entitled.find((each) => each.person === person)?.name ?? context.recorderName;
  const isOver = agenda.every((each) => each.status === 'resolved');
  const [presiding = meeting.chair] = signatoriesOf(meeting);
  const signer = (person: string) => ({
    name: nameOf(person),
    ...(meeting.signedBy.includes(person) && { signedOn: meeting.endedOn ?? on }),
  });
  return {
    head: { number: meeting.number, organ: context.organ, date: on, demo: context.demo },
    kind: isOver ? 'minutes' : 'agenda',
    body: `${context.townshipName}${bodyTitles[meeting.kind]}`,
    session: meeting.number,
    from: openingOf(`${on} ${meeting.at}`, meeting),
    ...(meeting.endedAt !== null && { until: formatInstant(meeting.endedAt) }),
    place: meeting.place,
    chair: nameOf(presiding),
    recorder: context.recorderName,
    entitled: meeting.entitled.map(({ person, name }) => ({
      name,
      post: person === meeting.chair ? '主持人' : '成员',
    })),
    present: meeting.attended.map(nameOf),
    absent: (meeting.attendance?.absent ?? [])
      .filter(({ person }) => !meeting.attended.includes(person))
      .map(({ person, reason }) => ({ name: nameOf(person), reason: reason.slice(0, 80) })),
    sittingIn: (meeting.attendance?.sittingIn ?? []).map(({ name, as }) => ({
      name,
      post: as.slice(0, 60),
    })),
    ...(meeting.attendance && { quorum: quorumOf(meeting, nameOf) }),
    cases: agenda.map((item) => caseOf(item, meeting, context, nameOf)),
    reported: [...context.reported],
    attachments: [],
    chairSigner: signer(presiding),
    memberSigners: (meeting.countersigned ?? []).map(({ person, on: signedOn }) => ({
      ...{ name: nameOf(person), signedOn },
    })),
    recorderSigner: { ...signer(meeting.recorder), name: context.recorderName },
  };
}

/** The hour it was called for, or the real one where it began before that: minutes never end before they begin. */
function openingOf(calledFor: string, { openedAt }: MeetingState): string {
  const opened = openedAt === null ? calledFor : formatInstant(openedAt);
  return opened < calledFor ? opened : calledFor;
}

/** How many came, and who left before the end: those voted only on the cases before (JT-02). */
function quorumOf(meeting: MeetingState, nameOf: (person: string) => string): string {
  const { entitled, attended, attendance } = meeting;
  const left = (attendance?.absent ?? []).filter(({ person }) => attended.includes(person));
  const words = left.map(({ person, reason }) => `${nameOf(person)}（${reason}）`).join('、');
  const came = `应到${entitled.length}人，实到${attended.length}人`;
  return `${came}${words ? `；中途离席：${words}` : ''}。`.slice(0, 200);
}

function caseOf(
  item: AgendaItem,
  meeting: MeetingState,
  { reader, hiddenCases }: PaperContext,
  nameOf: (person: string) => string,
): PaperCase {
  const recusals = meeting.recusals
    .filter((each) => each.caseId === item.caseId)
    .map(({ person, ground }) => ({
      ...{ name: nameOf(person), reason: ground.slice(0, 200) },
      ...(meeting.attended.includes(person) && outsideOf(item)),
    }));
  const base = { caseNumber: item.number, scheme: item.presented.scheme, recusals };
  const leaves = recusedFrom(meeting, item.caseId).includes(reader);
  if (leaves || hiddenCases.includes(item.caseId)) return { ...base, ...hidden(item) };
  const { applicant, village, facts, proposal } = item.presented;
  return {
    ...base,
    applicant,
    village,
    facts,
    proposal: proposal.slice(0, 300),
    opinions: [
      ...item.stopped.map((because) => ({
        speaker: '中止表决',
        dissent: false,
        text: `${because}。已投的票未拆封，作废，重新表决。`,
      })),
      ...item.votes
        .filter((vote) => vote.opinion !== '')
        .map(({ person, choice, opinion }) => ({
          speaker: nameOf(person),
          dissent: choice === 'disagree',
          text: opinion,
        })),
    ],
    ...(item.tally && { vote: item.tally }),
    ...(item.resolution && { result: resultOf(item) }),
  };
}

/** Who must leave a case and came to the meeting was outside while it was voted (JT-05). */
function outsideOf({ openedAt, resolvedAt }: AgendaItem) {
  if (openedAt === null) return {};
  return {
    leftAt: formatInstant(openedAt),
    ...(resolvedAt !== null && { returnedAt: formatInstant(resolvedAt) }),
  };
}

const withheld = '因回避不显示';

/** A recused person signs or reads the minutes without this case: only that it was decided without them (I-15). */
function hidden({ tally, resolution }: AgendaItem) {
  return {
    applicant: withheld,
    village: withheld,
    facts: withheld,
    proposal: withheld,
    opinions: [],
    ...(tally && { vote: tally }),
    ...(resolution && { result: { kind: 'withheld' as const } }),
  };
}

function granted({ scheme, monthlyAmount: amount, members }: AgendaItem['presented']) {
  if (GIVES[scheme] === 'recognition') return { kind: 'recognise', as: SCHEME[scheme] } as const;
  if (GIVES[scheme] === 'once') return { kind: 'grant-once', amount } as const;
  return { kind: 'grant-monthly', amount, persons: Math.max(1, members) } as const;
}

function resultOf({ resolution, reason, presented }: AgendaItem): NonNullable<PaperCase['result']> {
  switch (resolution) {
    case 'approve':
      return granted(presented);
    case 'refuse':
      return { kind: 'refuse', reason: presented.proposal };
    case 'to-county':
      return { kind: 'to-county', reason };
    default:
      return { kind: 'return', reason };
  }
}
