import type { Fen } from '../../../kernel/fen.ts';
import { assess, formOpinion } from '../../../modules/assessment/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { planWords, proposalWords } from '../case/benefit-words.ts';
import { AskAct } from '../coordination/ask-act.tsx';
import { CaseResults } from './case-results.tsx';
import { ChangeSchemeAct } from './change-scheme-act.tsx';
import { CorrectionAct } from './correction-act.tsx';
import { GoOrdinaryAct } from './go-ordinary-act.tsx';
import { PlanLedger, type PlanRow } from './plan-ledger.tsx';
import { PrintLinks } from './print-links.tsx';
import { latestOf } from './result-sheet.tsx';
import { SetAsideAct } from './set-aside-act.tsx';
import { TrialAct } from './trial-act.tsx';

/** 核算初审: compute, give reasons, form the opinion. Outcome and amount are the calculation's. */
export default function OpinionPanel(given: StagePanelProps) {
  const { state, role, caseId } = given;
  const latest = latestOf(state);
  const isFresh =
    latest?.revision === state.household.revision && latest.result.scheme === state.course.scheme;
  const { opinion } = state.assessment;
  const isFormed = isFresh && opinion?.assessmentSeq === latest?.seq;
  const mayAct = role === 'case-officer';
  return (
    <>
      {mayAct && !isFresh && <AssessAct given={given} isAgain={latest !== undefined} />}
      {mayAct && isFresh && !isFormed && <OpinionAct given={given} />}
      {opinion && <OpinionSheet given={given} />}
      {latest && (
        <Panel title="核算结果">
          {!isFresh && (
            <p className="yc-not-mine">家庭情况或者申请的救助有变化，以下结果已过时。</p>
          )}
          <CaseResults caseId={caseId} state={state} />
          <PrintLinks caseId={caseId} hasOpinion={opinion !== null} />
        </Panel>
      )}
      {mayAct && <CorrectionAct given={given} />}
      {mayAct && isFresh && !isFormed && mayAsk(state) && <AskAct given={given} />}
      {mayAct && state.course.channel !== 'ordinary' && <GoOrdinaryAct given={given} />}
      {mayAct && <ChangeSchemeAct given={given} />}
      {mayAct && <TrialAct given={given} />}
      {mayAct && opinion && <SetAsideAct given={given} />}
    </>
  );
}

function AssessAct({ given, isAgain }: { given: StagePanelProps; isAgain: boolean }) {
  const command = useCommand(assess);
  const act = async () => {
    const { caseId, version } = given;
    const done = await command.give({ params: { caseId }, body: {}, version });
    if (done.ok) given.onDone();
  };
  return (
    <Panel title={isAgain ? '重新核算' : '核算'}>
      <p>按受理日的标准和当地口径，由系统根据家庭情况核算。结果不能手工更改；事实有误请先更正。</p>
      <ActTrouble command={command} onAgain={() => void act()} />
      <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
    </Panel>
  );
}

const blank = { reasons: '', smallOffice: '', plan: [] as readonly PlanRow[] };

function OpinionAct({ given }: { given: StagePanelProps }) {
  const { caseId, version, state } = given;
  const amount = staggerable(state);
  const draft = useDraft(`form-opinion:${caseId}:${state.assessment.rounds}`, blank);
  const command = useCommand(formOpinion);
  const bind = useFields(draft.value, draft.setValue, command.errors);
  const act = async () => {
    const { reasons, smallOffice, plan } = draft.value;
    const body = {
      ...{ reasons, smallOffice: smallOffice.trim() === '' ? null : smallOffice },
      plan: plan.length === 0 ? null : plan.map(({ id: _, ...each }) => each),
    } as Parameters<typeof command.give>[0]['body'];
    const done = await command.give({ params: { caseId }, body, version });
    if (!done.ok) return;
    await draft.discard();
    given.onDone();
  };
  const needsReason = command.problem?.code === 'small-office-reason-missing';
  return (
    <Panel title="初审意见">
      <DraftStatus draft={draft} />
      <ActTrouble command={command} onAgain={() => void act()} />
      <TextField label="初审理由" required lines={4} most={1000} {...bind('reasons')} />
      {(needsReason || draft.value.smallOffice !== '') && (
        <TextField
          label="人手不足、由受理人员兼任初审的理由"
          lines={2}
          most={500}
          {...bind('smallOffice')}
        />
      )}
      {amount !== null && (
        <PlanLedger
          rows={draft.value.plan}
          onRows={(change) => draft.setValue((now) => ({ ...now, plan: change(now.plan) }))}
          errors={command.errors}
          amount={amount}
        />
      )}
      <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
    </Panel>
  );
}

/** The sum that may be paid in stages; null for what is paid by the month, recognised or refused (LS-16). */
function staggerable(state: StagePanelProps['state']): Fen | null {
  const latest = latestOf(state);
  const isGranted = latest?.result.outcome === 'eligible';
  if (state.course.scheme !== 'temporary' || !isGranted) return null;
  const agreed = state.coordination.records.at(-1);
  return agreed?.amount ?? latest.result.monthlyAmount;
}

/** Whether the township may put it to the county: 临时救助 by the ordinary way that nothing was proposed for yet. */
function mayAsk({ course, coordination }: StagePanelProps['state']): boolean {
  return (
    course.scheme === 'temporary' && course.channel === 'ordinary' && coordination.asked === null
  );
}

function OpinionSheet({ given: { state, view } }: { given: StagePanelProps }) {
  const { opinion } = state.assessment;
  if (!opinion) return null;
  const proposal =
    opinion.outcome === 'grant'
      ? `拟同意：${proposalWords(state.course.scheme, opinion.members, opinion.monthlyAmount)}${opinion.tier ? `（${opinion.tier}）` : ''}`
      : '拟不予确认';
  return (
    <Panel title={`初审意见（第 ${opinion.round} 次）`}>
      <DescriptionSheet
        items={[
          { label: '意见', value: proposal, wide: true },
          { label: '理由', value: opinion.reasons, wide: true },
          { label: '提出人', value: view.names[opinion.by] },
          { label: '日期', value: opinion.on },
          ...(opinion.plan
            ? [{ label: '分次发放', value: planWords(opinion.plan), wide: true }]
            : []),
          ...(opinion.smallOffice ? [{ label: '兼任理由', value: opinion.smallOffice }] : []),
          { label: '意见编号', value: opinion.hash.slice(0, 8) },
        ]}
      />
    </Panel>
  );
}
