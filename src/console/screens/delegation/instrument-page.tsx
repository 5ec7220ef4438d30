import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import { checkInstrument, instrumentView } from '../../../modules/delegation/contract.ts';
import { actTitles, issuerLevels, modeTitles } from '../../../modules/delegation/index.ts';
import { ConflictStrip } from '../../../ui/act/conflict-strip.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import type { FieldProps } from '../../../ui/field/field-frame.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { Timeline } from '../../../ui/reading/timeline.tsx';
import { formatYuan } from '../../../kernel/fen.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { dayWords } from '../../day-words.ts';
import { readinessPath, scoreWords } from '../readiness/readiness-words.ts';
import { InstrumentActs } from './instrument-acts.tsx';
import {
  type InstrumentViewed,
  mattersWords,
  periodWords,
  standingWords,
} from './instrument-words.ts';
import { OpenCases } from './open-cases.tsx';

const mayList = ['aid-officer', 'inspector', 'county-leader', 'auditor'];

/** One instrument: what it says, its scan, what happened to it, and what withdrawing it would do. */
export default function InstrumentPage() {
  const instrumentId = useParam('instrumentId');
  const found = useAnswer(instrumentView, { params: { instrumentId } });
  if (found.answer) return <Instrument view={found.answer} onDone={found.askAgain} />;
  return (
    <Page title="赋权书">
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <Awaiting what={found.awaiting} />
    </Page>
  );
}

function Instrument({ view, onDone }: { view: InstrumentViewed; onDone: () => void }) {
  const { summary, effect, openCases } = view;
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const check = useCommand(checkInstrument);
  const [form, setForm] = useState({ override: '' });
  const bind = useFields(form, setForm, check.errors);
  const { instrumentId, version } = summary;
  const act = async () => {
    const body = { override: form.override.trim() || null };
    const done = await check.give({ params: { instrumentId }, body, version });
    if (done.ok) onDone();
  };
  const mayOverride = role === 'county-leader' && summary.standing === 'draft';
  const mayCheck = summary.standing === 'draft' && ['aid-officer', 'county-leader'].includes(role);
  return (
    <Page
      title={`${summary.townshipName} ${summary.number}`}
      under={`${standingWords(summary)} · ${mattersWords(summary.matters)}`}
      next={
        mayCheck && (
          <NextAct
            title="复核无误，生效"
            onAct={() => void act()}
            busy={check.busy}
            because={heldBy(view, role)}
          />
        )
      }
    >
      <Refusal problem={check.problem} onAgain={() => void act()} />
      <ConflictStrip
        problem={check.stale}
        mine={() => undefined}
        onTake={() => undefined}
        onSettled={check.clear}
      />
      <div className="ym-columns">
        <div className="ym-page">
          <Readiness view={view} override={mayOverride ? bind('override') : null} />
          <Panel title="文件内容">
            <Content view={view} />
          </Panel>
          <InstrumentActs view={view} role={role} onDone={onDone} />
          <Panel title="在办案件">
            <p>{effect}。确认时仍没有有效赋权书的，由县级民政部门确认。</p>
            {openCases > 0 && mayList.includes(role) && <OpenCases instrumentId={instrumentId} />}
          </Panel>
        </div>
        <div className="ym-page">
          <Panel title="扫描件">
            <img
              className="yc-scan"
              src={`/api/instruments/${instrumentId}/scan`}
              alt={`${summary.number} 扫描件第 1 页`}
            />
          </Panel>
          <Panel title="办理过程">
            <Timeline happenings={happeningsOf(view)} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

type ReadinessProps = {
  readonly view: InstrumentViewed;
  /** The field of a reason, for who may bring it into force all the same. */
  readonly override: Omit<FieldProps<string>, 'label'> | null;
};

function Readiness({ view: { summary, readiness }, override }: ReadinessProps) {
  if (!readiness) return null;
  return (
    <Panel title="承接能力">
      <p>
        <Link to={readinessPath(summary.township)}>评估</Link>：
        {readiness.passes ? scoreWords(readiness) : readiness.because}。
      </p>
      {override && !readiness.passes && (
        <TextField lines={3} most={500} {...override} label="未达合格线仍要生效的理由" />
      )}
    </Panel>
  );
}

/** Why this person may not check it now, with who can. */
function heldBy({ writtenByMe, readiness }: InstrumentViewed, role: string): string | null {
  if (writtenByMe) return '登记人不能复核，请由另一名县级人员复核';
  if (readiness?.passes !== false || role === 'county-leader') return null;
  return `${readiness.because}，请先评估整改，或者由分管领导写明理由决定`;
}

function happeningsOf({ history }: InstrumentViewed) {
  return history.toReversed().map(({ seq, title, actor, recordedAt, reason }) => ({
    key: String(seq),
    at: formatInstant(instant(recordedAt)),
    title,
    actor,
    ...(reason !== '' && { detail: reason }),
  }));
}

function Content({ view: { content, summary } }: { view: InstrumentViewed }) {
  return (
    <DescriptionSheet
      items={[
        { label: '标题', value: content.title, wide: true },
        { label: '发文机关', value: `${content.issuer}（${issuerLevels[content.issuerLevel]}）` },
        { label: '发文日期', value: dayWords(content.issuedOn) },
        { label: '方式', value: modeTitles[content.mode] },
        { label: '期限', value: periodWords(summary) },
        { label: '事项', value: mattersWords(content.matters), wide: true },
        { label: '权限', value: content.acts.map((each) => actTitles[each]).join('、') },
        {
          label: '临时救助上限',
          value:
            content.temporaryCeiling === null
              ? '不适用'
              : `${formatYuan(content.temporaryCeiling)} 元/次`,
        },
        { label: '省级依据', value: content.provincialBasis, wide: true },
      ]}
    />
  );
}
