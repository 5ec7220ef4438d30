import type { Fen } from '../../../kernel/fen.ts';
import { figures, shownFigure } from '../../../modules/dispatch/figure.ts';
import { type HandCode, handTitles } from '../../../modules/dispatch/monthly-table.ts';
import { reportTable, type TableView } from '../../../modules/dispatch/table-contract.ts';
import { SCHEME_SHORT } from '../../../rules/scheme.ts';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { Panel } from '../../../ui/page.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { ActHead } from '../investigation/act-head.tsx';

type Line = TableView['lines'][number];
type Told = { readonly value: number | null; readonly why: string };
type Form = {
  readonly told: Readonly<Record<string, Told>>;
  readonly filled: Readonly<Record<HandCode, number | null>>;
  readonly head: string;
  readonly deputy: string;
  readonly phone: string;
};

const keyOf = ({ scheme, code }: Pick<Line, 'scheme' | 'code'>) => `${scheme}-${code}`;
const handCodes = Object.keys(handTitles) as HandCode[];

function initialOf({ lines, filled, signers }: TableView): Form {
  return {
    told: Object.fromEntries(
      lines.map((line) => [keyOf(line), { value: line.reported, why: line.why }]),
    ),
    filled: Object.fromEntries(
      handCodes.map((code) => [code, filled?.[code] ?? null]),
    ) as Form['filled'],
    ...signers,
  };
}

function bodyOf({ lines }: TableView, { told, filled, head, deputy, phone }: Form) {
  const changed = lines.flatMap((line) => {
    const { value, why } = toldOf(told, line);
    if (value === line.recorded) return [];
    return [{ scheme: line.scheme, code: line.code, value: value as number, why }];
  });
  return { changed, filled: filled as never, head, deputy, phone };
}

const toldOf = (told: Form['told'], line: Line): Told =>
  told[keyOf(line)] ?? { value: line.recorded, why: '' };

/** The township goes through what the record says and changes only what it knows better, with the reason. */
export function ReportForm({ view, onDone }: { readonly view: TableView; onDone: () => void }) {
  const { tableId, version, lines } = view;
  const draft = useDraft<Form>(`monthly-table:${tableId}:${version}`, initialOf(view));
  const { value: form, setValue } = draft;
  const command = useCommand(reportTable);
  const act = async () => {
    const done = await command.give({ params: { tableId }, body: bodyOf(view, form), version });
    if (!done.ok) return;
    await draft.discard();
    onDone();
  };
  const tell = (line: Line, change: Partial<Told>) =>
    setValue((now) => ({
      ...now,
      told: { ...now.told, [keyOf(line)]: { ...toldOf(now.told, line), ...change } },
    }));
  return (
    <Panel title={reportTable.title}>
      <p className="ym-quiet">
        数字由系统从办件、花名册和银行回盘统计。与实际一致的不用改；改了的写明原因。致贫原因由乡镇填报，各项合计等于低保在册户。
      </p>
      <ActHead draft={draft} command={command} onAct={() => void act()} />
      <HandFields form={form} setForm={setValue} errors={command.errors} />
      <h3>核对系统统计的数字</h3>
      <EnterMoves className="ym-form">
        {lines.map((line) => (
          <LineField
            key={keyOf(line)}
            line={line}
            told={toldOf(form.told, line)}
            onTell={(change) => tell(line, change)}
          />
        ))}
      </EnterMoves>
    </Panel>
  );
}

type HandFieldsProps = {
  readonly form: Form;
  readonly setForm: (change: (form: Form) => Form) => void;
  readonly errors: readonly FieldError[];
};

function HandFields({ form, setForm, errors }: HandFieldsProps) {
  const bind = useFields(form, setForm, errors);
  const bindFilled = useFields(
    form.filled,
    (change) => setForm((now) => ({ ...now, filled: change(now.filled) })),
    errors,
    'filled',
  );
  return (
    <EnterMoves className="ym-form yd-choose">
      {handCodes.map((code) => (
        <NumberField
          key={code}
          required
          label={code === 'population' ? handTitles[code] : `致贫原因：${handTitles[code]}`}
          unit={code === 'population' ? '人' : '户'}
          {...bindFilled(code)}
        />
      ))}
      <TextField label="单位负责人" required {...bind('head')} />
      <TextField label="分管负责人" required {...bind('deputy')} />
      <TextField label="联系电话" required {...bind('phone')} />
    </EnterMoves>
  );
}

type LineFieldProps = {
  readonly line: Line;
  readonly told: Told;
  readonly onTell: (change: Partial<Told>) => void;
};

function LineField({ line, told, onTell }: LineFieldProps) {
  const { unit, title } = figures[line.code];
  const label = `${SCHEME_SHORT[line.scheme]} ${title}`;
  const isChanged = told.value !== line.recorded;
  const id = keyOf(line);
  const onChange = (value: number | null) => onTell({ value });
  const hint = isChanged ? `系统统计 ${shownFigure(line.code, line.recorded)}` : undefined;
  const shared = { id, label, required: true, ...(hint !== undefined && { hint }), onChange };
  return (
    <>
      {unit === '元' ? (
        <MoneyField {...shared} unit="元" value={told.value as Fen | null} />
      ) : (
        <NumberField {...shared} unit={unit} value={told.value} />
      )}
      {isChanged && (
        <TextField
          id={`${id}-why`}
          label={`${label}：与系统不一致的原因`}
          required
          value={told.why}
          onChange={(why) => onTell({ why })}
        />
      )}
    </>
  );
}
