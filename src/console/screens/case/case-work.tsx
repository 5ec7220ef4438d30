import { Suspense } from 'react';
import { Awaiting } from '../../../ui/page.tsx';
import { Tabs } from '../../../ui/reading/tabs.tsx';
import { rolesWords, type StageViewed } from './case-view.ts';
import { CaseOver } from './case-over.tsx';
import { panels } from './panels.ts';
import { CooperationActs } from '../cooperation/cooperation-acts.tsx';
import { MakeGoodAct } from '../investigation/remote-acts.tsx';
import { ReferralActs } from '../referral/referral-acts.tsx';
import { StageRules } from '../rulebook/stage-rules.tsx';
import { QuietActs } from './quiet-acts.tsx';
import type { StagePanelProps } from './stage-panel.ts';

type CaseWorkProps = {
  readonly given: StagePanelProps;
  /** The open stages, mine first. */
  readonly open: readonly StageViewed[];
  /** The one shown: an open one, or a finished one that was chosen in the bar; null when all is over. */
  readonly stage: StageViewed | null;
  readonly onStage: (id: string) => void;
};

/** The left side: what must be done now, and below it the quieter acts. */
export function CaseWork({ given, open, stage, onStage }: CaseWorkProps) {
  const isOpen = open.some(({ id }) => id === stage?.id);
  const shown = isOpen || !stage ? open : [...open, stage];
  return (
    <div className="yc-work">
      {!tellsDecision(stage) && <CaseOver given={given} />}
      {stage && shown.length > 1 && (
        <Tabs
          label="环节"
          open={stage.id}
          onOpen={onStage}
          tabs={shown.map((each) => ({
            key: each.id,
            title: each.status === 'done' ? `${each.title}（已完成）` : each.title,
            content: () => <StageWork given={given} stage={each} />,
          }))}
        />
      )}
      {stage && shown.length === 1 && <StageWork given={given} stage={stage} />}
      <CooperationActs given={given} />
      <MakeGoodAct given={given} />
      <ReferralActs given={given} />
      <QuietActs given={given} />
    </div>
  );
}

/** The panels of these stages show the decision themselves. */
function tellsDecision(stage: StageViewed | null): boolean {
  return stage?.id === 'confirmation' || stage?.id === 'service';
}

function StageWork({ given, stage }: { given: StagePanelProps; stage: StageViewed }) {
  const StagePanel = panels[stage.id as keyof typeof panels];
  const isMine = stage.turn.includes(given.role);
  return (
    <section className="yc-stage-work" aria-label={stage.title}>
      {!isMine && stage.status === 'open' && (
        <p className="yc-not-mine">
          {stage.because}。这一环节现在由{rolesWords(stage.turn)}办理。
        </p>
      )}
      <Suspense fallback={<Awaiting what={`正在打开“${stage.title}”…`} />}>
        <StagePanel {...given} />
      </Suspense>
      <StageRules stage={stage.id} place={given.view.summary.township} />
    </section>
  );
}
