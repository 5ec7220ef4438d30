/** Everything the check of locality files can find, and what each is about in a few words. */
export const POLICY_FAULT = {
  shape: '缺少项目，或者项目的写法不对',
  'unknown-name': '不认识的项目',
  'unknown-parameter': '不认识的参数',
  'wrong-folder': '文件没有放在自己地方的文件夹里',
  'document-number-missing': '文件没有文号，也没有说明原因',
  'document-missing': '没有写明出自哪个文件',
  'document-unused': '文件没有被用到',
  'doubt-missing': '暂用的值没有写明存疑',
  'unit-missing': '数值没有单位',
  'unit-wrong': '单位与参数不相符',
  'unit-needless': '不是数值却写了单位',
  value: '值超出范围，或者形状不对',
  formula: '算式有误',
  together: '几个值放在一起不成立',
  'period-reversed': '截止日期早于生效日期',
  overlap: '同一时间有两个值',
  gap: '两个值之间有空当',
  'older-again': '到期以后又回到更早的值',
  'one-side': '只有城市或者只有农村',
  'above-standard': '补助额高于低保标准',
  'below-floor': '标准低于省定低限',
  'ten-times': '数值与前一个相差近十倍',
} as const;

export type PolicyFaultCode = keyof typeof POLICY_FAULT;

/** These ask to look again; the file can be used all the same. */
const WARNINGS: readonly PolicyFaultCode[] = [
  'document-unused',
  'older-again',
  'below-floor',
  'ten-times',
];

/** A place in one of the checked files. */
export type PolicyPlace = { readonly file: string; readonly path: readonly PropertyKey[] };

/** What is wrong, where, and a Chinese sentence that says what to do. */
export type PolicyFault = PolicyPlace & {
  readonly is: 'fault' | 'warning';
  readonly code: PolicyFaultCode;
  readonly message: string;
  /** The name at that place is the fault, not its value. */
  readonly isName?: true;
  /** In a text: the character, counted from 0. */
  readonly character?: number;
  /** The other of two values that do not go together. */
  readonly other?: PolicyPlace;
};

type More = Pick<PolicyFault, 'isName' | 'character' | 'other'>;

export function policyFault(
  code: PolicyFaultCode,
  { file, path }: PolicyPlace,
  message: string,
  more: More = {},
): PolicyFault {
  const is = WARNINGS.includes(code) ? 'warning' : 'fault';
  return { is, code, file, path, message, ...more };
}
