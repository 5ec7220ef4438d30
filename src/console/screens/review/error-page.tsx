import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { recordError } from '../../../modules/review/adjustment-contract.ts';
import { benefitView } from '../../../modules/review/contract.ts';
import { errorKinds, errorSources } from '../../../modules/review/found-error.ts';
import type { HouseholdFacts } from '../../../rules/facts.ts';
import { ConflictStrip } from '../../../ui/act/conflict-strip.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useParam } from '../../use-param.ts';
import { peopleIn } from '../intake/column-setting.ts';
import { factsOf } from '../intake/intake-form.ts';
import { useColumnSetting } from '../intake/use-column-setting.ts';
import { ActFields } from './act-fields.tsx';
import {
  type ActField,
  type ActForm,
  type BenefitShown,
  filesIn,
  optionsFrom,
} from './act-spec.ts';
import { benefitPath } from './benefit-path.ts';
import { FactsPanels, formFrom } from './facts-panels.tsx';
import { headOf } from './next-spec.ts';

const fields: readonly ActField[] = [
  { key: 'kind', label: '错误的种类', is: 'code', options: optionsFrom(errorKinds) },
  { key: 'source', label: '怎样发现的', is: 'code', options: optionsFrom(errorSources) },
  { key: 'foundOn', label: '发现日期', is: 'date' },
  { key: 'foundBy', label: '发现的人（单位）', is: 'text' },
  { key: 'what', label: '错在哪里', is: 'text', lines: 3 },
  { key: 'cause', label: '错误的原因', is: 'text', lines: 3 },
  { key: 'files', label: '依据材料', is: 'files', optional: true },
];

/** 登记原决定的错误: the facts as they should have been; the rules say what was paid wrongly, month by month. */
export default function ErrorPage() {
  const benefitId = useParam('benefitId');
  const found = useAnswer(benefitView, { params: { benefitId }, search: {} });
  const view = found.answer as BenefitShown | undefined;
  if (view) return <RecordError key={view.version} view={view} />;
  return (
    <Page title={recordError.title}>
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <Awaiting what={found.awaiting} />
    </Page>
  );
}

function RecordError({ view }: { view: BenefitShown }) {
  const navigate = useNavigate();
  const [form, setForm] = useState(() => formFrom(view));
  const [told, setTold] = useState<ActForm>({
    ...{ kind: 'facts', source: 'self-check', foundOn: view.today as LocalDate, foundBy: '' },
    ...{ what: '', cause: '', files: [] },
  });
  const command = useCommand(recordError);
  const setting = useColumnSetting(peopleIn(form.members), form.weighsTekun);
  const { benefitId, version } = view;
  const act = async () => {
    const facts = factsOf(form) as unknown as HouseholdFacts;
    const body = { ...told, files: filesIn(told['files']), id: newKey(), facts };
    const done = await command.give({ params: { benefitId }, body: body as never, version });
    if (done.ok) void navigate({ to: benefitPath(benefitId) });
  };
  const errors = command.errors.map(({ path, message }) => ({
    path: path.startsWith('facts.') ? path.slice('facts.'.length) : `error.${path}`,
    message,
  }));
  return (
    <Page
      title={`${headOf(view)} · ${recordError.title}`}
      under="把家庭情况改成原决定时应当认定的；原决定保留，差额逐月算出，由有权的人另行决定更正。"
      next={<NextAct title={recordError.title} onAct={() => void act()} busy={command.busy} />}
    >
      <ErrorSummary errors={errors} />
      <Refusal problem={command.problem} onAgain={() => void act()} />
      <ConflictStrip
        problem={command.stale}
        mine={() => undefined}
        onTake={() => undefined}
        onSettled={command.clear}
      />
      <div className="yc-intake">
        <Panel title="错误">
          <ActFields name="error" fields={fields} form={told} setForm={setTold} errors={errors} />
        </Panel>
        <FactsPanels form={form} onForm={setForm} setting={setting} errors={errors} />
      </div>
    </Page>
  );
}
