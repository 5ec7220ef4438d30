import { caseView } from '../../../modules/case/contract.ts';
import { declareHousehold } from '../../../modules/household/contract.ts';
import { ConflictStrip } from '../../../ui/act/conflict-strip.tsx';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { AdvicePanel } from './advice-panel.tsx';
import { IntakeConflict } from './intake-conflict.tsx';
import { bodyOf, formErrors } from './intake-form.ts';
import { Sections } from './intake-sections.tsx';
import { useDraftAdvice } from './use-draft-advice.ts';
import { useIntakeDraft } from './use-intake-draft.ts';

/** 受理 of one family: the sections of the form, one after the other, and the panel that thinks along. */
export default function IntakePage() {
  const caseId = useParam('caseId');
  const { answer, awaiting, problem, askAgain } = useAnswer(caseView, { params: { caseId } });
  const { session } = useSession();
  if (!answer || !session?.post) {
    return (
      <Page title="受理">
        <Refusal problem={problem} onAgain={askAgain} />
        <Awaiting what={awaiting} />
      </Page>
    );
  }
  const given: StagePanelProps = {
    caseId,
    version: answer.version,
    view: answer,
    state: answer.state as StagePanelProps['state'],
    role: session.post.role,
    onDone: askAgain,
  };
  // What was declared is the ground the draft stands on: a new declaration starts a new form.
  const { revision } = given.state.household;
  return <Intake key={`${caseId} ${revision}`} given={given} />;
}

function Intake({ given }: { given: StagePanelProps }) {
  const { caseId, version, state, view } = given;
  const { draft, kept, theirs, isOld, settle } = useIntakeDraft(given);
  const declare = useCommand(declareHousehold);
  const advice = useDraftAdvice(draft.value, caseId, view.summary.scheme);
  const errors = formErrors(declare.errors);
  const isChanged =
    draft.status === 'saving' || draft.status === 'saved' || draft.status === 'unsaved';
  const isDeclared = state.household.declaration !== null;
  const save = async () => {
    const done = await declare.give({ params: { caseId }, body: bodyOf(draft.value), version });
    // Refused as stale: the page reads the case again, and with it what a colleague has changed.
    if (!done.ok) return given.onDone();
    await draft.discard();
    given.onDone();
  };
  const nameOf = (memberId: string) =>
    draft.value.members.find((each) => each.id === memberId)?.name || '（未填姓名）';
  return (
    <Page
      title={view.summary.applicant ? `受理：${view.summary.applicant}家` : '受理：新申请'}
      under={<DraftStatus draft={draft} />}
      next={
        !isOld &&
        (isChanged || !isDeclared) && (
          <NextAct title={declare.title} onAct={() => void save()} busy={declare.busy} />
        )
      }
    >
      <ErrorSummary errors={errors} />
      <Refusal problem={declare.problem} onAgain={() => void save()} />
      <ConflictStrip
        problem={declare.stale}
        mine={() => undefined}
        onTake={() => undefined}
        onSettled={() => {
          declare.clear();
          given.onDone();
        }}
      />
      {isOld && (
        <IntakeConflict
          caseId={caseId}
          base={kept.base}
          mine={kept.form}
          theirs={theirs}
          onSettled={settle}
        />
      )}
      {!isOld && (
        <div className="ym-columns yc-intake-page">
          <Sections
            given={given}
            draft={draft}
            errors={errors}
            isSettled={isDeclared && !isChanged}
          />
          <AdvicePanel advice={advice} nameOf={nameOf} />
        </div>
      )}
    </Page>
  );
}
