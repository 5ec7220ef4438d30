/** What a schema found wrong, as far as the words need it; structural, any Zod issue fits. */
type FoundWrong = {
  readonly code?: string | undefined;
  readonly input?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly inclusive?: unknown;
  readonly exact?: unknown;
  readonly expected?: unknown;
};

/**
 * What to do about a value that does not fit, for people: used by the server and the apps alike
 * (`z.config({ localeError: schemaWords })`). A schema's own message goes before it.
 */
export function schemaWords(issue: FoundWrong): string {
  if (isNothing(issue.input) && issue.code !== 'custom') return '请填写';
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_type':
      return issue.expected === 'int' ? '请填整数' : '填写的内容不对，请重新填写';
    case 'invalid_value':
    case 'invalid_union':
      return '请从给出的选项里选';
    case 'not_multiple_of':
      return '请填整数';
    case 'unrecognized_keys':
      return '有不认识的项目，请刷新页面后再办';
    default:
      return '格式不对，请重新填写';
  }
}

function isNothing(input: unknown): boolean {
  return input === null || input === undefined || input === '';
}

function tooSmall({ origin, minimum, inclusive, exact }: FoundWrong): string {
  if (origin === 'string') return exact ? `应为 ${minimum} 个字` : `至少 ${minimum} 个字`;
  if (origin === 'array' || origin === 'set') return `至少要有 ${minimum} 项`;
  return inclusive === false ? `要大于 ${minimum}` : `不能小于 ${minimum}`;
}

function tooBig({ origin, maximum, inclusive, exact }: FoundWrong): string {
  if (origin === 'string') return exact ? `应为 ${maximum} 个字` : `最多 ${maximum} 个字`;
  if (origin === 'array' || origin === 'set') return `最多 ${maximum} 项`;
  return inclusive === false ? `要小于 ${maximum}` : `不能大于 ${maximum}`;
}
