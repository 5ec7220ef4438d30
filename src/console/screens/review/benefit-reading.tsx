import { Link } from '@tanstack/react-router';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { formatDate, type LocalDate } from '../../../kernel/local-date.ts';
import {
  adjustmentGrounds,
  adjustmentKinds,
  answerKinds,
  isAdverse,
} from '../../../modules/review/adjustment.ts';
import { changeChannels, checkMethods } from '../../../modules/review/benefit-event.ts';
import { benefitPaperList } from '../../../modules/issuance/index.ts';
import { reconfirmationOutcomes } from '../../../modules/review/reconfirmation.ts';
import { isReplaced, standings } from '../../../modules/review/entitlement.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { PaperLink } from '../../../ui/reading/paper-link.tsx';
import { Tabs } from '../../../ui/reading/tabs.tsx';
import { Timeline } from '../../../ui/reading/timeline.tsx';
import { casePath } from '../case/case-words.ts';
import { PaperTab } from '../issuance/paper-tab.tsx';
import type { BenefitShown } from './act-spec.ts';
import { KnownErrors } from './known-errors.tsx';

type Shown = { readonly view: BenefitShown };

/** What is known of a household: amounts by month, people, checks and changes, adjustments, what happened. */
export function BenefitReading({ view }: Shown) {
  const last = view.state.adjustments.at(-1);
  const adjustments = {
    key: 'adjustments',
    title: '调整',
    content: () => <Adjustments view={view} />,
  };
  const amounts = { key: 'amounts', title: '待遇', content: () => <Amounts view={view} /> };
  // Whoever decides or serves reads the proposal first.
  const isOpen = last && !last.withdrawn && !last.served;
  return (
    <Tabs
      key={isOpen ? 'open' : 'none'}
      label="救助对象资料"
      tabs={[
        ...(isOpen ? [adjustments, amounts] : [amounts, adjustments]),
        { key: 'people', title: '成员', content: () => <People view={view} /> },
        ...(view.state.errors.length > 0
          ? [{ key: 'errors', title: '更正', content: () => <KnownErrors view={view} /> }]
          : []),
        { key: 'checks', title: '核查', content: () => <Checks view={view} /> },
        {
          key: 'papers',
          title: '文书',
          content: () => (
            <PaperTab papers={benefitPaperList(view.benefitId, view.state, isRound(view))} />
          ),
        },
        { key: 'history', title: '过程', content: () => <History view={view} /> },
      ]}
    />
  );
}

function isRound({ tasks }: BenefitShown): boolean {
  return tasks.some(({ kind }) => kind === 'reconfirm');
}

const day = (on: string | null | undefined) => (on ? formatDate(on as LocalDate) : '');
const yuan = (amount: number) => `${formatYuan(amount as Fen)} 元/月`;

function Amounts({ view: { state } }: Shown) {
  const { enrolment, reassessment } = state;
  return (
    <Panel title="逐月待遇">
      <DescriptionSheet
        items={[
          ...state.entries
            .map(({ from, amount, standing, decision, decidedOn }, index) => {
              const words = isReplaced(state.entries, index)
                ? '被后来的决定代替'
                : standings[standing];
              return {
                label: `自 ${from}`,
                value: `${yuan(amount)} · ${words} · ${decision}（${day(decidedOn)}）`,
                wide: true,
              };
            })
            .toReversed(),
          { label: '最近核查', value: day(state.lastCheckedOn) },
          { label: '下次核查', value: day(state.reviewDue) },
          { label: '认定有效期', value: enrolment?.validUntil ? day(enrolment.validUntil) : '—' },
          {
            label: '最近核算',
            value: reassessment
              ? `${day(reassessment.on)}：${reassessment.eligible ? yuan(reassessment.amount) : '不再符合条件'}`
              : '与原决定一致',
            wide: true,
          },
        ]}
      />
      {reassessment && <p className="ym-quiet">{reassessment.result.plainWords}</p>}
    </Panel>
  );
}

