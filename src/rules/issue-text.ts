import { z } from 'zod';
import { nearest } from './nearest.ts';

/** What is wrong with the shape of a file, as a path and a Chinese sentence that says what to do. */
export type ShapeFault = {
  readonly path: readonly PropertyKey[];
  /** The name itself is the fault, not what stands under it. */
  readonly isName?: true;
  readonly message: string;
};

const KIND: Readonly<Record<string, string>> = {
  string: '放在英文双引号里的文字',
  number: '数',
  int: '整数',
  boolean: 'true 或者 false',
  array: '列表（[…]）',
  object: '一组项目（{…}）',
  record: '一组项目（{…}）',
};

/** How files are read: the words for forms, which the server sets for every schema, would hide what a file lacks. */
export const asFile = { error: z.locales.en().localeError };

/** What stands in the file at a path; undefined where there is nothing. */
type ValueAt = (path: readonly PropertyKey[]) => unknown;

/** The faults a schema found. Names the schema does not know are one fault each, with the likely name. */
export function shapeFaults(
  issues: readonly z.core.$ZodIssue[],
  json: unknown,
  knownNames: (path: readonly PropertyKey[]) => readonly string[],
): ShapeFault[] {
  const valueAt: ValueAt = (path) =>
    path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null)?.[key], json);
  const faults = issues.flatMap((issue): ShapeFault[] => {
    if (issue.code !== 'unrecognized_keys') {
      const isName = issue.code === 'invalid_key';
      const message = issueText(issue, valueAt(issue.path));
      return [{ path: issue.path, ...(isName ? { isName } : {}), message }];
    }
    const names = knownNames(issue.path);
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      isName: true,
      message: `不认识的项目“${key}”，${likely(key, names)}`,
    }));
  });
  return [...Map.groupBy(faults, ({ path }) => JSON.stringify(path)).values()].flatMap(clearest);
}

/** A field that fails its form also fails what the form is checked for: the sentence written for it says more. */
function clearest(faults: readonly ShapeFault[]): ShapeFault[] {
  const plain = faults.filter(({ message }) => !message.startsWith(WRONG_FORM));
  return (plain.length > 0 ? plain : faults).slice(0, 1);
}

const WRONG_FORM = '写法不对：';

/** What to do about a name nobody knows. */
export function likely(name: string, names: readonly string[]): string {
  const found = nearest(name, names);
  if (found !== null) return `是不是“${found}”？`;
  return names.length > 0 && names.length <= 12
    ? `可以写的有：${names.join('、')}`
    : '请核对写法，或者删去';
}

function issueText(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return '没有填写';
  // A sentence written beside the schema knows more than the kind of the fault.
  if (issue.code !== 'invalid_value' && /[一-鿿]/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `应当是${KIND[issue.expected] ?? issue.expected}，现在是${written(value)}`;
    case 'invalid_value':
      return valueText(issue.values.map(String), value);
    case 'too_small':
      return smallText(issue.origin, Number(issue.minimum));
    case 'too_big':
      return bigText(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return `${WRONG_FORM}${written(value)}`;
    case 'invalid_union':
      return unionText(issue.errors, value);
    case 'invalid_key':
      return '名称的写法不对，用小写英文字母、数字和短横线';
    default:
      return issue.message;
  }
}

/** Of the ways something may be written, the one whose kind was met tells what is wrong. */
function unionText(ways: readonly (readonly z.core.$ZodIssue[])[], value: unknown): string {
  const way = ways.find(([first]) => first && first.code !== 'invalid_type') ?? ways[0];
  const [first] = way ?? [];
  const at = (first?.path ?? []).reduce<unknown>(
    (of, key) => (of as Record<PropertyKey, unknown> | null)?.[key],
    value,
  );
  return first ? issueText(first, at) : '写法不对';
}

function valueText(values: readonly string[], value: unknown): string {
  const wrong = written(value);
  const hint = typeof value === 'string' ? nearest(value, values) : null;
  if (hint !== null) return `不认识${wrong}，是不是“${hint}”？`;
  return `不认识${wrong}，可以写的有：${values.join('、')}`;
}

function smallText(origin: string, least: number): string {
  if (origin === 'string') return least <= 1 ? '不能空着' : `至少写 ${least} 个字`;
  if (origin === 'array') return `至少写 ${least} 条`;
  return `不能小于 ${least}`;
}

function bigText(origin: string, most: number): string {
  if (origin === 'string') return `最多写 ${most} 个字`;
  return origin === 'array' ? `最多写 ${most} 条` : `不能大于 ${most}`;
}

/** A value as it stands in the file, short enough for a sentence. */
function written(value: unknown): string {
  if (Array.isArray(value)) return '列表';
  if (typeof value === 'object' && value !== null) return '一组项目';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
