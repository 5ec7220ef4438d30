import { useState } from 'react';
import { fen } from '../../../kernel/fen.ts';
import { enterBudget } from '../../../modules/funds/budget-contract.ts';
import { documentKinds, paidSchemes, residences, sources } from '../../../modules/funds/index.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import { Panel } from '../../../ui/page.tsx';
import { type Uploaded, upload } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';

type Row = {
  readonly id: string;
  readonly source: keyof typeof sources | null;
  readonly scheme: keyof typeof paidSchemes | null;
  readonly residence: keyof typeof residences | null;
  readonly way: 'more' | 'less';
  readonly amount: number | null;
};

const optionsOf = <Key extends string>(titles: Readonly<Record<Key, string>>) =>
  (Object.keys(titles) as Key[]).map((value) => ({ value, label: titles[value] }));
const newRow = (): Row => ({
  ...{ id: newKey(), source: null, scheme: null, residence: null, way: 'more', amount: null },
});
const blank = () => ({
  ...{ documentId: newKey(), year: '', documentNumber: '' },
  kind: 'allocation' as keyof typeof documentKinds | null,
  items: [newRow()] as readonly Row[],
  file: [] as readonly Uploaded[],
});

const way: LedgerColumn<Row> = {
  ...{ key: 'way', title: '增减', kind: 'code', width: 8 },
  options: [
    { value: 'more', label: '增加' },
    { value: 'less', label: '减少' },
  ],
};
const columns: readonly LedgerColumn<Row>[] = [
  { key: 'source', title: '来源', kind: 'code', required: true, options: optionsOf(sources) },
  { key: 'scheme', title: '项目', kind: 'code', required: true, options: optionsOf(paidSchemes) },
  { key: 'residence', title: '城乡', kind: 'code', required: true, options: optionsOf(residences) },
  { key: 'amount', title: '金额', kind: 'money', unit: '元', required: true, width: 16 },
];

/** A paper line by line; an unlikely sum is asked about before it is taken. */
export function BudgetEntry({ onDone }: { readonly onDone: () => void }) {
  const [form, setForm] = useState(blank);
  const command = useCommand(enterBudget);
  const bind = useFields(form, setForm, command.errors);
  const isAsked = command.problem?.code === 'budget-implausible';
  const act = async (confirmed: boolean) => {
    const [file] = form.file;
    const items = form.items.map(({ id: _, way: goes, amount, ...pot }) => ({
      ...pot,
      amount: amount === null ? null : fen(goes === 'less' ? -amount : amount),
    }));
    const body = {
      ...{ ...form, items, confirmed, year: form.year === '' ? null : Number(form.year) },
      file: file && { hash: file.id, name: file.name, mime: file.mediaType },
    };
    const done = await command.give({ params: {}, body: body as never });
    if (!done.ok) return;
    setForm(blank);
    onDone();
  };
  return (
    <Panel title="登记预算指标文件">
      <ActTrouble command={command} onAgain={() => void act(false)} />
      <EnterMoves>
        <div className="ym-form">
          <CodeSelect label="文件" required options={optionsOf(documentKinds)} {...bind('kind')} />
          <TextField label="文号" required most={60} {...bind('documentNumber')} />
          <TextField label="年度" required most={4} hint="例如 2026" {...bind('year')} />
        </div>
        <LedgerTable
          name="items"
          title="各笔资金"
          rows={form.items}
          onRows={(change) => setForm((now) => ({ ...now, items: change(now.items) }))}
          columns={form.kind === 'adjustment' ? [...columns, way] : columns}
          newRow={newRow}
          errors={command.errors}
        />
        <div className="ym-form">
          <div className="ym-wide">
            <FilePicker
              label="文件扫描件"
              required
              send={(file, onShare, key) => upload('/files', file, onShare, key)}
              {...bind('file')}
            />
          </div>
        </div>
        <NextAct
          title={isAsked ? '金额已核对无误，登记' : command.title}
          onAct={() => void act(isAsked)}
          busy={command.busy}
        />
      </EnterMoves>
    </Panel>
  );
}
