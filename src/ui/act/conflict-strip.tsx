import { Button } from 'antd';
import { useState } from 'react';
import { formatInstant, instant } from '../../kernel/clock.ts';
import type { Change, ChangedField, Problem } from '../problem.ts';

type ConflictStripProps = {
  /** `stale` of `useCommand`. */
  readonly problem: Problem | null;
  /** How my value of a field reads, by its path; fields I do not have are only told. */
  readonly mine: (path: string) => string | undefined;
  /** Puts the other person's value into my form. */
  readonly onTake: (field: ChangedField) => void;
  /** Told when a choice goes back to mine; needed where taking can be undone. */
  readonly onKeep?: (field: ChangedField) => void;
  /** All is settled: read the newest version and go on. */
  readonly onSettled: () => void;
};

/** Someone else changed the same thing: what, who, when; field by field 保留我的 or 采用对方的. */
export function ConflictStrip({ problem, mine, onTake, onKeep, onSettled }: ConflictStripProps) {
  const [chosen, setChosen] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({});
  if (!problem) return null;
  const changes = problem.changed ?? [];
  const fields = changes.flatMap((change) => change.fields ?? []);
  const disputed = fields.filter((field) => mine(field.path) !== undefined);
  const isSettled = disputed.every((field) => chosen[field.path]);
  return (
    <section className="ym-conflict" role="alert" aria-label="别人刚刚改动过">
      <p className="ym-conflict-title">别人刚刚改动过，您填的内容没有丢。</p>
      <ul>
        {changes.map((change) => (
          <li key={change.seq}>{changeWords(change)}</li>
        ))}
      </ul>
      {disputed.map((field) => (
        <FieldChoice
          key={field.path}
          field={field}
          mine={mine(field.path) ?? ''}
          chosen={chosen[field.path]}
          onChoose={(whose) => {
            setChosen({ ...chosen, [field.path]: whose });
            if (whose === 'theirs') onTake(field);
            else onKeep?.(field);
          }}
        />
      ))}
      <Button onClick={onSettled} disabled={!isSettled}>
        {isSettled ? '按最新情况继续' : '请先逐项选择，再继续'}
      </Button>
    </section>
  );
}

type FieldChoiceProps = {
  readonly field: ChangedField;
  readonly mine: string;
  readonly chosen: 'mine' | 'theirs' | undefined;
  readonly onChoose: (whose: 'mine' | 'theirs') => void;
};

function FieldChoice({ field, mine, chosen, onChoose }: FieldChoiceProps) {
  const theirs = field.shown ?? (field.now === null ? '空白' : String(field.now));
  const choice = (whose: 'mine' | 'theirs', words: string) => (
    <label className="ym-choice">
      <input
        type="radio"
        name={`conflict-${field.path}`}
        checked={chosen === whose}
        onChange={() => onChoose(whose)}
      />
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset className="ym-conflict-field">
      <legend>{field.label}</legend>
      {choice('mine', `保留我的：${mine === '' ? '空白' : mine}`)}
      {choice('theirs', `采用对方的：${theirs}`)}
    </fieldset>
  );
}

function changeWords({ actor, at, title }: Change): string {
  const when = typeof at === 'number' ? formatInstant(instant(at)) : at;
  return [when, actor, title].filter(Boolean).join(' · ');
}
