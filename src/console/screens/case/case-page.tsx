import { useState } from 'react';
import { caseView } from '../../../modules/case/contract.ts';
import { Clock } from '../../../ui/act/clock.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page } from '../../../ui/page.tsx';
import { CaseVisit } from '../../../ui/reading/masked.tsx';
import { StageBar } from '../../../ui/reading/stage-bar.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { CaseReading } from './case-reading.tsx';
import { type CaseViewed, clockOf, openStagesFor, stagesForBar } from './case-view.ts';
import { familyWords, routeTitles, schemeWords, statusTitles } from './case-words.ts';
import { CaseWork } from './case-work.tsx';
import type { StagePanelProps } from './stage-panel.ts';

/** 办件: stage bar above, the open stage's work on the left, law, figures, papers and family on the right. */
export default function CasePage() {
  const caseId = useParam('caseId');
  const { answer, awaiting, problem, askAgain } = useAnswer(caseView, { params: { caseId } });
  const { session } = useSession();
  if (answer && session?.post) {
    return (
      <CaseVisit key={caseId}>
        <OpenCase view={answer} role={session.post.role} onDone={askAgain} />
      </CaseVisit>
    );
  }
  return (
    <Page title="办件">
      <Refusal problem={problem} onAgain={askAgain} />
      <Awaiting what={awaiting} />
    </Page>
  );
}

type OpenCaseProps = {
  readonly view: CaseViewed;
  readonly role: string;
  readonly onDone: () => void;
};

function OpenCase({ view, role, onDone }: OpenCaseProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const open = openStagesFor(view, role);
  const stage = view.stages.find(({ id }) => id === chosen) ?? open[0] ?? null;
  const given: StagePanelProps = {
    caseId: view.caseId,
    version: view.version,
    view,
    state: view.state as StagePanelProps['state'],
    role,
    onDone: () => {
      setChosen(null);
      onDone();
    },
  };
  return (
    <Page title={familyWords(view.summary)} under={<UnderTitle view={view} />}>
      <StageBar stages={stagesForBar(view)} open={stage?.id} onOpen={setChosen} />
      <div className="ym-columns yc-case">
        <CaseWork given={given} open={open} stage={stage} onStage={setChosen} />
        <CaseReading given={given} stage={stage} />
      </div>
    </Page>
  );
}

function UnderTitle({ view: { summary, state, totalDue } }: { view: CaseViewed }) {
  const { route, number, townshipName, villageName, status, kin } = summary;
  const { routeBecause } = (state as StagePanelProps['state']).course;
  const clock = status === 'open' ? clockOf(totalDue, '办结全案') : undefined;
  const words = [
    schemeWords(summary),
    routeTitles[route],
    ...(routeBecause ? [routeBecause] : []),
    number || '尚未受理',
    townshipName === villageName ? villageName : `${townshipName} ${villageName}`,
    ...(kin ? ['近亲属备案'] : []),
  ];
  return (
    <>
      <strong>{statusTitles[status]}</strong> · {words.join(' · ')}
      {clock && (
        <>
          {' · '}
          <Clock clock={clock} />
        </>
      )}
    </>
  );
}
