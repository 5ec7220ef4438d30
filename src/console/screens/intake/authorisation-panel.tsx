import { Panel } from '../../../ui/page.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { isWindow } from './intake-path.ts';
import { RelativesForm } from './relatives-form.tsx';
import { Signing } from './signing.tsx';

/** 授权承诺 on the case page: every member signs, then the declaration of near relatives. */
export default function AuthorisationPanel(given: StagePanelProps) {
  if (!isWindow(given.role)) return null;
  return (
    <div className="yc-intake">
      <Panel title="授权承诺">
        <Signing {...given} />
      </Panel>
      <Panel title="近亲属声明">
        <RelativesForm key={given.version} {...given} />
      </Panel>
    </div>
  );
}
