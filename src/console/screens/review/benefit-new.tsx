import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Fen } from '../../../kernel/fen.ts';
import type { LocalDate, Month } from '../../../kernel/local-date.ts';
import { type PlaceCode, placeCode } from '../../../kernel/place.ts';
import { registerList } from '../../../modules/disclosure/contract.ts';
import { access } from '../../../modules/review/access.ts';
import { registerExistingBenefit } from '../../../modules/review/contract.ts';
import { SCHEME_SHORT, type Scheme } from '../../../rules/scheme.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { PlaceSelect } from '../../../ui/field/place-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import { Page, Panel } from '../../../ui/page.tsx';
import { upload, type Uploaded } from '../../../ui/upload.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { viewUrl } from '../investigation/signed-file.ts';
import { fileIn } from './act-spec.ts';
import { useSession } from '../../session.ts';
import { benefitPath } from './benefit-path.ts';

type PersonRow = { readonly id: string; readonly name: string; readonly idNumber: string | null };
type Form = {
  readonly scheme: Scheme | null;
  readonly village: PlaceCode | null;
  readonly document: string;
  readonly scan: readonly Uploaded[];
  readonly decidedOn: LocalDate | null;
  readonly from: string;
  readonly amount: Fen | null;
  readonly lastCheckedOn: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly people: readonly PersonRow[];
};

const blankPerson = (): PersonRow => ({ id: newKey(), name: '', idNumber: null });
const blank = (): Form => ({
  scheme: 'dibao',
  village: null,
  document: '',
  scan: [],
  decidedOn: null,
  from: '',
  amount: null,
  lastCheckedOn: null,
  validUntil: null,
  people: [blankPerson()],
});

const columns: readonly LedgerColumn<PersonRow>[] = [
  { key: 'name', title: '姓名', kind: 'text', required: true },
  { key: 'idNumber', title: '身份证号', kind: 'id-number', required: true },
];
const schemes = (['dibao', 'tekun', 'margin', 'rigid'] as const).map((value) => ({
  value,
  label: SCHEME_SHORT[value],
}));

/** A household of the time before: what the old document says, with its scan; somebody else compares it. */
export default function BenefitNew() {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  if (access.RegisterExistingBenefit.roles.some((each) => each === role)) return <RegisterForm />;
  return (
    <Page title="登记原有救助对象">
      <p className="ym-empty">原有救助对象由县救助股经办登记；您的岗位不办理此事。</p>
    </Page>
  );
}

function RegisterForm() {
  const navigate = useNavigate();
  const [benefitId] = useState(newKey);
  const [start] = useState(blank);
  const draft = useDraft<Form>('benefit:new', start);
  const form = draft.value;
  const { answer } = useAnswer(registerList, { params: {}, search: { text: '', ended: 'false' } });
  const places = (answer?.places ?? []).map(({ code, name }) => ({ code: placeCode(code), name }));
  const command = useCommand(registerExistingBenefit);
  const bind = useFields(form, draft.setValue, command.errors);
  const act = async () => {
    const done = await command.give({ params: {}, body: bodyOf(benefitId, form) as never });
    if (!done.ok) return;
    await draft.discard();
    void navigate({ to: benefitPath(benefitId) });
  };
  return (
    <Page
      title="登记原有救助对象"
      under={<DraftStatus draft={draft} />}
      next={<NextAct title={command.title} onAct={() => void act()} busy={command.busy} />}
    >
      <ErrorSummary errors={command.errors} />
      <Refusal problem={command.problem} onAgain={() => void act()} />
      <Panel title="原批准文件">
        <p className="ym-quiet">按原文件逐项登记。由另一名县级人员对照扫描件复核后才列入名册。</p>
        <EnterMoves className="ym-form">
          <CodeSelect label="救助类别" required options={schemes} {...bind('scheme')} />
          <PlaceSelect
            label="村（社区）"
            required
            digits={12}
            places={places}
            {...bind('village')}
          />
          <TextField label="文号" required {...bind('document')} />
          <DateField label="原决定日期" required {...bind('decidedOn')} />
          <TextField label="起始年月" hint="如 2024-06" required {...bind('from')} />
          <MoneyField label="现在每月金额" unit="元/月" required {...bind('amount')} />
          <DateField label="最近一次核查日期" required {...bind('lastCheckedOn')} />
          <DateField label="认定有效期至" {...bind('validUntil')} />
          <div className="ym-wide">
            <FilePicker
              label="扫描件"
              required
              send={(file, onShare, key) => upload('/files', file, onShare, key)}
              viewUrl={viewUrl}
              {...bind('scan')}
            />
          </div>
        </EnterMoves>
      </Panel>
      <Panel title="保障对象">
        <LedgerTable
          name="people"
          title="保障对象"
          rows={form.people}
          onRows={(change) => draft.setValue((now) => ({ ...now, people: change(now.people) }))}
          columns={columns}
          newRow={blankPerson}
          nameOf={({ name }) => name}
          errors={command.errors}
        />
      </Panel>
    </Page>
  );
}

/** The first person is the one letters go to. */
function bodyOf(benefitId: string, form: Form) {
  const { scan, people, from, ...rest } = form;
  return {
    benefitId,
    ...rest,
    from: from.trim() as Month,
    scan: fileIn(scan),
    people: people.map(({ id, name, idNumber }) => ({
      memberId: id,
      name,
      idNumber: idNumber ?? '',
      covered: true,
    })),
  };
}
