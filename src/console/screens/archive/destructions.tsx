import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import {
  archiveList,
  destructionList,
  proposeDestruction,
} from '../../../modules/archive/contract.ts';
import { destructionStatuses } from '../../../modules/archive/destruction.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { FieldFrame } from '../../../ui/field/field-frame.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { type ArchivedLine, dayWords, destructionPath, keptWords } from './archive-words.ts';
import { useExport } from '../../use-export.ts';

/** 销毁清册: the lists, and the files whose time is over to make a new one of. */
export function Destructions({ role }: { role: string }) {
  const navigate = useNavigate();
  const found = useAnswer(destructionList, { params: {} });
  const exported = useExport('destructions');
  return (
    <div className="ya-tab">
      {role === 'aid-officer' && <Propose />}
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <DataList
        title="销毁清册"
        {...exported}
        unit="份"
        rows={found.answer?.destructions}
        keyOf={({ destructionId }) => destructionId}
        columns={columns}
        onOpen={({ destructionId }) => void navigate({ to: destructionPath(destructionId) })}
        empty="还没有销毁清册。保管期满的案卷经过鉴定，可以造册报批。"
        awaiting={found.awaiting}
      />
    </div>
  );
}

type Line = ValueOf<(typeof destructionList)['answer']>['destructions'][number];

const columns: readonly ListColumn<Line>[] = [
  { key: 'number', title: '清册编号', cell: ({ number }) => number },
  { key: 'status', title: '状态', cell: ({ status }) => destructionStatuses[status], width: 10 },
  { key: 'files', title: '案卷', cell: ({ files }) => files, width: 4, figure: true },
  { key: 'on', title: '提出', cell: ({ proposedOn }) => dayWords(proposedOn), width: 10 },
];

const blank = () => ({
  destructionId: newKey(),
  caseIds: [] as readonly string[],
  appraisal: '',
});

function Propose() {
  const navigate = useNavigate();
  const [form, setForm] = useState(blank);
  const search = { text: '', show: 'over', after: '' } as const;
  const found = useAnswer(archiveList, { params: {}, search });
  const command = useCommand(proposeDestruction);
  const bind = useFields(form, setForm, errorsUnder('propose', command.errors), 'propose');
  const files = found.answer?.files ?? [];
  const act = async () => {
    const body = { ...form, caseIds: [...form.caseIds] };
    const done = await command.give({ params: {}, body });
    if (done.ok) void navigate({ to: destructionPath(form.destructionId) });
  };
  if (files.length === 0) {
    return <p className="ym-quiet">本县没有保管期满的案卷，不需要造销毁清册。</p>;
  }
  return (
    <QuietAct
      name="propose"
      title={`提出销毁清册（期满 ${files.length}${found.answer?.next ? ' 卷以上' : ' 卷'}）`}
      about="先逐卷鉴定，再造册；由分管领导另一人批准，批准后由保管人员在监销人在场时执行。"
      command={command}
      onAct={() => void act()}
    >
      <FileChoice files={files} {...bind('caseIds')} />
      <TextField label="鉴定情况" required lines={3} most={500} {...bind('appraisal')} />
    </QuietAct>
  );
}

type ChoiceProps = {
  readonly id: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly error?: string | undefined;
  readonly files: readonly ArchivedLine[];
};

function FileChoice({ files, ...field }: ChoiceProps) {
  const { id, value, onChange } = field;
  return (
    <FieldFrame {...field} label="保管期满的案卷" group required>
      {() => (
        <div className="ya-choices" id={id} tabIndex={-1}>
          {files.map(({ caseId, number, applicant, retention }) => (
            <label key={caseId} className="ym-choice">
              <input
                type="checkbox"
                checked={value.includes(caseId)}
                onChange={({ target }) =>
                  onChange(
                    target.checked ? [...value, caseId] : value.filter((each) => each !== caseId),
                  )
                }
              />
              <span>
                {number} {applicant}，{keptWords(retention)}
              </span>
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
