import type { LocalDate } from '../../../kernel/local-date.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import type { Wanted } from './shown-parameter.ts';

/** What is looked at: a place, a day, and what it is compared with. */
export type Chosen = {
  readonly place: string | null;
  readonly on: LocalDate;
  readonly compare: 'none' | 'day' | 'place';
  readonly otherPlace: string | null;
  readonly otherOn: LocalDate;
  readonly wanted: Wanted;
};

type LocalityChoiceProps = {
  readonly places: readonly { readonly code: string; readonly name: string }[];
  readonly chosen: Chosen;
  readonly onChosen: (part: Partial<Chosen>) => void;
};

const compares = [
  { value: 'none', label: '不比较' },
  { value: 'day', label: '与另一天比较' },
  { value: 'place', label: '与另一个地方比较' },
] as const;

export function LocalityChoice({ places, chosen, onChosen }: LocalityChoiceProps) {
  const { wanted, compare } = chosen;
  const options = places.map(({ code, name }) => ({ value: code, label: name }));
  const want = (part: Partial<Wanted>) => onChosen({ wanted: { ...wanted, ...part } });
  return (
    <Panel>
      <EnterMoves className="ym-form">
        <CodeSelect
          id="place"
          label="地方"
          required
          value={chosen.place}
          options={options}
          onChange={(place) => onChosen({ place })}
        />
        <DateField
          id="on"
          label="日期"
          required
          value={chosen.on}
          onChange={(on) => on && onChosen({ on })}
        />
        <CodeSelect
          id="compare"
          label="比较"
          required
          value={compare}
          options={compares}
          onChange={(each) => onChosen({ compare: each ?? 'none' })}
        />
        {compare === 'day' && (
          <DateField
            id="otherOn"
            label="另一天"
            required
            value={chosen.otherOn}
            onChange={(otherOn) => otherOn && onChosen({ otherOn })}
          />
        )}
        {compare === 'place' && (
          <CodeSelect
            id="otherPlace"
            label="另一个地方"
            required
            value={chosen.otherPlace}
            options={options}
            onChange={(otherPlace) => onChosen({ otherPlace })}
          />
        )}
        <TextField
          id="text"
          label="查找项目、数值或者文件"
          value={wanted.text}
          onChange={(text) => want({ text })}
        />
      </EnterMoves>
      <Ticks wanted={wanted} isCompared={compare !== 'none'} onWant={want} />
    </Panel>
  );
}

type TicksProps = {
  readonly wanted: Wanted;
  readonly isCompared: boolean;
  readonly onWant: (part: Partial<Wanted>) => void;
};

function Ticks({ wanted, isCompared, onWant }: TicksProps) {
  return (
    <div className="ym-choices">
      <Tick
        words="只看用到的"
        checked={wanted.onlyUsed}
        onTick={(onlyUsed) => onWant({ onlyUsed })}
      />
      {isCompared && (
        <Tick
          words="只看不同的"
          checked={wanted.onlyDifferent}
          onTick={(onlyDifferent) => onWant({ onlyDifferent })}
        />
      )}
    </div>
  );
}

type TickProps = {
  readonly words: string;
  readonly checked: boolean;
  readonly onTick: (checked: boolean) => void;
};

function Tick({ words, checked, onTick }: TickProps) {
  return (
    <label className="ym-choice">
      <input type="checkbox" checked={checked} onChange={(event) => onTick(event.target.checked)} />
      <span>{words}</span>
    </label>
  );
}
