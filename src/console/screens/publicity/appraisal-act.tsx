import type { LocalDate } from '../../../kernel/local-date.ts';
import { appraisalGroups, holdAppraisal } from '../../../modules/publicity/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';

type Row = {
  readonly id: string;
  readonly name: string;
  readonly group: keyof typeof appraisalGroups | null;
  readonly signed: 'yes' | 'no' | 'unknown' | null;
};

type Form = {
  readonly id: string;
  readonly on: LocalDate | null;
  readonly from: string;
  readonly place: string;
  readonly chair: string;
  readonly recorder: string;
  readonly participants: readonly Row[];
  readonly presented: string;
  readonly agree: number | null;
  readonly disagree: number | null;
  readonly conclusion: string;
  readonly record: readonly Uploaded[];
};

function blank(): Form {
  const texts = { from: '', place: '', chair: '', recorder: '', presented: '', conclusion: '' };
  const counts = { agree: null, disagree: null };
  return { id: newKey(), on: null, ...texts, ...counts, participants: [], record: [] };
}

const columns: readonly LedgerColumn<Row>[] = [
  { key: 'name', title: '姓名', kind: 'text', required: true },
  {
    key: 'group',
    title: '类别',
    kind: 'code',
    width: 14,
    required: true,
    options: Object.entries(appraisalGroups).map(([value, label]) => ({ value, label })),
  },
  { key: 'signed', title: '已签名', kind: 'yes-no', width: 6, required: true },
];

/** 民主评议: who took part, the count, and the paper all of them signed. */
export function AppraisalAct({ given }: { given: StagePanelProps }) {
  const { caseId, version, state } = given;
  const draft = useDraft(`appraisal:${caseId}:${state.publicity.appraisals.length}`, blank());
  const command = useCommand(holdAppraisal);
  const errors = errorsUnder('appraisal', command.errors);
  const bind = useFields(draft.value, draft.setValue, errors, 'appraisal');
  const act = async () => {
    const { participants, record, ...form } = draft.value;
    const body = {
      ...form,
      participants: participants.map(({ name, group, signed }) => ({
        name,
        group,
        signed: signed === 'yes',
      })),
      record: record.map(refOf)[0],
    } as Parameters<typeof command.give>[0]['body'];
    const done = await command.give({ params: { caseId }, body, version });
    if (!done.ok) return;
    await draft.discard();
    given.onDone();
  };
  return (
    <QuietAct
      name="appraisal"
      title="登记民主评议"
      about="村（居）民代表不少于参加人数的三分之二，参加人员全部签名，上传签名后的记录。"
      command={command}
      onAct={() => void act()}
    >
      <DraftStatus draft={draft} />
      <div className="ym-form">
        <DateField label="评议日期" required {...bind('on')} />
        <TextField label="开始时间" required placeholder="09:30" {...bind('from')} />
        <TextField label="评议地点" required {...bind('place')} />
        <TextField label="主持人" required {...bind('chair')} />
        <TextField label="记录人" required {...bind('recorder')} />
      </div>
      <LedgerTable
        name="appraisal.participants"
        title="参加评议的人员"
        rows={draft.value.participants}
        onRows={(change) =>
          draft.setValue((now) => ({ ...now, participants: change(now.participants) }))
        }
        columns={columns}
        newRow={() => ({ id: newKey(), name: '', group: null, signed: null })}
        errors={errors}
        nameOf={(row) => row.name}
        empty="逐行登记参加评议的人员。"
      />
      <TextField label="介绍的情况" required lines={3} most={1500} {...bind('presented')} />
      <div className="ym-form">
        <NumberField label="同意" required unit="人" {...bind('agree')} />
        <NumberField label="不同意" required unit="人" {...bind('disagree')} />
      </div>
      <TextField label="评议结论" required lines={2} most={800} {...bind('conclusion')} />
      <FilePicker
        label="签名后的评议记录"
        required
        send={sendTo(caseId)}
        viewUrl={viewUrl}
        {...bind('record')}
      />
    </QuietAct>
  );
}
