import type { TextPlace } from '../../platform/json-file/json-text.ts';
import { checkPolicy, type PlaceAbility } from '../../rules/policy-check/check-policy.ts';
import type { PolicyFault } from '../../rules/policy-check/policy-fault.ts';
import type { AsOf } from '../../rules/region.ts';
import type { LocalityFile, ReadBase } from './locality-file.ts';

/** What the screen and the JSON say of one fault. */
export type Told = TextPlace & {
  readonly file: string;
  readonly is: 'fault' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly other?: TextPlace & { readonly file: string };
  /** The text in which a character is meant, and which one. */
  readonly text?: string;
  readonly character?: number;
};

/** Checks files among what `readBase` gives for the rest; faults are told file by file, from the top. */
export function judgePolicy(
  files: readonly LocalityFile[],
  readBase: ReadBase,
  asOf: AsOf,
): { readonly told: readonly Told[]; readonly places: readonly PlaceAbility[] } {
  const readable = files.flatMap(({ file, text }) =>
    text.json ? [{ file, json: text.json.value }] : [],
  );
  const { faults, places } = checkPolicy(readable, readBase, asOf);
  const told = files.flatMap((each) => [
    ...each.text.faults.map(
      (fault): Told => ({
        ...fault,
        file: each.shown,
        is: 'fault',
        code: 'json',
      }),
    ),
    ...faults
      .filter(({ file }) => file === each.file)
      .map((fault) => toldOf(files, each, fault))
      .toSorted((a, b) => a.line - b.line || a.column - b.column),
  ]);
  return { told, places };
}

function toldOf(files: readonly LocalityFile[], at: LocalityFile, fault: PolicyFault): Told {
  const { is, code, message, path, character, isName } = fault;
  const other = fault.other && files.find(({ file }) => file === fault.other?.file);
  const text = character === undefined ? undefined : valueAt(at.text.json?.value, path);
  return {
    ...placeOf(at, {
      path,
      ...(isName ? { isName } : {}),
      ...(character === undefined ? {} : { character }),
    }),
    file: at.shown,
    is,
    code,
    message,
    ...(other && fault.other
      ? { other: { ...placeOf(other, { path: fault.other.path }), file: other.shown } }
      : {}),
    ...(typeof text === 'string' && character !== undefined ? { text, character } : {}),
  };
}

type Asked = Parameters<NonNullable<LocalityFile['text']['json']>['placeOf']>[0];

function placeOf({ text }: LocalityFile, target: Asked): TextPlace {
  return text.json?.placeOf(target) ?? { line: 1, column: 1 };
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | null)?.[key],
    json,
  );
}

const IS = { fault: '错误', warning: '提醒' } as const;

export function toldLine({ file, line, column, is, message }: Told): string {
  return `${file}:${line}:${column} ${IS[is]}：${message}`;
}
