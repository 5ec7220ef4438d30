import { type ComponentType, lazy } from 'react';
import type { StageId } from '../../../modules/case/index.ts';
import type { StagePanelProps } from './stage-panel.ts';

/** The work of each stage; a panel is loaded when its stage is first opened. */
export const panels: { readonly [Id in StageId]?: ComponentType<StagePanelProps> } = {
  investigation: lazy(() => import('../investigation/investigation-panel.tsx')),
  'county-visit': lazy(() => import('../investigation/county-visit-panel.tsx')),
};
