import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { dayOf, instant } from '../../../kernel/clock.ts';
import { localityActivities } from '../../../modules/assessment/contract.ts';
import { localities } from '../../../modules/standards/contract.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { peopleIn, type ColumnSetting } from '../intake/column-setting.ts';
import { columnSetting } from '../intake/use-column-setting.ts';
import { EconomyLedger } from '../intake/economy-ledger.tsx';
import type { IntakeForm } from '../intake/intake-form.ts';
import { PropertyQuestions } from '../intake/property-questions.tsx';
import { ReliefSection } from '../intake/relief-section.tsx';
import { emptySandbox, type Sandbox, setSandbox, useSandbox } from './sandbox.ts';
import { TrialFamily } from './trial-family.tsx';
import { TrialHeadline, TrialResults } from './trial-results.tsx';
import { useTrial } from './use-trial.ts';

/** 试算: a household of nobody's case, any place with standards, any day; the results follow the typing. */
export default function TrialPage() {
  const sandbox = useSandbox();
  const { answer, awaiting, problem, askAgain } = useAnswer(localities, { params: {} });
  const [today] = useState(() => dayOf(instant(Date.now())));
  const [steps, setSteps] = useState<Scheme>('dibao');
  const place = localityOf(sandbox, answer);
  const on = sandbox.on ?? today;
  const trial = useTrial({ place, on, steps, form: sandbox.form });
  const known = useAnswer(localityActivities, {
    params: { place: place || '-' },
    search: { on },
    when: place !== '',
  }).answer;
  const onForm = (change: (form: IntakeForm) => IntakeForm) =>
    setSandbox((now) => ({ ...now, form: change(now.form) }));
  const { form } = sandbox;
  const { members, weighsTekun } = form;
  const setting = columnSetting(known, { people: peopleIn(members), weighsTekun, on });
  return (
    <Page
      title="试算"
      under="不属于任何办件，服务器不保存。称呼只留在本页，其余填写内容留在本标签页，关闭或者退出登录即清除。"
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <Awaiting what={awaiting} />
      <div className="ym-columns yc-trial">
        <div className="yc-intake">
          <Panel title="执行哪里、哪一天的标准">
            <EnterMoves className="ym-form">
              <CodeSelect
                id="locality"
                label="地方"
                required
                value={place === '' ? null : place}
                options={(answer?.places ?? []).map(({ code, name }) => ({
                  value: code,
                  label: name,
                }))}
                onChange={(locality) => setSandbox((now) => ({ ...now, locality }))}
              />
              <DateField
                id="on"
                label="核算基准日"
                required
                value={on}
                onChange={(day) => setSandbox((now) => ({ ...now, on: day }))}
              />
              <div className="ym-row">
                <Button onClick={() => setSandbox((now) => startedAnew(now))}>清空重填</Button>
              </div>
            </EnterMoves>
          </Panel>
          <Household form={form} onForm={onForm} setting={setting} />
        </div>
        <TrialHeadline overview={trial.overview} />
        <TrialResults trial={trial} steps={steps} onSteps={setSteps} />
      </div>
    </Page>
  );
}

function startedAnew({ locality, on }: Sandbox): Sandbox {
  return { ...emptySandbox(), locality, on };
}

type Known = { readonly own: string | null; readonly places: readonly { readonly code: string }[] };

/** The chosen locality, else the one the copied family lives in, else the asker's own; '' until they are known. */
function localityOf({ locality, form }: Sandbox, known: Known | undefined): string {
  if (!known) return '';
  const has = (code: string | null) =>
    code !== null && known.places.some((each) => each.code === code);
  if (has(locality)) return locality ?? '';
  const around = known.places.filter(({ code }) => form.place?.startsWith(code));
  return around.at(-1)?.code ?? known.own ?? known.places[0]?.code ?? '';
}

type HouseholdProps = {
  readonly form: IntakeForm;
  readonly onForm: (change: (form: IntakeForm) => IntakeForm) => void;
  readonly setting: ColumnSetting;
};

function Household(props: HouseholdProps) {
  const shared = { ...props, errors: [] };
  return (
    <>
      <Section title="家庭成员" isOpen>
        <TrialFamily {...props} />
      </Section>
      <Section title="收入" isOpen>
        <EconomyLedger list="incomes" {...shared} />
        <EconomyLedger list="transfersPaid" {...shared} />
      </Section>
      <Section title="财产">
        <EconomyLedger list="assets" {...shared} />
        <PropertyQuestions {...shared} />
      </Section>
      <Section title="赡养、抚养、扶养人">
        <EconomyLedger list="supporters" {...shared} />
      </Section>
      <Section title="支出">
        <EconomyLedger list="spendings" {...shared} />
      </Section>
      <Section title="突发困难">
        <ReliefSection {...shared} />
      </Section>
    </>
  );
}

function Section({
  title,
  isOpen = false,
  children,
}: {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className="ym-panel" open={isOpen}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}
