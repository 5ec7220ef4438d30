import { Panel } from '../../../ui/page.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { Boards } from './boards.tsx';

/** 公布 after the decision: it informs, nobody waits for it to end. */
export default function AnnouncementPanel(given: StagePanelProps) {
  const { decision } = given.state.confirmation;
  if (decision?.outcome !== 'grant') {
    return (
      <Panel title="公布">
        <p>不予确认的决定不公布，只书面告知申请人。</p>
      </Panel>
    );
  }
  return <Boards given={given} kind="after" />;
}
