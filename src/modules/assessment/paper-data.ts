import { findArticle, type RuleId } from '../../law/index.ts';
import type { DataOf } from '../../paper/index.ts';
import { type CasePaper, paperHead, paperHousehold } from '../case/paper-head.ts';
import { latestReport } from '../verification/index.ts';
import type { Assessment } from '../../rules/assessment.ts';
import { NOT_USED } from '../../rules/language/figure-text.ts';
import type { Region } from '../../rules/region.ts';
import { GIVES, SCHEME, type Scheme } from '../../rules/scheme.ts';
import { ruleOf } from '../case/index.ts';
import { latestAssessment, type Opinion } from './assessment.ts';
import { caseOverviewOf } from './case-overview.ts';
import { originIn } from './fact-origin.ts';
import { personLines, schemeLines } from './scheme-line.ts';
import { type SheetLine, sheetLines, topLine } from './sheet.ts';

const MOST_STEPS = 400;

/** 家庭收入财产核算表 from the newest calculation, with every scheme for the same facts. Null before there is one. */
export function calculationSheetOf(
  paper: CasePaper<unknown>,
  region: Region,
): DataOf<'calculation-sheet'> | null {
  const { state, personName } = paper;
  const latest = latestAssessment(state.assessment);
  if (!latest) return null;
  const { result } = latest;
  const opinion = state.assessment.opinion;
  return {
    head: paperHead(paper),
    household: paperHousehold(paper),
    asOf: result.on,
    rulesVersion: cut(
      `${SCHEME[result.scheme]} ${result.ruleSetVersion} 版（${result.regionName}）`,
      80,
    ),
    ...schemesOf(paper, result, region),
    plainWords: cut(result.plainWords, 400),
    steps: sheetLines(result, { mostLines: MOST_STEPS, originOf: originIn(state.household) }).map(
      stepOf,
    ),
    parameters: usedParameters(result).map((each) => ({
      name: cut(each.title, 60),
      value: cut(each.text === '' ? '无' : each.text, 60),
      document: cut(each.document ?? each.citation.source, 120),
      from: each.effective,
    })),
    result: [cut(topLine(result), 300), ...result.reasons.map((each) => cut(each.text, 300))].slice(
      0,
      10,
    ),
    corrections: state.household.corrections.slice(-50).map((each) => ({
      fact: cut(each.path.join(' '), 80),
      before: cut(plain(each.from), 60),
      after: cut(plain(each.to), 60),
      reason: cut(each.reason, 200),
    })),
    handler: signerOf(personName(latest.by), '核算人', latest.on),
    reviewer: opinion ? signerOf(personName(opinion.by), '初审人', opinion.on) : { role: '初审人' },
  };
}

/** What the place does not use says nothing of this family. */
function usedParameters({ parameters }: Assessment): Assessment['parameters'] {
  return parameters.filter(({ text }) => text !== NOT_USED).slice(0, 100);
}

function stepOf({ depth, label, figure, arithmetic, source, article }: SheetLine) {
  return {
    depth: Math.min(depth, 8),
    label: cut(label, 80),
    figure: { unit: 'text' as const, text: cut(figure === '' ? '无' : figure, 60) },
    ...(arithmetic === '' ? {} : { arithmetic: cut(arithmetic, 300) }),
    ...(source === '' ? {} : { from: cut(source, 200) }),
    ...(article === '' ? {} : { article: cut(article, 100) }),
  };
}

/** Each scheme and each person in a line; the case's own as it was calculated, whatever has been published since. */
function schemesOf(
  { state, given }: CasePaper<unknown>,
  calculated: Assessment,
  region: Region,
): Pick<DataOf<'calculation-sheet'>, 'schemes' | 'persons'> {
  const overview = caseOverviewOf(state, { today: given.today, region });
  if (!overview) return { schemes: [], persons: [] };
  const results = {
    ...overview.results,
    [calculated.scheme]: { ok: true, assessment: calculated } as const,
  };
  const line = (each: { figure: string; why: string }) => ({
    ...(each.figure === '' ? {} : { figure: cut(each.figure, 40) }),
    ...(each.why === '' ? {} : { why: cut(each.why, 300) }),
  });
  return {
    schemes: schemeLines({ ...overview, results }).map((each) => ({
      title: each.title,
      word: each.word,
      ...line(each),
    })),
    persons: personLines({ ...overview, results }).map(({ name, scheme, word, figure, text }) => ({
      name: cut(name, 40),
      title: scheme,
      word,
      ...line({ figure, why: text }),
    })),
  };
}