function People({ view: { state } }: Shown) {
  const { enrolment, deaths } = state;
  if (!enrolment) return null;
  const { origin } = enrolment;
  return (
    <Panel title="成员">
      <DescriptionSheet
        items={[
          ...enrolment.people.map(({ memberId, name, idNumber, covered }) => {
            const death = deaths.find((each) => each.memberId === memberId);
            const words = [
              covered ? '保障对象' : '不在保障之内',
              ...(memberId === enrolment.head ? ['户主（本人）'] : []),
              ...(death ? [`${day(death.diedOn)}死亡`] : []),
            ];
            return {
              label: name,
              value: `${words.join('，')}；证件 ${idNumber?.masked.slice(-4) ?? '未登记'}`,
              wide: true,
            };
          }),
          {
            label: '来源',
            value:
              origin.kind === 'case' ? (
                <Link to={casePath(origin.caseId)}>原申请办件</Link>
              ) : origin.kind === 'transfer' ? (
                <MovedFiles origin={origin} />
              ) : (
                <>
                  <a href={`/api/files/${origin.scan.hash}/view`} target="_blank" rel="noreferrer">
                    {origin.document}（扫描件）
                  </a>
                  {origin.ledger && `，存量台账第 ${origin.ledger.rows.join('、')} 行`}
                </>
              ),
            wide: true,
          },
          ...(enrolment.account
            ? [
                {
                  label: '银行账号',
                  value: `${enrolment.account.bank} ${enrolment.account.holder} 尾号 ${enrolment.account.number.masked.slice(-4)}（原台账）`,
                  wide: true,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

type Moved = Extract<
  NonNullable<BenefitShown['state']['enrolment']>['origin'],
  { kind: 'transfer' }
>;

/** The file that came along from the township the household left. */
function MovedFiles({ origin }: { origin: Moved }) {
  return (
    <>
      由{origin.from}转入：
      {origin.files.map(({ hash, name }) => (
        <a key={hash} href={`/api/files/${hash}/view`} target="_blank" rel="noreferrer">
          {name}{' '}
        </a>
      ))}
    </>
  );
}

function Adjustments({ view: { state, names, benefitId } }: Shown) {
  if (state.adjustments.length === 0) return <p className="ym-empty">还没有调整。</p>;
  return state.adjustments.toReversed().map((each) => (
    <Panel
      key={each.id}
      title={`${adjustmentKinds[each.kind]}：${yuan(each.before)} → ${yuan(each.amount)}`}
    >
      <DescriptionSheet
        items={[
          { label: '事由', value: adjustmentGrounds[each.ground], wide: true },
          { label: '理由', value: each.reasons, wide: true },
          {
            label: '提出',
            value: `${day(each.proposedOn)} ${names[each.proposedBy] ?? ''}`,
          },
          {
            label: '告知',
            value: each.notice
              ? `${day(each.notice.on)} ${each.notice.recipient}，${day(each.notice.respondBy)}前可以陈述、要求听证`
              : '—',
            wide: true,
          },
          {
            label: '听取意见',
            value: each.answer
              ? `${day(each.answer.on)} ${answerKinds[each.answer.kind]}：${each.answer.content}`
              : '—',
            wide: true,
          },
          {
            label: '决定',
            value: each.decision
              ? `${each.decision.number}，${each.decision.organ}，自 ${each.decision.from} 起。${each.decision.reasons}`
              : each.withdrawn
                ? `已撤回：${each.withdrawn.reason}`
                : '待决定',
            wide: true,
          },
          { label: '送达', value: each.served ? day(each.served.on) : '—' },
        ]}
      />
      {each === state.adjustments.at(-1) && !each.withdrawn && (
        <Letters benefitId={benefitId} each={each} />
      )}
    </Panel>
  ));
}

type Letter = {
  readonly benefitId: string;
  readonly each: BenefitShown['state']['adjustments'][number];
};

/** The letter that is to be handed over now. */
function Letters({ benefitId, each }: Letter) {
  const paper = each.decision
    ? 'adjustment-notice'
    : isAdverse(each.kind)
      ? 'hearing-notice'
      : null;
  if (!paper) return null;
  return (
    <p className="ym-row">
      <PaperLink
        url={`/api/benefits/${benefitId}/papers/${paper}`}
        words={each.decision ? '打印决定书' : '打印告知书'}
        hasLarge
      />
    </p>
  );
}

function Checks({ view }: Shown) {
  const { state, names } = view;
  const reviews = state.reviews.toReversed();
  return (
    <>
      <Panel title="定期核查">
        {reviews.length === 0 && <p className="ym-empty">还没有核查。</p>}
        <ul className="yc-points">
          {reviews.flatMap((review) =>
            review.checks.map((check) => (
              <li key={`${review.id}${check.on}${check.method}`}>
                {day(check.on)} {checkMethods[check.method]}（
                {check.checkers.map((each) => names[each] ?? '').join('、')}）：{check.findings}
                {review.concluded && ` 结论：${review.concluded.note}`}
              </li>
            )),
          )}
        </ul>
      </Panel>
      {state.reconfirmations && (
        <Panel title="年度重新确认">
          <ul className="yc-points">
            {state.reconfirmations.map(({ year, outcome, on, signedBy, files }) => (
              <li key={year}>
                {year} 年度：{day(on)} {signedBy}签字，{reconfirmationOutcomes[outcome]}{' '}
                {files.map(({ hash, name }) => (
                  <a key={hash} href={`/api/files/${hash}/view`} target="_blank" rel="noreferrer">
                    {name}{' '}
                  </a>
                ))}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title="登记的变化">
        {state.changes.length === 0 && <p className="ym-empty">没有登记的变化。</p>}
        <ul className="yc-points">
          {state.changes.map((each) => (
            <li key={each.id}>
              {day(each.happenedOn)} {each.what}（{changeChannels[each.channel]}
              {each.late && '，超过三个月未报告'}）{each.settledOn ? ' 已办结' : ' 待办'}
            </li>
          ))}
        </ul>
      </Panel>
      <WrongReports view={view} />
    </>
  );
}

/** What was reported wrongly, beside who took it back and why. */
function WrongReports({ view: { state, names } }: Shown) {
  const { takenBack = [], enrolment } = state;
  if (takenBack.length === 0) return null;
  const nameOf = (memberId: string) =>
    enrolment?.people.find((each) => each.memberId === memberId)?.name ?? '';
  return (
    <Panel title="登记有误已更正的">
      <ul className="yc-points">
        {takenBack.map(({ report, on, by, reason, files }) => (
          <li key={report.id}>
            {day(report.reportedOn)}登记
            {'diedOn' in report
              ? `${nameOf(report.memberId)}于${day(report.diedOn)}死亡`
              : report.what}
            ；{day(on)} {names[by] ?? ''}更正：{reason}{' '}
            {files.map(({ hash, name }) => (
              <a key={hash} href={`/api/files/${hash}/view`} target="_blank" rel="noreferrer">
                {name}{' '}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function History({ view: { history } }: Shown) {
  return (
    <Timeline
      happenings={history.toReversed().map(({ seq, title, actor, recordedAt }) => ({
        key: String(seq),
        at: formatInstant(instant(recordedAt)),
        title,
        actor,
      }))}
    />
  );
}
