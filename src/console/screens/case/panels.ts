import { type ComponentType, lazy } from 'react';
import type { StageId } from '../../../modules/case/index.ts';
import type { StagePanelProps } from './stage-panel.ts';

/** The work of each stage; a panel is loaded when its stage is first opened. */
export const panels: { readonly [Id in StageId]: ComponentType<StagePanelProps> } = {
  intake: lazy(() => import('../intake/intake-panel.tsx')),
  authorisation: lazy(() => import('../intake/authorisation-panel.tsx')),
  verification: lazy(() => import('../verification/verification-panel.tsx')),
  investigation: lazy(() => import('../investigation/investigation-panel.tsx')),
  opinion: lazy(() => import('../assessment/opinion-panel.tsx')),
  publicity: lazy(() => import('../publicity/publicity-panel.tsx')),
  announcement: lazy(() => import('../publicity/announcement-panel.tsx')),
  'county-review': lazy(() => import('../confirmation/county-review-panel.tsx')),
  confirmation: lazy(() => import('../confirmation/confirmation-panel.tsx')),
  service: lazy(() => import('../confirmation/service-panel.tsx')),
  deliberation: lazy(() => import('../deliberation/deliberation-panel.tsx')),
  archive: lazy(() => import('../archive/archive-panel.tsx')),
  coordination: lazy(() => import('../coordination/coordination-panel.tsx')),
  instalment: lazy(() => import('../instalment/instalment-panel.tsx')),
  care: lazy(() => import('../investigation/care-panel.tsx')),
  completion: lazy(() => import('../confirmation/completion-panel.tsx')),
  report: lazy(() => import('../confirmation/report-panel.tsx')),
  'county-visit': lazy(() => import('../investigation/county-visit-panel.tsx')),
};
