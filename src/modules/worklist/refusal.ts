import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type WorklistRefusal =
  | 'absence-backwards'
  | 'absence-in-the-past'
  | 'absence-overlaps'
  | 'absence-of-another'
  | 'absence-holder-not-in-post'
  | 'substitute-is-self'
  | 'substitute-lacks-post'
  | 'substitute-absent'
  | 'absence-unknown'
  | 'absence-over'
  | 'work-done'
  | 'assignee-lacks-post'
  | 'assignee-absent'
  | 'assignee-separated';

const DL11 = cite('DL-11');
const JT06 = cite('JT-06', 'JT-05');

const says = <Code extends WorklistRefusal>(
  code: Code,
  message: string,
  citation = DL11,
): Refusal<Code> => ({ code, message, citation });

/** Every "no" of this module with its sentence and article. */
export const refusals: { readonly [Code in WorklistRefusal]: Refusal<Code> } = {
  'absence-backwards': says('absence-backwards', '结束日期早于开始日期，请核对。'),
  'absence-in-the-past': says('absence-in-the-past', '离岗已经结束，不需要登记。'),
  'absence-overlaps': says('absence-overlaps', '这段时间已经登记过离岗，请先登记提前返岗。'),
  'absence-of-another': says(
    'absence-of-another',
    '只能登记本人的离岗；替他人登记，请找乡镇负责人或者县民政局分管领导。',
  ),
  'absence-holder-not-in-post': says('absence-holder-not-in-post', '这个人今天在这里没有岗位。'),
  'substitute-is-self': says('substitute-is-self', '代办人不能是离岗的人自己。'),
  'substitute-lacks-post': says(
    'substitute-lacks-post',
    '代办人在这里没有相同的岗位。代办只移交任务，不移交权限，请从同岗位的人员里选择。',
  ),
  'substitute-absent': says('substitute-absent', '代办人这段时间也不在岗，请另选一人。'),
  'absence-unknown': says('absence-unknown', '没有这次离岗登记，可能已经取消，请刷新后再看。'),
  'absence-over': says('absence-over', '这次离岗已经结束。'),
  'work-done': says('work-done', '这项任务已经办完，或者已经转到下一环节，请刷新。'),
  'assignee-lacks-post': says(
    'assignee-lacks-post',
    '这个人没有办理这项任务的岗位，请改派在岗的人，或者先由系统管理员设岗。',
  ),
  'assignee-absent': says('assignee-absent', '这个人今天不在岗，请另选一人。'),
  'assignee-separated': says(
    'assignee-separated',
    '这个人在本件中须回避，或者办理过与之分离的环节，请另选一人。',
    JT06,
  ),
};
