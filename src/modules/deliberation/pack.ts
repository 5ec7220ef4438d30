import { formatYuan } from '../../kernel/fen.ts';
import { ageOn, formatDate, type LocalDate } from '../../kernel/local-date.ts';
import type { DataOf } from '../../paper/index.ts';
import { RELATION } from '../../rules/code-list.ts';
import { latestAssessment, sheetLines, topLine } from '../assessment/index.ts';
import { type CaseGiven, type CaseState, progressOf } from '../case/index.ts';
import { unexplainedFindings } from '../verification/index.ts';
import { recusalsFound, recusalsToAsk } from './agenda.ts';
import { type AgendaItem, type MeetingState, recusedFrom } from './meeting.ts';

/** One case for the members: everything they decide on, on one page. */
export type PackPage = DataOf<'meeting-pack'>['pages'][number];

const MOST_PEOPLE = 8;
const MOST_LINES = 7;

/**
 * The page of one case as the record has it now: the household, how the amount was made, what was seen and said,
 * what the system checks, who must leave. No ID numbers, no accounts; an objector is never named (PB-10).
 */
export function packPageOf(
  item: AgendaItem,
  state: CaseState,
  meeting: MeetingState,
  given: CaseGiven,
): PackPage {
  const result = latestAssessment(state.assessment)?.result;
  const { applicant, village, scheme, proposal } = item.presented;
  return {
    ...{ caseNumber: item.number || item.caseId.slice(0, 8), applicant, village, scheme },
    proposal: cut(proposal, 260),
    people: peopleOf(state, given.today),
    facts: factsOf(state),
    result: result ? cut(topLine(result), 120) : '尚未核算',
    trace: result ? traceOf(result) : [],
    evidence: evidenceOf(state),
    objections: objectionsOf(state).slice(-3),
    checks: checksOf(state, given),
    recusals: recusalsOf(item, state, meeting),
  };
}

/** As deep as the page has room for: the conditions and the amount always come before what they were made of. */
function traceOf(result: Parameters<typeof sheetLines>[0]): PackPage['trace'] {
  const lines = sheetLines(result).filter(({ isInput }) => !isInput);
  const levels = [3, 2, 1, 0].map((level) => lines.filter(({ depth }) => depth <= level));
  const fitting = levels.find(({ length }) => length <= MOST_LINES) ?? levels.at(-1) ?? [];
  return fitting.slice(0, MOST_LINES).map(({ depth, label, figure, article }) => ({
    ...{ depth, label: cut(label, 30), figure: cut(figure || '无', 40) },
    ...(article !== '' && { article: cut(article, 40) }),
  }));
}

function peopleOf({ household }: CaseState, today: LocalDate): PackPage['people'] {
  const people = household.declaration?.people ?? [];
  const members = household.facts?.members ?? [];
  const shown = members.slice(0, MOST_PEOPLE).map(({ id, relation, birth, ...member }) => ({
    name: people.find(({ memberId }) => memberId === id)?.name ?? '成员',
    what: cut(
      [
        relation === null ? '关系待查' : RELATION[relation],
        birth ? `${ageOn(birth, today)}岁` : '年龄待查',
        member.disabilityKind && member.disabilityKind !== 'none' ? '残疾' : '',
        member.seriouslyIll ? '重病' : '',
      ]
        .filter((each) => each !== '')
        .join('，'),
      24,
    ),
  }));
  const rest = members.length - shown.length;
  return rest > 0 ? [...shown, { name: `另有${rest}人`, what: '见核算表' }] : shown;
}

function factsOf(state: CaseState): PackPage['facts'] {
  const { household, disclosure, intake } = state;
  const result = latestAssessment(state.assessment)?.result;
  const facts = household.facts;
  const income = result?.perCapitaMonthly;
  return [
    { label: '受理日期', value: intake.accepted ? formatDate(intake.accepted.on) : '尚未受理' },
    { label: '户籍', value: facts?.residence === 'urban' ? '城镇' : '农村' },
    ...(income ? [{ label: '人均月收入', value: `${formatYuan(income.shown)}元` }] : []),
    ...(result?.standard
      ? [{ label: '低保标准', value: `每人每月${formatYuan(result.standard)}元` }]
      : []),
    { label: '收入项目', value: `${facts?.incomes?.length ?? 0}项` },
    { label: '财产项目', value: `${facts?.assets?.length ?? 0}项` },
    { label: '近亲属登记', value: disclosure.registered ? '有，已单独登记' : '没有' },
    { label: '家庭情况更正', value: `${household.corrections.length}次` },
  ];
}

