import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

type Rule = Parameters<typeof cite>[0];
type Sentence = readonly [message: string, ...rules: [Rule, ...Rule[]]];

const sentences = {
  'takeover-closed': ['这次导入已经结束。还有要导入的，请重新上传文件。', 'DB-28'],
  'ledger-being-read': ['正在检查或者登记，请等它完成以后再办。', 'DB-28'],
  'ledger-day-wrong': ['台账截至日期不能晚于今天，请核对。', 'DB-28'],
  'ledger-not-readable': ['列的对应关系不完整，请补齐以后再检查。', 'DB-28'],
  'ledger-partly-entered': [
    '这份台账已经有户登记，不能再改列的对应关系。要更正的行请在待更正名单里改好后重新上传。',
    'DB-28',
  ],
  'ledger-not-checked': ['还没有检查完，请先确定列的对应关系并检查。', 'DB-28'],
  'nothing-to-enter': [
    '没有可以登记的户。请先更正有问题的行，或者确认不一致的以台账为准。',
    'DB-28',
  ],
  'ledger-scan-missing': [
    '请上传原决定文件或者盖章名册的扫描件。没有原件的不能列入名册。',
    'DB-28',
    'DA-01',
  ],
  'difference-unknown': ['没有找到这一户的差异，或者已经处理，请刷新后核对。', 'DB-28'],
  'entry-already-compared': [
    '名册里这一户已经生效，不能用台账改。待遇有变化的，请在名册里按动态管理的程序办理。',
    'DB-32',
    'SL-48',
  ],
} as const satisfies Record<string, Sentence>;

export type TakeoverRefusal = keyof typeof sentences;

/** Every "no" of this module with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(sentences).map(([code, [message, rule, ...also]]: [string, Sentence]) => [
    code,
    { code, message, citation: cite(rule, ...also) },
  ]),
) as { readonly [Code in TakeoverRefusal]: Refusal<Code> };
