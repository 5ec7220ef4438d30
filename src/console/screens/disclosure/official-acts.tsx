import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import {
  declareRelativesOfOfficial,
  endRegisterEntry,
  type registerList,
} from '../../../modules/disclosure/contract.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { type RelativeRow, RelativesLedger, relativesOf } from './relatives-ledger.tsx';

export type RegisterEntry = ValueOf<(typeof registerList)['answer']>['entries'][number];

type OfficialActsProps = { readonly entry: RegisterEntry; readonly onDone: () => void };

/** What the county's clerk does with an entry: its relatives, or its end. */
export function OfficialActs(props: OfficialActsProps) {
  return (
    <div className="yc-quiet-acts">
      <Relatives {...props} />
      <End {...props} />
    </div>
  );
}

function Relatives({ entry, onDone }: OfficialActsProps) {
  const [rows, setRows] = useState<readonly RelativeRow[]>([]);
  const command = useCommand(declareRelativesOfOfficial);
  const { entryId, version } = entry;
  const act = async () => {
    const body = { relatives: relativesOf(rows) };
    const done = await command.give({ params: { entryId }, body, version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      title="录入近亲属"
      about="以本次录入为准，替换先前的申报；先前的申报仍留在记录中。"
      command={command}
      onAct={() => void act()}
    >
      <RelativesLedger rows={rows} onRows={setRows} errors={command.errors} />
    </QuietAct>
  );
}

function End({ entry, onDone }: OfficialActsProps) {
  const [form, setForm] = useState({ reason: '' });
  const command = useCommand(endRegisterEntry);
  const bind = useFields(form, setForm, errorsUnder('end', command.errors), 'end');
  const { entryId, version } = entry;
  const act = async () => {
    const done = await command.give({ params: { entryId }, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name="end"
      title="移出名册"
      about="离任后移出，不再参加比对；记录不删除。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="理由" required most={500} {...bind('reason')} />
    </QuietAct>
  );
}
