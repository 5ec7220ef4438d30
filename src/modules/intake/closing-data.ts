import { formatDate, type LocalDate } from '../../kernel/local-date.ts';
import { cite, type RuleId } from '../../law/index.ts';
import { type DataOf, remediesOf } from '../../paper/index.ts';
import type { CaseState } from '../case/index.ts';
import type { AcceptanceRefusalGround } from './intake.ts';
import { applicantOf, headOf, officeOf, organOf, type PaperBase, schemesOf } from './paper-data.ts';

type Closing = DataOf<'closing-notice'>;

const CLOSED_BY_LAW = {
  rule: 'DB-29',
  gist: '家庭成员无正当理由不配合调查核实的，可以终止审核确认程序。',
} as const;

const NOT_ACCEPTED: {
  readonly [Ground in AcceptanceRefusalGround]: { readonly rule: RuleId; readonly gist: string };
} = {
  incomplete: {
    rule: 'DB-10',
    gist: '材料齐备的应当受理；不齐备的，一次性告知需要补齐的全部材料。',
  },
  'registered-elsewhere': { rule: 'DB-04', gist: '申请由户籍所在地的乡镇（街道）受理。' },
  'already-covered': {
    rule: 'DB-04',
    gist: '以家庭为单位，由一名共同生活的家庭成员提出申请。',
  },
  other: { rule: 'DB-10', gist: '材料齐备且符合受理条件的，应当受理。' },
};

/**
 * The letter when a procedure ends without a decision: not accepted, ended because the family would not cooperate
 * (DB-29), or withdrawn. The first two may be fought; accepting and investigating are the township's own tasks.
 */
export function closingNoticeOf(base: PaperBase): Closing | null {
  const { state } = base;
  const { closed } = state.course;
  if (!closed || !(closed.ground in KINDS)) return null;
  const kind = KINDS[closed.ground as keyof typeof KINDS];
  const { refused } = state.intake;
  const basis = refused ? NOT_ACCEPTED[refused.ground] : CLOSED_BY_LAW;
  return {
    head: headOf(base, closed.on),
    kind,
    applicant: applicantOf(state).name,
    schemes: schemesOf(base.state),
    appliedOn: state.course.openedOn ?? closed.on,
    closedOn: closed.on,
    facts: factsOf(state),
    reasons: [closed.reason.slice(0, 4000)],
    ...(kind === 'withdrawn'
      ? { basis: [] }
      : {
          basis: [{ source: cite(basis.rule).source, gist: basis.gist }],
          remedies: remediesHere(base),
        }),
    whatNext: [
      '情况变化或者材料补齐后，可以随时重新申请。',
      '生活遇到急难的，可以同时申请临时救助，窗口会协助办理。',
    ],
    office: officeOf(base),
  };
}

const KINDS = {
  'not-accepted': 'not-accepted',
  'non-cooperation': 'terminated',
  withdrawn: 'withdrawn',
} as const;

function remediesHere({ townshipName, countyName }: PaperBase) {
  return remediesOf({
    mode: 'own-name',
    act: 'decision',
    township: {
      name: organOf(townshipName),
      kind: townshipName.endsWith('街道') ? 'subdistrict' : 'township',
    },
    county: { government: `${countyName}人民政府`, bureau: `${countyName}民政局` },
    court: `${countyName}人民法院`,
  });
}

function factsOf(state: CaseState): string[] {
  const { openedOn } = state.course;
  const { notice, accepted } = state.intake;
  const on = (date: LocalDate) => formatDate(date);
  return [
    ...(openedOn ? [`您于${on(openedOn)}提出低保申请。`] : []),
    ...(notice
      ? [
          `我们于${on(notice.on)}一次性告知还缺少：${notice.missing.map((each) => each.text).join('、')}。`,
        ]
      : []),
    ...(accepted ? [`我们于${on(accepted.on)}受理，编号${accepted.number}。`] : []),
  ];
}
