import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { type IntakeAdvice, intakeAdvice } from '../../../modules/intake/contract.ts';
import type { FieldError } from '../../../ui/problem.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import type { DraftInHand } from '../../../ui/use-draft.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { Acceptance } from './acceptance.tsx';
import { ChecklistForm } from './checklist-form.tsx';
import { peopleIn } from './column-setting.ts';
import { EconomyLedger } from './economy-ledger.tsx';
import { FamilySection } from './family-section.tsx';
import type { IntakeForm } from './intake-form.ts';
import { ProxyForm } from './proxy-form.tsx';
import { PropertyQuestions } from './property-questions.tsx';
import { RelativesForm } from './relatives-form.tsx';
import { ReliefSection } from './relief-section.tsx';
import { Signing } from './signing.tsx';
import { useColumnSetting } from './use-column-setting.ts';

type SectionsProps = {
  readonly given: StagePanelProps;
  readonly draft: DraftInHand<IntakeForm>;
  readonly errors: readonly FieldError[];
  /** The form is declared as it stands: what follows rests on it. */
  readonly isSettled: boolean;
};

/** The sections of the intake, one after the other; what follows the form waits until it is declared. */
export function Sections({ given, draft, errors, isSettled }: SectionsProps) {
  const { caseId, version, state } = given;
  // Help first: who and what happened, then accept; everything else is told once the emergency is over (LS-08).
  const isHelpFirst = state.course.channel !== 'ordinary';
  const [reached, setReached] = useState(isSettled ? 8 : isHelpFirst ? FIRST.length - 1 : 0);
  const { value: form, setValue } = draft;
  const { answer: advice } = useAnswer(intakeAdvice, { params: { caseId } });
  const setting = useColumnSetting(peopleIn(form.members), form.weighsTekun);
  const shared = { form, onForm: setValue, setting, errors };
  const later = (content: ReactNode) =>
    isSettled ? content : <p className="ym-quiet">先按“登记家庭情况”，再办这一节。</p>;
  const sections: readonly (readonly [string, ReactNode])[] = [
    ['家庭成员', <FamilySection key="family" {...shared} />],
    [
      '收入',
      <div key="income">
        <EconomyLedger list="incomes" {...shared} />
        <EconomyLedger list="transfersPaid" {...shared} />
      </div>,
    ],
    [
      '财产',
      <div key="assets">
        <EconomyLedger list="assets" {...shared} />
        <PropertyQuestions {...shared} />
      </div>,
    ],
    ['赡养、抚养、扶养人', <EconomyLedger key="supporters" list="supporters" {...shared} />],
    ['支出', <EconomyLedger key="spendings" list="spendings" {...shared} />],
    ['突发困难', <ReliefSection key="relief" {...shared} />],
    [
      '材料清单和受理',
      later(
        advice && <PapersAndAcceptance given={given} advice={advice} isHelpFirst={isHelpFirst} />,
      ),
    ],
    ['授权承诺', later(<Signing {...given} />)],
    ['近亲属声明', later(<RelativesForm key={version} {...given} />)],
  ];
  const ordered = isHelpFirst
    ? [
        ...sections.filter(([title]) => FIRST.includes(title)),
        ...sections.filter(([title]) => !FIRST.includes(title)),
      ]
    : sections;
  return (
    <div className="yc-intake">
      {ordered.map(([title, content], index) => (
        <Section
          key={title}
          title={`${index + 1}. ${title}`}
          isReached={index <= reached}
          next={ordered[index + 1]?.[0]}
          onNext={() => setReached((now) => Math.max(now, index + 1))}
        >
          {content}
        </Section>
      ))}
    </div>
  );
}

type PapersProps = {
  readonly given: StagePanelProps;
  readonly advice: IntakeAdvice;
  readonly isHelpFirst: boolean;
};

/** What must be brought, who applies for the family, and the acceptance. */
function PapersAndAcceptance({ given, advice, isHelpFirst }: PapersProps) {
  const { caseId, version, state, onDone } = given;
  return (
    <>
      {!state.intake.accepted && !isHelpFirst && (
        <ChecklistForm
          key={version}
          caseId={caseId}
          version={version}
          documents={advice.documents}
          recorded={state.intake.checklist}
          onDone={onDone}
        />
      )}
      <ProxyForm {...given} />
      <Acceptance {...given} advice={advice} />
    </>
  );
}

const FIRST: readonly string[] = ['家庭成员', '突发困难', '材料清单和受理'];

type SectionProps = {
  readonly title: string;
  readonly isReached: boolean;
  readonly next: string | undefined;
  readonly onNext: () => void;
  readonly children: ReactNode;
};

/** Opens when the one before is done; may be folded, and comes back as it was. */
function Section({ title, isReached, next, onNext, children }: SectionProps) {
  const box = useRef<HTMLDetailsElement>(null);
  const goOn = () => {
    onNext();
    // The next section is drawn with this change; its first field can take the focus after it.
    setTimeout(() => {
      const following = box.current?.nextElementSibling;
      following?.scrollIntoView({ block: 'start' });
      following?.querySelector<HTMLElement>('input, button')?.focus();
    }, 0);
  };
  return (
    <details ref={box} className="ym-panel" open={isReached} key={String(isReached)}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
      {next && (
        <div className="ym-row">
          <Button onClick={goOn}>下一节：{next}</Button>
        </div>
      )}
    </details>
  );
}
