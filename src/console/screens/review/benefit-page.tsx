import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { formatDate, type LocalDate } from '../../../kernel/local-date.ts';
import { access } from '../../../modules/review/access.ts';
import { benefitView } from '../../../modules/review/contract.ts';
import { standings } from '../../../modules/review/entitlement.ts';
import { taskKinds } from '../../../modules/review/task-kind.ts';
import { roleTitles, type Role } from '../../../modules/identity/index.ts';
import { SCHEME_SHORT } from '../../../rules/scheme.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { NextForm, QuietForm } from './act-form.tsx';
import type { BenefitShown } from './act-spec.ts';
import { ChallengePanel } from './challenge-panel.tsx';
import { reassessPath, recordErrorPath } from './benefit-path.ts';
import { nextWords } from './due-words.ts';
import { BenefitReading } from './benefit-reading.tsx';
import { MergeLink } from './merge-link.tsx';
import { TransferActs } from './transfer-acts.tsx';
import { headOf, quietFor, specOf } from './next-spec.ts';
import '../../card-table.css';

/** One household or person of the register: what waits for somebody on the left, what is known on the right. */
export default function BenefitPage() {
  const benefitId = useParam('benefitId');
  const [on, setOn] = useState<LocalDate | null>(null);
  const found = useAnswer(benefitView, { params: { benefitId }, search: { ...(on && { on }) } });
  const view = found.answer as BenefitShown | undefined;
  if (!view) {
    return (
      <Page title="救助对象">
        <Refusal problem={found.problem} onAgain={found.askAgain} />
        <Awaiting what={found.awaiting} />
      </Page>
    );
  }
  const isPast = view.on < view.today;
  return (
    <Page title={titleOf(view)} under={underOf(view)}>
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      {isPast && (
        <p role="status">
          <strong>这是 {formatDate(view.on)} 当时的情况，只能查看。</strong>
        </p>
      )}
      <div className="ym-columns">
        <div className="ym-page">
          {!isPast && <Work key={view.version} view={view} onDone={found.askAgain} />}
          <Panel title="看过去某一天">
            <DateField
              id="on"
              label="日期"
              hint="不填为今天"
              value={on}
              onChange={setOn}
              notAfter={view.today}
            />
          </Panel>
        </div>
        <BenefitReading view={view} />
      </div>
    </Page>
  );
}

function titleOf(view: BenefitShown): string {
  const { enrolment } = view.state;
  const covered = (enrolment?.people ?? []).filter((each) => each.covered).length;
  const who = covered > 1 ? `${headOf(view)} 等 ${covered} 人` : headOf(view);
  return `${who} · ${enrolment ? SCHEME_SHORT[enrolment.scheme] : ''}`;
}

function underOf(view: BenefitShown): string {
  const { standing, amount, next, townshipName, villageName, state } = view;
  const isAhead = next !== null && next.from <= (state.entries[0]?.from ?? '');
  const now = `本月 ${formatYuan(amount as Fen)} 元`;
  const due = isAhead ? nextWords(next) : next ? `${now}，${nextWords(next)}` : now;
  const scheme = state.enrolment?.scheme;
  const pays = scheme !== 'margin' && scheme !== 'rigid';
  return [
    isAhead ? '待起发' : standing ? standings[standing] : '待复核',
    ...(pays ? [due] : []),
    `${townshipName}${villageName}`,
    state.enrolment?.number ?? '',
  ].join(' · ');
}

type WorkProps = { readonly view: BenefitShown; readonly onDone: () => void };

/** The first task of one's own, open; the others' in a line each; what may be done at any time below. */
function Work({ view, onDone }: WorkProps) {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const mine = view.tasks.filter((task) => task.roles.includes(role));
  const first = mine.find((task) => !isFar(task));
  const spec = first && specOf(first.kind, view);
  const others = view.tasks.filter((task) => task !== first);
  const clock =
    first && first.left !== null
      ? { due: first.dueOn as LocalDate, left: first.left, unit: 'day' as const }
      : undefined;
  return (
    <>
      {spec && <NextForm key={spec.name} spec={spec} view={view} onDone={onDone} clock={clock} />}
      {first && !spec && <Reassess view={view} what={first.what} role={role} />}
      {others.length > 0 && (
        <Panel title={first ? '还要办的' : '等别人办的'}>
          <ul className="yc-points">
            {others.map(({ kind, what, dueOn, roles }) => (
              <li key={`${kind}${what}`}>
                {taskKinds[kind]}：{what}
                {dueOn && `，${formatDate(dueOn as LocalDate)}前`}
                <span className="ym-quiet">（{whoMay(roles)}）</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {mayRecordError(view, role) && (
        <p>
          <Link to={recordErrorPath(view.benefitId)}>登记原决定的错误</Link>
        </p>
      )}
      <MergeLink view={view} role={role} />
      <div className="yc-quiet-acts">
        <TransferActs view={view} role={role} onDone={onDone} />
      </div>
      <ChallengePanel
        of={{
          ...{ caseId: null, benefitId: view.benefitId, role },
          village: view.state.enrolment?.village ?? '',
          number:
            view.state.adjustments.findLast(({ decision }) => decision)?.decision?.number ?? '',
        }}
      />
      <div className="yc-quiet-acts">
        {quietFor(view, role, spec?.name).map((each) => (
          <QuietForm key={each.name} spec={each} view={view} onDone={onDone} />
        ))}
      </div>
    </>
  );
}

/** An error is recorded while nothing else is being decided and none is open. */
function mayRecordError({ state }: BenefitShown, role: string): boolean {
  const last = state.adjustments.at(-1);
  const isOpen = last && !last.decision && !last.withdrawn;
  const error = state.errors.at(-1);
  const isKnown = error !== undefined && !error.corrected;
  return !isOpen && !isKnown && access.RecordError.roles.some((each) => each === role);
}

/** A review that is months away is nobody's next act; it may be begun all the same, and so the yearly round. */
const FAR_DAYS = 60;
function isFar({ kind, left }: BenefitShown['tasks'][number]): boolean {
  return (kind === 'review' || kind === 'reconfirm') && left !== null && left > FAR_DAYS;
}

function whoMay(roles: readonly string[]): string {
  return roles.map((role) => roleTitles[role as Role] ?? role).join('、');
}

function Reassess({ view, what, role }: { view: BenefitShown; what: string; role: string }) {
  const navigate = useNavigate();
  const mayCalculate = role === 'case-officer' || role === 'aid-officer';
  const isEmpty = view.state.enrolment?.facts === null;
  return (
    <Panel title="重新核算">
      <NextAct
        title="重新核算"
        onAct={() => void navigate({ to: reassessPath(view.benefitId) })}
        because={mayCalculate ? null : '由民政经办重新核算'}
      />
      <p>{what}</p>
      {isEmpty && <p className="ym-quiet">该户是从原有名单登记的，请先把家庭情况填全。</p>}
    </Panel>
  );
}
