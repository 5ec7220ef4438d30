import { randomUUID } from 'node:crypto';
import * as contract from '../../../modules/training/contract.ts';
import type { CourseBody } from '../../../modules/training/contract.ts';
import type { Desk, Reply } from '../desk.ts';

/** A course with a bank of `count` questions; the first option of each is right. */
export function courseFor(
  acts: CourseBody['acts'],
  changed: Partial<CourseBody> = {},
  count = 12,
): CourseBody {
  const rules = ['近亲属是否回避', '几人到会有效', '表决是否当场计票', '记录由谁签字'];
  return {
    title: '集体研究规则',
    acts,
    parts: [
      {
        ...{ title: '回避和到会', is: 'text', file: null, link: '' },
        text: '申请家庭的近亲属应当回避，不参加讨论和表决。\n回避后人数不够的，报县级民政部门审核确认。',
      },
    ],
    needsAttendance: false,
    questions: Array.from({ length: count }, (_, no) => ({
      id: randomUUID(),
      text: `集体研究时，${rules[no % rules.length]}按什么办？（题库第${no + 1}题）`,
      options: ['按议事规则办理并记入会议记录', '由主持人临时决定', '会后再补'],
      answers: [0],
      basis: '《达州市2021年改革做法》第四点',
    })),
    ...changed,
  };
}

export async function publishCourse(desk: Desk, body: CourseBody): Promise<string> {
  const courseId = randomUUID();
  await desk.must(contract.publishCourse, { courseId }, body);
  return courseId;
}

/** Begins a test; answers the id of the attempt. */
export async function startTest(desk: Desk, courseId: string): Promise<string> {
  const attemptId = randomUUID();
  await desk.must(contract.startTest, {}, { attemptId, courseId });
  return attemptId;
}

/** Answers the paper in hand, the first `wrong` questions wrongly; whatever the server says to it. */
export async function submitTest(desk: Desk, attemptId: string, wrong = 0): Promise<Reply> {
  const { paper } = (await desk.ask(contract.myTraining, {})).body;
  const answers = (paper?.questions ?? []).map(({ id }, no) => ({
    questionId: id,
    chosen: [no < wrong ? 1 : 0],
  }));
  return desk.give(contract.submitTest, {}, { attemptId, answers });
}
