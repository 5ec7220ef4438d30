import { useState } from 'react';
import { settleLayout } from '../../../modules/takeover/contract.ts';
import {
  type ColumnKey,
  columnKeys,
  ledgerColumns,
  type Mapping,
} from '../../../modules/takeover/ledger-column.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Page, Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { mappingOf, type TakeoverShown } from './takeover-words.ts';

type LayoutFormProps = {
  readonly view: TakeoverShown;
  readonly under: string;
  readonly onBegun: () => void;
};

const OTHER = '另一个系统';

/** Which column of the file carries what, where its words come from, and which day it describes. */
export function LayoutForm({ view, under, onBegun }: LayoutFormProps) {
  const { takeoverId, version, guess, layout, systems, fault } = view;
  const [mapping, setMapping] = useState<Mapping>(mappingOf(layout?.mapping ?? guess.mapping));
  const [system, setSystem] = useState<string | null>(layout?.system ?? guess.system);
  const [other, setOther] = useState('');
  const [asOf, setAsOf] = useState<LocalDate | null>(layout?.asOf ?? null);
  const settle = useCommand(settleLayout);
  const named = system === OTHER ? other : (system ?? '');
  const act = async () => {
    const body = { mapping, system: named, asOf: asOf as LocalDate };
    const done = await settle.give({ params: { takeoverId }, body, version });
    if (done.ok) onBegun();
  };
  const errorAt = (path: string) => settle.errors.find((each) => each.path === path)?.message;
  return (
    <Page
      title={view.fileName}
      under={under}
      next={<NextAct title={settle.title} onAct={() => void act()} busy={settle.busy} />}
    >
      <ActTrouble command={settle} onAgain={() => void act()} />
      {fault !== '' && <p className="yc-plain">{fault}</p>}
      <Origin
        systems={systems}
        {...{ asOf, setAsOf, system, setSystem, other, setOther }}
        errors={{ asOf: errorAt('asOf'), system: errorAt('system') }}
      />
      <Panel title="2 每一项在文件的哪一列">
        <p className="ym-quiet">
          {guess.remembered
            ? '本县导入过同样列名的台账，按上次的对应关系填好，请核对。'
            : '按列名填好，请核对；文件里没有的留空。'}
        </p>
        <EnterMoves className="ym-form">
          {ordered.map((key) => (
            <HeadingSelect
              key={key}
              column={key}
              heading={view.heading}
              value={mapping[key] ?? null}
              onChange={(title) => setMapping((now) => ({ ...now, [key]: title ?? undefined }))}
            />
          ))}
        </EnterMoves>
      </Panel>
    </Page>
  );
}

type OriginProps = {
  readonly systems: readonly string[];
  readonly asOf: LocalDate | null;
  readonly setAsOf: (asOf: LocalDate | null) => void;
  readonly system: string | null;
  readonly setSystem: (system: string | null) => void;
  readonly other: string;
  readonly setOther: (other: string) => void;
  readonly errors: { readonly asOf: string | undefined; readonly system: string | undefined };
};

/** The day the ledger describes, and the system whose words it uses. */
function Origin(props: OriginProps) {
  const { systems, asOf, setAsOf, system, setSystem, other, setOther, errors } = props;
  return (
    <Panel title="1 台账从哪里来">
      <EnterMoves className="ym-form">
        <DateField
          id="asOf"
          label="台账截至日期"
          required
          value={asOf}
          onChange={setAsOf}
          error={errors.asOf}
        />
        <CodeSelect
          id="system"
          label="来源系统"
          hint="决定用哪一套代码表"
          required
          options={[...systems, OTHER].map((value) => ({ value, label: value }))}
          value={system}
          onChange={setSystem}
          error={errors.system}
        />
        {system === OTHER && (
          <TextField
            id="other"
            label="系统名称"
            hint="代码在检查结果里对照，以后同一系统的台账都能用"
            required
            value={other}
            onChange={setOther}
            error={errors.system}
          />
        )}
      </EnterMoves>
    </Panel>
  );
}

/** What cannot be left out first. */
const ordered: readonly ColumnKey[] = columnKeys.toSorted(
  (a, b) => Number(ledgerColumns[a].need === 'no') - Number(ledgerColumns[b].need === 'no'),
);

function HeadingSelect({
  column,
  heading,
  value,
  onChange,
}: {
  readonly column: ColumnKey;
  readonly heading: readonly string[];
  readonly value: string | null;
  readonly onChange: (title: string | null) => void;
}) {
  const { title, need, hint } = ledgerColumns[column];
  const options = [...new Set(heading)].filter((each) => each !== '');
  return (
    <CodeSelect
      id={`mapping.${column}`}
      label={title}
      {...(hint !== '' && { hint })}
      required={need !== 'no'}
      placeholder="文件里没有这一列"
      options={options.map((each) => ({ value: each, label: each }))}
      value={value}
      onChange={onChange}
    />
  );
}
