import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

type Rule = Parameters<typeof cite>[0];
type Sentence = readonly [message: string, ...rules: [Rule, ...Rule[]]];

const sentences = {
  'snapshot-day-wrong': ['数据截至日期不能晚于今天，请核对。', 'HD-10'],
  'snapshot-repeated': ['这个来源的同一个文件已经收过，没有再导入。', 'HD-10'],
  'snapshot-loading': ['这份数据正在导入，请等完成以后再办。', 'HD-10'],
  'snapshot-gone': ['这份数据已经销毁。', 'HD-10'],
  'snapshot-still-kept': ['这份数据还没有到保存期限，提前销毁须有人提请、另一人批准。', 'HD-10'],
  'snapshot-in-use': ['正在进行的比对要用这份数据，请等比对完成以后再销毁。', 'HD-10'],
  'destruction-asked': ['已经提请销毁，等待另一人批准。', 'HD-10'],
  'destruction-not-asked': ['还没有人提请销毁。请核对中心先提请，再由分管领导批准。', 'HD-10'],
  'destruction-same-person': ['提请和批准销毁不能是同一人，请由另一人批准。', 'HD-10'],
  'no-snapshot': ['没有可以比对的来源数据，请先导入。', 'HD-09'],
  'matching-under-way': ['上一次比对还没有完成，请等它完成以后再发起。', 'HD-09'],
  'matching-month-wrong': ['只能比对本月或者下月的发放，请核对年月。', 'HD-09'],
  'finding-settled': ['这条疑点已经处理过。', 'DB-32'],
  'finding-holder-unfit': [
    '这个人不在负责核查的岗位，或者与该户有近亲属关系，请改交他人。',
    'DB-32',
  ],
  'finding-of-other-post': ['这条疑点由其他岗位核查，您不能处理。', 'DB-32'],
  'finding-paper-missing': [
    '这条疑点使发放暂缓，处理时请上传核查材料，例如入户照片、死亡证明。',
    'DB-33b',
  ],
} as const satisfies Record<string, Sentence>;

export type MatchingRefusal = keyof typeof sentences;

/** Every "no" of this module with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(sentences).map(([code, [message, rule, ...also]]: [string, Sentence]) => [
    code,
    { code, message, citation: cite(rule, ...also) },
  ]),
) as { readonly [Code in MatchingRefusal]: Refusal<Code> };
