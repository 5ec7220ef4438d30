import { formatDate, type LocalDate } from '../../kernel/local-date.ts';
import { GIVES, SCHEME } from '../../rules/scheme.ts';
import type { CaseState } from '../case/index.ts';
import { needTitles } from '../referral/index.ts';

/** Letters that accompany a paper to another office; whoever sends one edits it first. */
export const coverLetters = {
  referral: '转介函',
  inquiry: '协查函',
  'kin-filing': '近亲属备案函',
  'relief-filing': '临时救助备案函',
} as const;
export type CoverLetterKind = keyof typeof coverLetters;

export type CoverGiven = {
  readonly today: LocalDate;
  readonly applicant: string;
  readonly villageName: string;
  readonly organ: string;
  readonly bureau: string;
  /** Which of several letters of inquiry. */
  readonly id?: string | undefined;
};

export type CoverLetter = {
  readonly title: string;
  readonly number: string;
  readonly to: string;
  readonly paragraphs: readonly string[];
  readonly attachments: readonly string[];
  readonly organ: string;
  readonly date: string;
  readonly contact: string;
};

/** Places somebody fills in before the letter goes out. */
const BLANK = '________';

/** The letter as far as the record knows it; null where there is nothing to send. No identity number is in it. */
export function coverLetterOf(
  kind: CoverLetterKind,
  state: CaseState,
  given: CoverGiven,
): CoverLetter | null {
  const { accepted } = state.intake;
  const found = accepted && bodies[kind](state, given);
  if (!found) return null;
  return {
    ...found,
    title: `关于${found.title}的函`,
    number: `${BLANK}〔${given.today.slice(0, 4)}〕${BLANK}号`,
    organ: given.organ,
    date: formatDate(given.today),
    contact: `${BLANK}，${BLANK}`,
  };
}

type Body = Pick<CoverLetter, 'title' | 'to' | 'paragraphs' | 'attachments'>;

const bodies: Readonly<
  Record<CoverLetterKind, (state: CaseState, given: CoverGiven) => Body | null>
> = {
  referral: (state, given) => {
    const { referrals } = state.referral;
    const referral = given.id ? referrals.find(({ id }) => id === given.id) : referrals.at(-1);
    if (!referral) return null;
    const needs = referral.needs.map((need) => needTitles[need]).join('、');
    return {
      title: `转介${given.applicant}家庭有关救助帮扶事项`,
      to: referral.to,
      paragraphs: [
        `${given.villageName}${given.applicant}家庭（家庭人口${membersIn(state)}人）于${openedOn(state)}向我单位申请${SCHEME[state.course.scheme]}。${standingOf(state)}`,
        `该家庭另有${needs}方面的需要：${ended(referral.what)}经本人同意，现予转介，请及时联系办理，并将结果填写在转介单回执上反馈我单位。`,
      ],
      attachments: ['社会救助转介单'],
    };
  },
  inquiry: (state, given) => {
    const letter = state.investigation.letters.find(({ id }) => id === given.id);
    const person = state.household.declaration?.people.find(
      ({ memberId }) => memberId === letter?.memberId,
    );
    if (!letter || !person) return null;
    return {
      title: `协助核实${person.name}家庭经济状况`,
      to: letter.to,
      paragraphs: [
        `我单位正在办理${given.villageName}${given.applicant}家庭的${SCHEME[state.course.scheme]}申请。因核实需要，请你单位协助核实${person.name}的下列情况：${letter.asked.join('；')}。`,
        `本人已书面授权查询。请于${formatDate(letter.replyBy)}前填写调查函回执并盖章反馈。`,
      ],
      attachments: ['社会救助调查函', '核对授权书复印件'],
    };
  },
  'kin-filing': (state, given) => {
    if (!state.disclosure.registered && !state.disclosure.cleared) return null;
    return {
      title: '报送近亲属单独登记备案材料',
      to: given.bureau,
      paragraphs: [
        `${given.villageName}${given.applicant}家庭申请${SCHEME[state.course.scheme]}，家庭成员与社会救助经办人员或者村（居）民委员会成员有近亲属关系，我单位已单独登记，有关人员已经回避。`,
        '现报你局备案，请安排入户核查。',
      ],
      attachments: ['近亲属单独登记备案表', '近亲属关系声明'],
    };
  },
  'relief-filing': (state, given) => {
    const { decision } = state.confirmation;
    const isOurs = decision?.outcome === 'grant' && decision.route === 'township';
    if (state.course.scheme !== 'temporary' || !isOurs) return null;
    return {
      title: '报送临时救助审批备案材料',
      to: given.bureau,
      paragraphs: [
        `我单位${formatDate(decision.on)}对${given.villageName}${given.applicant}家庭作出临时救助决定（${decision.number}）。`,
        '现将有关材料报你局备案。',
      ],
      attachments: ['乡镇（街道）审批临时救助备案表'],
    };
  },
};

/** A text as a sentence: what a clerk typed may end without a stop. */
function ended(text: string): string {
  return /[。！？]$/.test(text) ? text : `${text}。`;
}

function membersIn({ household }: CaseState): number {
  return household.declaration?.people.length ?? 0;
}

function openedOn({ course, intake }: CaseState): string {
  const on = course.openedOn ?? intake.accepted?.on;
  return on ? formatDate(on) : BLANK;
}

function standingOf({ confirmation, course }: CaseState): string {
  const { decision } = confirmation;
  if (!decision) return '目前正在办理。';
  const what = SCHEME[course.scheme];
  if (decision.outcome === 'refuse') return `经核查，不符合${what}条件。`;
  return `我单位已${GIVES[course.scheme] === 'recognition' ? '认定为' : '确认给予'}${what}。`;
}
