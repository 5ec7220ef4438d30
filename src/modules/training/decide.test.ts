import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { addDays, type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { actOf, actsOfRole, othersIn } from './act.ts';
import { courseSlot } from './course.ts';
import * as decide from './decide.ts';
import { type GivenAnswer, startAttempt, submitAttempt } from './decide-attempt.ts';
import { type CertificateSeen, hindranceOf, standingIn } from './hindrance.ts';
import { refusals } from './refusal.ts';
import { sessionSlot } from './session.ts';
import { trainingSlot, type TrainingState } from './training.ts';
import { content, fold, foldTraining, NOW, procedure, today } from './training.fixture.ts';

const tested = new Set<string>();
function codeOf(decision: Decision<{ type: string }>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}

const published = fold(
  courseSlot,
  decide.publishCourse(content(), courseSlot.initial, { procedure }),
);
const publish = (...changed: Parameters<typeof content>) =>
  codeOf(decide.publishCourse(content(...changed), courseSlot.initial, { procedure }));

describe('DL-07 县级负责培训：课程和题库', () => {
  const part = { title: '视频', is: 'video' as const, text: '', file: null, link: '' };
  it('没有内容、有一节空着的课程不能发布；写了的可以', () => {
    expect(publish(12, { parts: [] })).toBe('course-without-parts');
    expect(publish(12, { parts: [part] })).toBe('course-part-empty');
    expect(publish(12, { parts: [{ ...part, is: 'file' }] })).toBe('course-part-empty');
    expect(publish(12, { parts: [{ ...part, link: 'https://example.org/1' }] })).toBeNull();
  });
  it('题库少于每次抽取的题数不能发布，正好够的可以', () => {
    expect(publish(procedure.testQuestions.value - 1)).toBe('question-bank-too-small');
    expect(publish(procedure.testQuestions.value)).toBeNull();
  });
  it('证书有效期可以比本县规定的短，不能长一个月', () => {
    const general = procedure.certificateMonths.value;
    expect(publish(12, { months: general })).toBeNull();
    expect(publish(12, { months: general + 1 })).toBe('course-months-too-long');
  });
  it('题目、选项不能重复，答案必须在选项里', () => {
    const { questions } = content();
    const [first] = questions;
    if (!first) throw new Error('no question');
    const with_ = (changed: Partial<typeof first>) =>
      publish(12, { questions: [...questions.slice(1), { ...first, ...changed }] });
    expect(with_({ text: '第1题' })).toBe('question-repeated');
    expect(with_({ id: 'question-1' })).toBe('question-repeated');
    expect(with_({ options: ['对', '对'] })).toBe('question-repeated');
    expect(with_({ answers: [] })).toBe('question-answer-missing');
    expect(with_({ answers: [3] })).toBe('question-answer-missing');
    expect(with_({ answers: [0, 2] })).toBeNull();
  });
  it('没有发布的不能停用，停用以后不能再停用；再发布算新的一版', () => {
    const retire = (state = published) => decide.retireCourse({ reason: '内容过时' }, state);
    expect(codeOf(retire(courseSlot.initial))).toBe('course-not-published');
    const retired = fold(courseSlot, retire(), published);
    expect(codeOf(retire(retired))).toBe('course-retired');
    const again = decide.publishCourse(content(), retired, { procedure });
    expect(fold(courseSlot, again, retired)).toMatchObject({ edition: 2, retired: null });
  });
});

describe('DL-07 面授和到场登记', () => {
  const plan = { courseId: 'c', on: today, place: '会议室', teacher: '周演禾' };
  const planned = (on = today, isOffered = true, state = sessionSlot.initial) =>
    decide.planSession({ ...plan, on }, state, { today, isOffered });
  const open = fold(sessionSlot, planned());
  const inPost = [
    { person: 'a', area: '511702102' },
    { person: 'a', area: '511702109' },
  ];
  const attend = (present: string[], state = open, on: LocalDate = today) =>
    decide.recordTrainingAttendance({ present }, state, { today: on, inPost });

  it('当天可以安排，昨天的不行；停用的课程不安排；不重复安排', () => {
    expect(codeOf(planned(addDays(today, -1)))).toBe('session-in-the-past');
    expect(codeOf(planned(today, false))).toBe('course-retired');
    expect(codeOf(planned(today, true, open))).toBe('session-already-planned');
  });
  it('前一天不能登记到场，当天可以，只登记一次', () => {
    expect(codeOf(attend(['a'], open, addDays(today, -1)))).toBe('attendance-before-the-day');
    const done = fold(sessionSlot, attend(['a', 'a']), open);
    expect(done.present).toEqual(inPost);
    expect(codeOf(attend(['a'], done))).toBe('attendance-recorded');
  });
  it('不在岗的人不能登记', () => {
    expect(codeOf(attend(['a', 'b']))).toBe('attendant-unknown');
  });
});

const drawn = Array.from({ length: 10 }, (_, no) => ({
  questionId: `question-${no}`,
  order: [2, 0, 1],
}));
const course = {
  ...{ courseId: 'c', edition: 1, acts: ['study'] as const, retired: false },
  ...{ needsAttendance: false, months: null, drawn },
};
type Given = Parameters<typeof startAttempt>[2];
const start = (changed: Partial<Given> = {}, state: TrainingState = trainingSlot.initial) =>
  startAttempt({ attemptId: 't1' }, state, {
    ...{ now: NOW, today, procedure, course, attended: false, begunToday: 0 },
    ...changed,
  });
const open = foldTraining(start());
const key = new Map(drawn.map(({ questionId }) => [questionId, [0]]));
const answers = (wrong = 0): GivenAnswer[] =>
  drawn.map(({ questionId }, no) => ({ questionId, chosen: [no < wrong ? 1 : 0] }));
const MINUTE = 60_000;
const submit = (
  given: readonly GivenAnswer[] = answers(),
  { after = MINUTE, state = open, on = today } = {},
) =>
  submitAttempt({ attemptId: 't1', answers: given }, state, {
    ...{ now: instant(NOW + after), today: on, procedure, key, number: '训证1号' },
  });
const certified = foldTraining(submit(), open);

describe('培训测试：题目每次抽取，答案由系统判', () => {
  it('停用的课程、没有参加面授的，不能开始', () => {
    expect(codeOf(start({ course: { ...course, retired: true } }))).toBe('course-retired');
    const taught = { ...course, needsAttendance: true };
    expect(codeOf(start({ course: taught }))).toBe('session-not-attended');
    expect(codeOf(start({ course: taught, attended: true }))).toBeNull();
  });
  it('同时只能有一次，超过时间没有交的作废后可以重新开始', () => {
    const ends = open.attempts[0]?.endsAt ?? NOW;
    expect(codeOf(start({ now: ends }, open))).toBe('attempt-open');
    const next = start({ now: instant(ends + 1), begunToday: 1 }, open);
    expect(foldTraining(next, open).attempts.map(({ status }) => status)).toEqual([
      'lapsed',
      'open',
    ]);
  });
  it('当天的次数用完就不能再考，最后一次可以', () => {
    const most = procedure.testAttemptsPerDay.value;
    expect(codeOf(start({ begunToday: most - 1 }))).toBeNull();
    expect(codeOf(start({ begunToday: most }))).toBe('attempts-spent');
  });
  it('到期前30天才可以续考，早一天不行', () => {
    const until = certified.certificates[0]?.until as LocalDate;
    const warn = procedure.certificateWarnDays.value;
    const early = addDays(until, -warn - 1);
    expect(codeOf(start({ today: early }, certified))).toBe('certificate-still-valid');
    expect(codeOf(start({ today: addDays(until, -warn) }, certified))).toBeNull();
  });
  it('程序代答交得太快的不收，最短时间一到就收', () => {
    const least = procedure.testSecondsPerQuestion.value * drawn.length * 1000;
    expect(codeOf(submit(answers(), { after: least - 1 }))).toBe('answered-too-fast');
    expect(codeOf(submit(answers(), { after: least }))).toBeNull();
  });
  it('超过时间的不收，最后一刻收', () => {
    const most = procedure.testMinutes.value * MINUTE;
    expect(codeOf(submit(answers(), { after: most }))).toBeNull();
    expect(codeOf(submit(answers(), { after: most + 1 }))).toBe('attempt-over');
  });
  it('没有抽到的题、没有的选项、重复的答案、漏答都不收', () => {
    const one = (questionId: string, chosen = [0]) => [
      ...answers().slice(1),
      { questionId, chosen },
    ];
    expect(codeOf(submit(one('question-11')))).toBe('answer-not-drawn');
    expect(codeOf(submit(one('question-0', [3])))).toBe('answer-not-drawn');
    expect(codeOf(submit(one('question-1')))).toBe('answer-not-drawn');
    expect(codeOf(submit(one('question-0', [])))).toBe('question-unanswered');
    expect(codeOf(submit(answers().slice(1)))).toBe('question-unanswered');
  });
  it('答对八成合格发证，差一题不合格也不发', () => {
    const passed = foldTraining(submit(answers(2)), open);
    expect(passed.attempts[0]).toMatchObject({ status: 'passed', correct: 8 });
    const failed = foldTraining(submit(answers(3)), open);
    expect(failed.attempts[0]).toMatchObject({ status: 'failed', correct: 7 });
    expect(failed.certificates).toEqual([]);
    expect(codeOf(submit(answers(), { state: failed }))).toBe('attempt-not-open');
  });
  it('证书从当天起算一年；提前续考的接着原来的期限', () => {
    expect(certified.certificates[0]).toMatchObject({ from: today, until: '2027-03-16' });
    const renewing = localDate('2027-03-10');
    const reopened = foldTraining(start({ today: renewing }, certified), certified, renewing);
    const again = { ...reopened, attempts: reopened.attempts.slice(-1) };
    const renewed = foldTraining(submit(answers(), { state: again, on: renewing }), again);
    expect(renewed.certificates.at(-1)).toMatchObject({ from: renewing, until: '2028-03-16' });
  });
  it('课程另定有效期的按课程，本县规定后来改短的按本县', () => {
    const until = (months: number | null) => {
      const begun = foldTraining(start({ course: { ...course, months } }));
      return foldTraining(submit(answers(), { state: begun }), begun).certificates[0]?.until;
    };
    expect([until(6), until(12), until(24)]).toEqual(['2026-09-16', '2027-03-16', '2027-03-16']);
  });
  it('县里可以撤销证书，撤销以后不能再撤销', () => {
    const revoke = (number: string, state = certified) =>
      decide.revokeCertificate({ number, reason: '他人代考' }, state);
    expect(codeOf(revoke('训证9号'))).toBe('certificate-unknown');
    const revoked = foldTraining(revoke('训证1号'), certified);
    expect(codeOf(revoke('训证1号', revoked))).toBe('certificate-revoked');
  });
});

describe('DL-11 证书到期，这一事项当即不能办理', () => {
  const until = localDate('2026-03-16');
  const held = (changed: Partial<CertificateSeen> = {}): CertificateSeen[] => [
    { person: 'a', act: 'study', until, revokedOn: '', ...changed },
  ];
  const asked = (on: LocalDate, certificates = held(), name = '') => {
    const courses = ['集体研究规则'];
    const found = hindranceOf({ act: 'study', name, certificates, courses, today: on });
    if (found) tested.add(found.code);
    return found;
  };
  it('最后一天还可以办，第二天不能办，并说明怎么恢复', () => {
    expect(asked(until)).toBeNull();
    const lapsed = asked(addDays(until, 1));
    expect(lapsed?.code).toBe('certificate-lapsed');
    expect(lapsed?.message).toBe(
      '集体研究表决须持有效的培训证书，您的证书已于2026年3月16日到期。请在“我的培训”里学习《集体研究规则》并通过测试，取得证书当时即可办理。',
    );
  });
  it('从来没有、被撤销的也不能办；同去的人没有证书，写明是谁', () => {
    expect(asked(until, [])?.code).toBe('certificate-missing');
    expect(asked(until, held({ revokedOn: '2026-03-01' }))?.message).toContain('已被撤销');
    expect(asked(until, [], '李演禾')?.message).toContain('李演禾还没有取得证书');
  });
  it('撤销了新的，还在有效期内的旧证书仍然有效', () => {
    const both = [...held(), ...held({ until: addDays(until, 90), revokedOn: '2026-03-01' })];
    expect(asked(until, both)).toBeNull();
  });
  it('县里还没有课程的，说明找谁', () => {
    const alone = { act: 'study', name: '', certificates: [], courses: [], today: until } as const;
    expect(hindranceOf(alone)?.message).toContain('请联系县民政局');
  });
  it('30天内到期的列为快到期，31天的不列', () => {
    expect(standingIn(held(), addDays(until, -30), 30).is).toBe('soon');
    expect(standingIn(held(), addDays(until, -31), 30).is).toBe('held');
    expect(standingIn(held(), addDays(until, 1), 30)).toEqual({ is: 'lapsed', until });
  });
  it('哪些操作是这一事项、涉及谁，由一张表说明', () => {
    expect(actOf('CastVote')).toBe('study');
    expect(actOf('ReceiveObjection')).toBeNull();
    expect(actsOfRole('chair', ['study', 'confirm', 'visit'])).toEqual(['study', 'confirm']);
    expect(othersIn('RecordHomeVisit', { visitors: ['a', 'b'] })).toEqual(['a', 'b']);
    expect(othersIn('RecordCountyCheck', { visitors: [{ person: 'a' }] })).toEqual(['a']);
    expect(othersIn('CastVote', { visitors: ['a'] })).toEqual([]);
  });
});

describe('培训的每一种“不能办理”', () => {
  it('都有测试，都有一句话和依据', () => {
    expect([...tested].toSorted()).toEqual(Object.keys(refusals).toSorted());
  });
});
