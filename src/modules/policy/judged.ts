import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { readJsonText } from '../../platform/json-file/json-text.ts';
import { readRegionFile } from '../../rules/region-file.ts';
import { findParameter, loadRegion } from '../../rules/region.ts';
import { figureFault, figureParameters, pathOf } from '../preview/index.ts';
import { checkedFile, type FileChange, type FileFault } from '../preview/policy-file.ts';
import { figureOf } from '../standards/index.ts';
import { type Addition, additionOf } from './addition.ts';
import { draftedText, type FileWhere } from './drafted-file.ts';
import type { PolicyContent } from './policy.ts';
import { type Question, questionsOf } from './question.ts';

/** A draft looked at against what is in force now. */
export type Judged = {
  readonly text: string;
  /** Path below `regions/`. */
  readonly file: string;
  readonly json: unknown;
  readonly faults: readonly FileFault[];
  readonly changes: readonly FileChange[];
  readonly questions: readonly Question[];
  readonly addition: Addition;
  /** The first day it changes something; null when it changes nothing. */
  readonly from: LocalDate | null;
};

const NOTHING: Addition = { documents: {}, entries: [], faults: [] };

/** Every check of a draft: of the file as `yimen policy check` makes it, that it only adds, and what looks like a slip. */
export function judged(content: PolicyContent, where: FileWhere): Judged {
  const text = draftedText(content, where);
  const read = readJsonText(text);
  const { changes, from, faults } = checkedFile(text, where);
  const json = read.json?.value;
  const empty = { text, json, changes, from, file: '', questions: [], addition: NOTHING };
  const place = (json as { readonly place?: unknown } | null | undefined)?.place;
  if (!read.json || typeof place !== 'string') return { ...empty, faults };
  if (!place.startsWith(where.county)) {
    const message =
      '这里只能起草本县和所属乡镇的规定；上级的规定由上级公布，本县照它执行的，写成本县的规定';
    const at = read.json.placeOf({ path: ['place'] });
    return { ...empty, faults: [{ ...at, is: 'fault', message }] };
  }
  const figures = outOfBounds(content).map(
    (message): FileFault => ({ line: 1, column: 1, is: 'fault', message }),
  );
  if (faults.some(({ is }) => is === 'fault')) return { ...empty, faults: [...figures, ...faults] };
  const file = pathOf(json, where.readJson);
  const addition = additionOf(json, where.readJson(file));
  const placeOf = read.json.placeOf;
  const ofAddition = addition.faults.map(
    ({ path, message }): FileFault => ({ ...placeOf({ path: [...path] }), is: 'fault', message }),
  );
  return {
    ...empty,
    ...{ file, addition },
    faults: [...figures, ...faults, ...ofAddition],
    changes: changes.map((each) => (each.old === null ? withSuperior(each, where) : each)),
    questions: questionsIn(json, addition, where),
  };
}

/** Where the county's own file says nothing yet, what a superior lays down is what holds until then. */
function withSuperior(change: FileChange, { county, readJson, today }: FileWhere): FileChange {
  const asked = figureParameters.find(({ title }) => title === change.title);
  if (!asked) return change;
  const on = localDate(change.effective);
  const region = loadRegion(readJson, county);
  const looked = findParameter(region, asked, { on, knownOn: today }, change.residence ?? 'rural');
  if (!looked.ok) return change;
  const { value, placeName } = looked.found;
  return { ...change, old: `${figureOf(asked, value).text}（${placeName}）` };
}

function outOfBounds({ change }: PolicyContent): string[] {
  if (change.kind === 'file') return [];
  return change.figures.flatMap(({ parameter, value }) => {
    if (parameter === 'standard') return [];
    const fault = figureFault(parameter, value);
    return fault === null ? [] : [fault];
  });
}

function questionsIn(
  json: unknown,
  { entries, documents }: Addition,
  { county, readJson, today }: FileWhere,
): readonly Question[] {
  const { place, name } = json as { readonly place: string; readonly name: string };
  const read = readRegionFile({ place, name, documents, entries });
  if (!read.ok) return [];
  return questionsOf(read.file.entries, loadRegion(readJson, county), today);
}

/** As the contract has it. */
export function shownJudged({ text, file, faults, changes, questions, from }: Judged) {
  const lists = { faults: [...faults], changes: [...changes], questions: [...questions] };
  return { text, file, from, ...lists };
}