/** 初审意见 as it stands. Null while there is none. */
export function opinionPaperOf(paper: CasePaper<unknown>): DataOf<'opinion'> | null {
  const { state, personName } = paper;
  const { opinion } = state.assessment;
  const latest = latestAssessment(state.assessment);
  const acceptedOn = state.intake.accepted?.on;
  if (!opinion || !latest || !acceptedOn) return null;
  return {
    head: { ...paperHead(paper), date: opinion.on },
    household: { ...paperHousehold(paper), membersCount: opinion.members },
    acceptedOn,
    methods: methodsOf(paper, opinion.on),
    calculation: cut(topLine(latest.result), 60),
    proposal:
      opinion.outcome === 'grant' ? granted(state.course.scheme, opinion) : { kind: 'refuse' },
    reasons: [
      cut(opinion.reasons, 400),
      ...(opinion.smallOffice ? [cut(`受理与初审为同一人：${opinion.smallOffice}`, 400)] : []),
    ],
    basis: (['DB-19a', 'DB-23', 'DB-23b', 'RG-02'] as const)
      .map((rule) => ruleOf(state.course.scheme, rule))
      .map(basisOf),
    nearRelativeCase: state.disclosure.registered,
    handlers: [signerOf(personName(opinion.by), '初审人', opinion.on)],
    leader: { role: '分管负责人' },
  };
}

function granted(
  scheme: Scheme,
  { monthlyAmount: amount, members }: Opinion,
): DataOf<'opinion'>['proposal'] {
  if (GIVES[scheme] === 'recognition') return { kind: 'recognise', as: SCHEME[scheme] };
  if (GIVES[scheme] === 'once') return { kind: 'grant-once', amount };
  return { kind: 'grant-monthly', amount, persons: members };
}

function methodsOf({ state }: CasePaper<unknown>, on: Opinion['on']): DataOf<'opinion'>['methods'] {
  const { investigation, verification } = state;
  const report = latestReport(verification);
  const visits = investigation.visits.map((each) => ({
    method: '入户调查',
    on: each.on,
    finding: `${each.visitors.map(({ name }) => name).join('、')}入户，家庭成员在场并签字。`,
  }));
  const interviews = investigation.interviews.map((each) => ({
    method: '邻里访问',
    on: each.on,
    finding: `${each.visitors.map(({ name }) => name).join('、')}走访，记录存档。`,
  }));
  const letters = investigation.letters.map((each) => ({
    method: '信函索证',
    on: each.sentOn,
    finding: cut(each.reply ? `已收到答复：${each.asked}` : `尚未答复：${each.asked}`, 600),
  }));
  const concluded = investigation.concluded;
  // Help first: what is usually looked into comes afterwards (LS-08).
  const urgent =
    state.course.channel === 'ordinary'
      ? []
      : [{ method: '情况紧急', on, finding: '先行救助，核对、入户、公示等手续按规定事后补齐。' }];
  return [
    ...urgent,
    ...(report
      ? [
          {
            method: '信息核对',
            on: report.issuedOn,
            finding: `核对报告有效期至 ${report.validUntil}，差异已逐项说明。`,
          },
        ]
      : []),
    ...[...visits, ...interviews, ...letters].slice(-28),
    ...(concluded
      ? [{ method: '调查结论', on: concluded.on, finding: cut(concluded.summary, 600) }]
      : []),
  ];
}

function basisOf(rule: RuleId): { source: string; gist: string } {
  const { instrument, article, gist } = findArticle(rule);
  return { source: cut(`${instrument} ${article}`, 120), gist: cut(gist, 300) };
}

function signerOf(name: string, role: string, signedOn: DataOf<'opinion'>['acceptedOn']) {
  return { ...(name === '' ? {} : { name: cut(name, 40) }), role, signedOn };
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return '未填';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Fits a text into a field of the paper; the record keeps it whole. */
function cut(text: string, longest: number): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}
