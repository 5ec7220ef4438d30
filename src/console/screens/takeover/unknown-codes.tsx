import { Button } from 'antd';
import { useState } from 'react';
import { type LocalDate, localDate } from '../../../kernel/local-date.ts';
import { CODE_FIELDS, type CodeField } from '../../../modules/takeover/code-table.ts';
import { addCode } from '../../../modules/takeover/contract.ts';
import { ledgerColumns } from '../../../modules/takeover/ledger-column.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import type { TakeoverShown } from './takeover-words.ts';

const NOTHING = 'nothing';

/** Words no code table has: said once what each stands for, every later ledger of the system is understood. */
export function UnknownCodes({
  view,
  onDone,
}: {
  readonly view: TakeoverShown;
  readonly onDone: () => void;
}) {
  const { unknown, layout } = view;
  const [added, setAdded] = useState<readonly string[]>([]);
  const [from, setFrom] = useState<LocalDate | null>(localDate('2000-01-01'));
  if (!layout) return null;
  return (
    <Panel title="代码表里没有的说法">
      <p className="ym-quiet">
        选定它表示什么，就加入“{layout.system}”的代码表，以后的台账都认得。全部对照以后，重新检查。
      </p>
      <div className="ym-form">
        <DateField
          id="code-from"
          label="这些说法自哪天起这样用"
          hint="以后换了含义的，从换的那天起另加一条"
          required
          value={from}
          onChange={setFrom}
        />
        {unknown.map(({ field, code, rows }) => (
          <OneCode
            key={`${field} ${code}`}
            {...{ field: field as CodeField, code, rows, layout, from }}
            isAdded={added.includes(`${field} ${code}`)}
            onAdded={() => setAdded((now) => [...now, `${field} ${code}`])}
          />
        ))}
      </div>
      <Button onClick={onDone} disabled={added.length === 0}>
        对照好了，去重新检查
      </Button>
    </Panel>
  );
}

type OneCodeProps = {
  readonly field: CodeField;
  readonly code: string;
  readonly rows: number;
  readonly layout: NonNullable<TakeoverShown['layout']>;
  readonly from: LocalDate | null;
  readonly isAdded: boolean;
  readonly onAdded: () => void;
};

function OneCode({ field, code, rows, layout, from, isAdded, onAdded }: OneCodeProps) {
  const [value, setValue] = useState<string | null>(null);
  const add = useCommand(addCode);
  const choose = async (chosen: string | null) => {
    setValue(chosen);
    if (chosen === null) return;
    const body = {
      ...{ system: layout.system, field, code, from: from as LocalDate },
      value: chosen === NOTHING ? null : chosen,
    };
    const done = await add.give({ params: {}, body });
    if (done.ok) onAdded();
  };
  const options = Object.entries(CODE_FIELDS[field]).map(([key, label]) => ({ value: key, label }));
  return (
    <div>
      <CodeSelect
        id={`code.${field}.${code}`}
        label={`${ledgerColumns[field].title}“${code}”（${rows} 行）`}
        hint={isAdded ? '已加入代码表' : '请选择它表示什么'}
        options={[...options, { value: NOTHING, label: '不表示什么，按没有填处理' }]}
        value={value}
        onChange={(chosen) => void choose(chosen)}
      />
      <ActTrouble command={add} onAgain={() => void choose(value)} />
    </div>
  );
}
