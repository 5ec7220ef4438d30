import { formatDateWithWeekday } from '../../../kernel/local-date.ts';
import { confirmationReadiness, confirmDecision } from '../../../modules/confirmation/contract.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Awaiting, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { benefitItem, grantWords } from '../case/benefit-words.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';

import { Checks } from './checks.tsx';
import { DecisionSheet } from './decision-sheet.tsx';

const deciders = { township: 'chair', county: 'county-leader' } as const;

/** 确认: every condition of a lawful decision in words, then one button. The amounts are what was posted. */
export default function ConfirmationPanel(given: StagePanelProps) {
  const { decision } = given.state.confirmation;
  const { scheme } = given.view.summary;
  if (decision) {
    return <DecisionSheet caseId={given.caseId} scheme={scheme} decision={decision} />;
  }
  return <Undecided {...given} />;
}

function Undecided({ caseId, version, role, onDone, view }: StagePanelProps) {
  const { scheme } = view.summary;
  const { answer, awaiting, problem, askAgain } = useAnswer(confirmationReadiness, {
    params: { caseId },
  });
  const command = useCommand(confirmDecision);
  if (!answer)
    return problem ? (
      <ActTrouble command={{ ...command, problem }} onAgain={askAgain} />
    ) : (
      <Awaiting what={awaiting} />
    );
  const act = async () => {
    await command.give({ params: { caseId }, body: {}, version });
    // Refused for want of authority, the case has moved to the county: the page must show where it is now.
    onDone();
  };
  const open = answer.checks.find((each) => !each.holds);
  const because = whyNot(role, answer.route, open?.because);
  return (
    <Panel title="作出决定">
      <div className="ym-row">
        <NextAct
          title={command.title}
          onAct={() => void act()}
          busy={command.busy}
          {...(because ? { because } : {})}
        />
      </div>
      <ActTrouble command={command} onAgain={() => void act()} />
      <DescriptionSheet
        items={[
          { label: '决定机关', value: answer.organ },
          { label: '权限', value: authorityWords(answer.authority) },
          { label: '拟作决定', value: outcomeWords(answer.outcome, scheme) },
          ...(answer.outcome === 'grant' ? [benefitItem(scheme, answer.monthlyAmount)] : []),
          { label: '决定日期', value: formatDateWithWeekday(answer.today) },
        ]}
      />
      <Checks checks={answer.checks} />
    </Panel>
  );
}

// The button stays usable without authority: pressing it is what sends the case to the county, on record.
function authorityWords({ ok, text }: { ok: boolean; text: string }): string {
  return ok ? text : `${text}。签发会被拒绝，本办件转县级办理。`;
}

function outcomeWords(outcome: 'grant' | 'refuse' | null, scheme: Scheme): string {
  if (outcome === null) return '尚无初审意见';
  return outcome === 'grant' ? `确认，${grantWords(scheme)}` : '不予确认';
}

function whyNot(
  role: string,
  route: 'township' | 'county',
  open: string | undefined,
): string | undefined {
  if (role !== deciders[route]) {
    return route === 'county' ? '由县民政局分管领导签发' : '由乡镇负责人签发';
  }
  return open;
}
