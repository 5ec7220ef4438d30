import { useState } from 'react';
import { formatDateWithWeekday, type LocalDate } from '../../../kernel/local-date.ts';
import { serveNotice, serviceMethods } from '../../../modules/confirmation/contract.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActHead } from '../investigation/act-head.tsx';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';
import { DecisionSheet } from './decision-sheet.tsx';

type Method = keyof typeof serviceMethods;

const methods = (Object.keys(serviceMethods) as Method[]).map((value) => ({
  value,
  label: serviceMethods[value],
}));

const servers = new Set(['window-clerk', 'case-officer']);

/** 送达: the letter to print, the receipt to have signed, and how it was handed over. */
export default function ServicePanel(given: StagePanelProps) {
  const { decision, service } = given.state.confirmation;
  if (!decision) return <p className="ym-empty">尚未作出决定，没有可以送达的通知书。</p>;
  return (
    <div className="yc-cards">
      <DecisionSheet caseId={given.caseId} scheme={given.view.summary.scheme} decision={decision} />
      {service ? (
        <Panel title={`已送达 ${formatDateWithWeekday(service.on)}`}>
          <DescriptionSheet
            items={[
              { label: '送达方式', value: serviceMethods[service.method] },
              { label: '签收人', value: service.recipient },
            ]}
          />
          <ReceiptLink caseId={given.caseId} />
        </Panel>
      ) : (
        servers.has(given.role) && <ServiceForm given={given} decidedOn={decision.on} />
      )}
    </div>
  );
}

function ReceiptLink({ caseId }: { caseId: string }) {
  return (
    <a href={`/api/cases/${caseId}/papers/service-receipt`} target="_blank" rel="noreferrer">
      打印送达回证
    </a>
  );
}

type Draft = {
  readonly method: Method | null;
  readonly recipient: string;
  readonly on: LocalDate | null;
  readonly proof: readonly Uploaded[];
};

function ServiceForm({ given, decidedOn }: { given: StagePanelProps; decidedOn: LocalDate }) {
  const { caseId, version, onDone, view } = given;
  const [start] = useState<Draft>({
    method: 'in-person',
    recipient: view.summary.applicant,
    on: null,
    proof: [],
  });
  const draft = useDraft(`serve-notice:${caseId}`, start);
  const command = useCommand(serveNotice);
  const bind = useFields(draft.value, draft.setValue, command.errors);
  const act = async () => {
    const { method, recipient, on, proof } = draft.value;
    const [first] = proof;
    const body = {
      method: method as Method,
      recipient,
      on: on as LocalDate,
      proof: (first ? refOf(first) : undefined) as ReturnType<typeof refOf>,
    };
    const done = await command.give({ params: { caseId }, body, version });
    if (!done.ok) return;
    await draft.discard();
    onDone();
  };
  return (
    <EnterMoves>
      <Panel title="送达通知书">
        <ActHead draft={draft} command={command} onAct={() => void act()} />
        <p>
          先打印通知书和送达回证，请签收人在回证上签名，再拍照上传。 <ReceiptLink caseId={caseId} />
        </p>
        <div className="ym-form">
          <CodeSelect label="送达方式" required options={methods} {...bind('method')} />
          <TextField label="签收人" required {...bind('recipient')} />
          <DateField label="送达日期" required notBefore={decidedOn} {...bind('on')} />
        </div>
        <FilePicker
          label="送达凭证（签收的回证照片或扫描件）"
          required
          send={sendTo(caseId)}
          viewUrl={viewUrl}
          {...bind('proof')}
        />
      </Panel>
    </EnterMoves>
  );
}
