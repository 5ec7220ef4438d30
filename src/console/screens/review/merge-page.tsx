import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { benefitList, benefitView } from '../../../modules/review/contract.ts';
import { proposeMerge } from '../../../modules/review/merge-contract.ts';
import { mergedFacts } from '../../../modules/review/merged-facts.ts';
import type { HouseholdFacts } from '../../../rules/facts.ts';
import { SCHEME_SHORT } from '../../../rules/scheme.ts';
import { ConflictStrip } from '../../../ui/act/conflict-strip.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useParam } from '../../use-param.ts';
import { peopleIn } from '../intake/column-setting.ts';
import { factsOf } from '../intake/intake-form.ts';
import { useColumnSetting } from '../intake/use-column-setting.ts';
import { ActFields } from './act-fields.tsx';
import { type ActField, type ActForm, type BenefitShown, filesIn } from './act-spec.ts';
import { benefitPath } from './benefit-path.ts';
import { FactsPanels, formFrom } from './facts-panels.tsx';
import { headOf } from './next-spec.ts';

const ABOUT =
  '两户合为一户：选好并入的另一户，把合并后的家庭情况核对填全。决定以前两户照旧发放；决定后本户自次月起按合并后的金额发放，另一户自同一月起停止。';

/** 合户: the other household is chosen, then both families' facts stand in one form. */
export default function MergePage() {
  const benefitId = useParam('benefitId');
  const [otherId, setOtherId] = useState<string | null>(null);
  const own = useAnswer(benefitView, { params: { benefitId }, search: {} });
  const other = useAnswer(benefitView, {
    params: { benefitId: otherId ?? '' },
    search: {},
    when: otherId !== null,
  });
  const view = own.answer as BenefitShown | undefined;
  const theirs = other.answer as BenefitShown | undefined;
  const empty = [view, theirs].find((each) => each && !each.state.enrolment?.facts);
  if (view && theirs && otherId && !empty) {
    return <Merge key={`${view.version}-${otherId}-${theirs.version}`} own={view} other={theirs} />;
  }
  return (
    <Page title={view ? `${headOf(view)} · 合户` : '合户'} under={ABOUT}>
      <Refusal problem={own.problem ?? other.problem} onAgain={own.askAgain} />
      <Awaiting what={own.awaiting ?? (otherId ? other.awaiting : null)} />
      {empty && (
        <p role="status">
          {headOf(empty)}户是从原有名单登记的，请先在该户“重新核算”中把家庭情况填全，再办合户。
        </p>
      )}
      {view && <Chooser benefitId={benefitId} chosen={otherId} onChoose={setOtherId} />}
    </Page>
  );
}

type ChooserProps = {
  readonly benefitId: string;
  readonly chosen: string | null;
  readonly onChoose: (otherId: string | null) => void;
};

function Chooser({ benefitId, chosen, onChoose }: ChooserProps) {
  const [text, setText] = useState('');
  const found = useAnswer(benefitList, {
    params: {},
    search: { text, standing: 'running', limit: 50 } as never,
    when: text.trim() !== '',
  });
  const options = (found.answer?.benefits ?? [])
    .filter((each) => each.benefitId !== benefitId && each.scheme !== 'tekun')
    .map(({ benefitId: value, head, scheme, number, villageName }) => ({
      value,
      label: `${head} · ${SCHEME_SHORT[scheme]} · ${villageName} · ${number}`,
    }));
  return (
    <Panel title="并入的另一户">
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <EnterMoves className="ym-form">
        <TextField
          id="text"
          label="另一户的姓名或者编号"
          hint="也可以打拼音首字母"
          value={text}
          onChange={setText}
        />
        <div className="ym-wide">
          <CodeSelect
            id="otherId"
            label="并入的另一户"
            hint={text.trim() === '' ? '先填姓名或者编号' : `找到 ${options.length} 户`}
            options={options}
            value={chosen}
            onChange={onChoose}
          />
        </div>
      </EnterMoves>
    </Panel>
  );
}

const fields: readonly ActField[] = [
  { key: 'happenedOn', label: '合户日期', is: 'date' },
  { key: 'reason', label: '合户的情况', is: 'text', lines: 2 },
  { key: 'files', label: '合户的证明', hint: '户口簿、结婚证等', is: 'files' },
  { key: 'authorisations', label: '另一户成员的授权书', hint: '每人一份', is: 'files' },
];

function Merge({ own, other }: { readonly own: BenefitShown; readonly other: BenefitShown }) {
  const navigate = useNavigate();
  const [joined, first] = useMemo(() => beginningOf(own, other), [own, other]);
  const [form, setForm] = useState(first);
  const [told, setTold] = useState<ActForm>({
    ...{ happenedOn: own.today as LocalDate, reason: '', files: [], authorisations: [] },
  });
  const command = useCommand(proposeMerge);
  const setting = useColumnSetting(peopleIn(form.members), form.weighsTekun);
  const { benefitId, version } = own;
  const act = async () => {
    const body = {
      ...{ id: newKey(), otherId: other.benefitId, people: joined },
      ...{ happenedOn: told['happenedOn'], reason: told['reason'] },
      ...{ files: filesIn(told['files']), authorisations: filesIn(told['authorisations']) },
      facts: factsOf(form) as unknown as HouseholdFacts,
    };
    const done = await command.give({ params: { benefitId }, body: body as never, version });
    if (done.ok) void navigate({ to: benefitPath(benefitId) });
  };
  const errors = command.errors.map(({ path, message }) => ({
    path: path.startsWith('facts.') ? path.slice('facts.'.length) : `merge.${path}`,
    message,
  }));
  return (
    <Page
      title={`${headOf(own)} · 与${headOf(other)}户合户`}
      under={ABOUT}
      next={<NextAct title={proposeMerge.title} onAct={() => void act()} busy={command.busy} />}
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
        <Panel title="合户">
          <ActFields name="merge" fields={fields} form={told} setForm={setTold} errors={errors} />
        </Panel>
        <FactsPanels form={form} onForm={setForm} setting={setting} errors={errors} />
      </div>
    </Page>
  );
}

/** Both families in the form, the newcomers' relation to the applicant left to fill. */
function beginningOf(own: BenefitShown, other: BenefitShown) {
  const [mine, theirs] = [partOf(own), partOf(other)];
  if (!mine.facts || !theirs.facts) return [[], formFrom(own)] as const;
  const { facts, people } = mergedFacts(
    { ...mine, facts: mine.facts },
    { ...theirs, facts: theirs.facts },
  );
  const idOf = new Map(people.map(({ from, memberId }) => [from, memberId]));
  const { enrolment } = own.state;
  const known = new Set(mine.people.map(({ memberId }) => memberId));
  const arrived = theirs.people
    .map((each) => ({ ...each, memberId: idOf.get(each.memberId) ?? each.memberId }))
    .filter(({ memberId }) => !known.has(memberId));
  const merged = enrolment && { ...enrolment, facts, people: [...mine.people, ...arrived] };
  const shown = { ...own, state: { ...own.state, enrolment: merged } } as BenefitShown;
  return [people, formFrom(shown)] as const;
}

function partOf({ state }: BenefitShown) {
  return {
    facts: state.enrolment?.facts as HouseholdFacts | null,
    people: state.enrolment?.people ?? [],
    dead: state.deaths.map(({ memberId }) => memberId),
  };
}
