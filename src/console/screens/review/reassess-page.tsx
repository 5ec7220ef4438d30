import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { reassess } from '../../../modules/review/adjustment-contract.ts';
import { benefitView } from '../../../modules/review/contract.ts';
import { EXIT_REASON } from '../../../rules/code-list.ts';
import type { HouseholdFacts } from '../../../rules/facts.ts';
import { ConflictStrip } from '../../../ui/act/conflict-strip.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { upload, type Uploaded } from '../../../ui/upload.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { useParam } from '../../use-param.ts';
import { peopleIn } from '../intake/column-setting.ts';
import { factsOf, type IntakeForm } from '../intake/intake-form.ts';
import { useColumnSetting } from '../intake/use-column-setting.ts';
import { viewUrl } from '../investigation/signed-file.ts';
import { type BenefitShown, filesIn, optionsFrom } from './act-spec.ts';
import { benefitPath } from './benefit-path.ts';
import { FactsPanels, formFrom } from './facts-panels.tsx';
import { headOf } from './next-spec.ts';

/** The household as it lives now, in the ledgers of the intake; the rules say what follows. */
export default function ReassessPage() {
  const benefitId = useParam('benefitId');
  const found = useAnswer(benefitView, { params: { benefitId }, search: {} });
  const view = found.answer as BenefitShown | undefined;
  if (view) return <Reassess key={view.version} view={view} />;
  return (
    <Page title="重新核算">
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <Awaiting what={found.awaiting} />
    </Page>
  );
}

function Reassess({ view }: { view: BenefitShown }) {
  const navigate = useNavigate();
  const [form, setForm] = useState(() => formFrom(view));
  const [why, setWhy] = useState({ reason: '', authorisations: [] as readonly Uploaded[] });
  const command = useCommand(reassess);
  const setting = useColumnSetting(peopleIn(form.members), form.weighsTekun);
  const { benefitId, version } = view;
  const act = async () => {
    const body = bodyOf(view, form, why);
    const done = await command.give({ params: { benefitId }, body, version });
    if (done.ok) void navigate({ to: benefitPath(benefitId) });
  };
  const errors = command.errors.map(({ path, message }) => ({
    path: path.replace(/^facts\./, ''),
    message,
  }));
  const shared = { form, onForm: setForm, setting, errors };
  return (
    <Page
      title={`${headOf(view)} · 重新核算`}
      under="按现在的情况改动家庭情况；结果和金额由规则算出，改动逐项留下。"
      next={<NextAct title={reassess.title} onAct={() => void act()} busy={command.busy} />}
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
        <Panel title="为什么重新核算">
          <Why why={why} setWhy={setWhy} errors={errors} />
        </Panel>
        <FactsPanels {...shared} />
        <Panel title="因就业收入超过标准的（渐退）">
          <Exit form={form} setForm={setForm} />
        </Panel>
      </div>
    </Page>
  );
}

type Why = { readonly reason: string; readonly authorisations: readonly Uploaded[] };

/** Who joined since goes with the number and the authorisation; everybody else is known already. */
function bodyOf({ state }: BenefitShown, form: IntakeForm, { reason, authorisations }: Why) {
  const known = new Set((state.enrolment?.people ?? []).map(({ memberId }) => memberId));
  const joined = form.members
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, idNumber }) => ({ memberId: id, name, idNumber: idNumber ?? '' }));
  return {
    id: newKey(),
    facts: factsOf(form) as unknown as HouseholdFacts,
    reason,
    joined,
    authorisations: filesIn(authorisations),
  };
}

function Why(props: {
  readonly why: Why;
  readonly setWhy: (change: (why: Why) => Why) => void;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}) {
  const bind = useFields(props.why, props.setWhy, props.errors);
  return (
    <EnterMoves className="ym-form">
      <div className="ym-wide">
        <TextField label="理由" required lines={2} most={1000} {...bind('reason')} />
      </div>
      <div className="ym-wide">
        <FilePicker
          label="新增成员的授权书"
          hint="有新增成员时，每人一份"
          send={(file, onShare, key) => upload('/files', file, onShare, key)}
          viewUrl={viewUrl}
          {...bind('authorisations')}
        />
      </div>
    </EnterMoves>
  );
}

function Exit(props: {
  readonly form: IntakeForm;
  readonly setForm: (change: (form: IntakeForm) => IntakeForm) => void;
}) {
  const { exit } = props.form;
  const setExit = (change: (now: typeof exit) => typeof exit) =>
    props.setForm((now) => ({ ...now, exit: change(now.exit) }));
  const bind = useFields(exit, setExit, [], 'exit');
  const reasons = optionsFrom(EXIT_REASON) as { value: keyof typeof EXIT_REASON; label: string }[];
  return (
    <EnterMoves className="ym-form">
      <CodeSelect label="收入超过标准的原因" options={reasons} {...bind('reason')} />
      <DateField label="收入超过标准的起始日期" {...bind('since')} />
      <MoneyField label="原来的每月低保金" unit="元/月" {...bind('formerAmount')} />
    </EnterMoves>
  );
}