function evidenceOf(state: CaseState): string[] {
  const { intake, verification, investigation, coordination } = state;
  const papers = intake.checklist.filter(({ got }) => got !== 'missing').length;
  const report = verification.reports.at(-1);
  const open = unexplainedFindings(state).length;
  const found = open === 0 ? '差异均已说明' : `待说明差异${open}项`;
  const letters = investigation.letters;
  const agreed = coordination.records.at(-1);
  return [
    `申请材料${papers}项，成员授权${intake.authorisations.length}份`,
    report
      ? `信息核对报告${formatDate(report.issuedOn)}出具，有效至${formatDate(report.validUntil)}，${found}`
      : '没有信息核对报告',
    ...investigation.visits.slice(-2).map(({ on, visitors, photos, remoteBecause }) => {
      const who = visitors.map(({ name }) => name).join('、');
      const how = remoteBecause === null ? '入户调查' : '电话或者视频调查';
      return cut(`${formatDate(on)}${how}，调查人${who}，照片${photos.length}张`, 64);
    }),
    `邻里访问${investigation.interviews.length}次`,
    ...(letters.length > 0
      ? [`协查函${letters.length}件，已回复${letters.filter(({ reply }) => reply).length}件`]
      : []),
    ...investigation.countyVisits
      .slice(-1)
      .map(({ on, agrees }) => `县级${formatDate(on)}入户核查，${agrees ? '一致' : '不一致'}`),
    ...(agreed ? [cut(`一事一议纪要${agreed.minutesNumber}`, 64)] : []),
  ];
}

function objectionsOf({ publicity }: CaseState): string[] {
  return publicity.objections.map(({ receivedOn, inConfirmation, handled }) => {
    const what = inConfirmation ? '确认阶段的举报' : '公示异议';
    const how = handled?.how === 'appraisal' ? '民主评议' : '重新调查';
    const outcome = handled
      ? `${formatDate(handled.on)}经${how}办结，${handled.upheld ? '成立' : '不成立'}：${handled.reply}`
      : '尚未办结';
    return cut(`${formatDate(receivedOn)}收到${what}，${outcome}`, 120);
  });
}

function checksOf(state: CaseState, { procedure, calendar }: CaseGiven): PackPage['checks'] {
  const steps = progressOf(state, procedure, calendar);
  const end = steps.findIndex(({ stage }) => stage.id === 'deliberation');
  return steps
    .slice(0, end < 0 ? steps.length : end)
    .filter(({ status }) => status !== 'not-needed')
    .slice(0, 10)
    .map(({ stage, status, because }) => ({
      ...{ title: stage.title, holds: status === 'done', because: cut(because, 44) },
    }));
}

function recusalsOf(item: AgendaItem, state: CaseState, meeting: MeetingState): string[] {
  const nameOf = (person: string) =>
    meeting.entitled.find((each) => each.person === person)?.name ?? '';
  const known = meeting.recusals.filter(({ caseId }) => caseId === item.caseId);
  const left = recusedFrom(meeting, item.caseId);
  const found = recusalsFound(item.caseId, state, meeting).filter(
    ({ person }) => !left.includes(person),
  );
  const asked = recusalsToAsk(state, meeting).filter(
    ({ person }) => ![...left, ...found.map((each) => each.person)].includes(person),
  );
  return [
    ...known.map(({ person, ground }) => `${nameOf(person)}已回避：${ground}`),
    ...found.map(({ person, ground }) => `${nameOf(person)}应当回避：${ground}`),
    ...asked.map(({ person, ground }) => `请核实${nameOf(person)}是否回避：${ground}`),
  ]
    .slice(0, 6)
    .map((each) => cut(each, 60));
}

function cut(text: string, longest: number): string {
  const signs = [...text];
  return signs.length <= longest ? text : `${signs.slice(0, longest - 1).join('')}…`;
}
