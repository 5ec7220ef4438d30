import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type EvaluationRefusal =
  | 'evaluation-not-defined'
  | 'evaluation-year-not-over'
  | 'evaluation-self-scored'
  | 'evaluation-item-missing'
  | 'evaluation-over-weight'
  | 'evaluation-unproved'
  | 'evaluation-not-self-scored'
  | 'evaluation-scored'
  | 'evaluation-difference-unexplained'
  | 'evaluation-not-scored'
  | 'evaluation-appealed'
  | 'evaluation-appeal-late'
  | 'evaluation-no-appeal'
  | 'evaluation-appeal-answered'
  | 'evaluation-same-person';

const messages: { readonly [Code in EvaluationRefusal]: string } = {
  'evaluation-not-defined': '县里还没有确定绩效评价办法，不能评价。',
  'evaluation-year-not-over': '这一年还没有结束，不能评价。',
  'evaluation-self-scored': '这一年已经自评，不能重复提交。',
  'evaluation-item-missing': '每一项人工评分的指标都要评一次，请补齐。',
  'evaluation-over-weight': '得分不能超过这一项的分值，请核对。',
  'evaluation-unproved': '给了分的指标须附佐证材料，没有材料的只能评 0 分。',
  'evaluation-not-self-scored': '乡镇还没有自评，县里不能评分。',
  'evaluation-scored': '县里已经评分，不能再改。乡镇有异议的，在期限内提出。',
  'evaluation-difference-unexplained': '与乡镇自评不同的，请写明理由（至少 4 个字）。',
  'evaluation-not-scored': '县里还没有评分，不能提出异议。',
  'evaluation-appealed': '已经提出过异议，请等县里答复。',
  'evaluation-appeal-late': '提出异议的期限已过。',
  'evaluation-no-appeal': '乡镇没有提出异议，不需要答复。',
  'evaluation-appeal-answered': '异议已经答复，不能再改。',
  'evaluation-same-person': '评分的人不能答复异议，请由另一人答复。',
};

const codes = Object.keys(messages) as readonly EvaluationRefusal[];

/** Every "no" to an evaluation with its sentence and source. */
export const refusals = Object.fromEntries(
  codes.map((code) => [
    code,
    {
      ...{ code, message: messages[code] },
      citation: code === 'evaluation-same-person' ? cite('JT-06') : cite('DL-15', 'DL-14'),
    },
  ]),
) as { readonly [Code in EvaluationRefusal]: Refusal<Code> };
