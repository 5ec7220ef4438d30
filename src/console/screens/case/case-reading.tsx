import { lazy, Suspense } from 'react';
import { casePaperList } from '../../../modules/issuance/index.ts';
import { Awaiting } from '../../../ui/page.tsx';
import AssessmentTab from '../assessment/assessment-tab.tsx';
import { PaperTab } from '../issuance/paper-tab.tsx';
import { Tabs } from '../../../ui/reading/tabs.tsx';
import type { StageViewed } from './case-view.ts';
import { LawTab } from './law-tab.tsx';
import { MaterialsTab } from './materials-tab.tsx';
import type { StagePanelProps } from './stage-panel.ts';
import { TimelineTab } from './timeline-tab.tsx';

const HouseholdPanel = lazy(() => import('../household/household-panel.tsx'));

type CaseReadingProps = { readonly given: StagePanelProps; readonly stage: StageViewed | null };

/** The right side: what the work stands on. */
export function CaseReading({ given, stage }: CaseReadingProps) {
  return (
    <aside className="ym-panel yc-reading" aria-label="办件情况">
      <Tabs
        label="办件情况"
        tabs={[
          { key: 'law', title: '依据', content: () => <LawTab view={given.view} stage={stage} /> },
          {
            key: 'assessment',
            title: '核算',
            content: () => <AssessmentTab {...given} />,
          },
          { key: 'materials', title: '材料', content: () => <MaterialsTab state={given.state} /> },
          {
            key: 'papers',
            title: '文书',
            content: () => <PaperTab papers={casePaperList(given.caseId, given.state)} />,
          },
          {
            key: 'family',
            title: '家庭',
            content: () => (
              <Suspense fallback={<Awaiting what="正在打开“家庭”…" />}>
                <HouseholdPanel {...given} />
              </Suspense>
            ),
          },
          {
            key: 'timeline',
            title: '时间线',
            content: () => <TimelineTab caseId={given.caseId} />,
          },
        ]}
      />
    </aside>
  );
}
