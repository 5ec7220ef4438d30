import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type TrainingRefusal =
  | 'course-without-parts'
  | 'course-part-empty'
  | 'question-bank-too-small'
  | 'question-repeated'
  | 'question-answer-missing'
  | 'course-months-too-long'
  | 'course-not-published'
  | 'course-retired'
  | 'session-already-planned'
  | 'session-in-the-past'
  | 'attendance-before-the-day'
  | 'attendance-recorded'
  | 'attendant-unknown'
  | 'session-not-attended'
  | 'certificate-still-valid'
  | 'attempt-open'
  | 'attempts-spent'
  | 'attempt-not-open'
  | 'attempt-over'
  | 'answered-too-fast'
  | 'answer-not-drawn'
  | 'question-unanswered'
  | 'certificate-unknown'
  | 'certificate-revoked'
  | 'certificate-missing'
  | 'certificate-lapsed';

const DL07 = cite('DL-07');
const DL11 = cite('DL-11', 'DL-07');

const says = <Code extends TrainingRefusal>(
  code: Code,
  message: string,
  citation = DL07,
): Refusal<Code> => ({ code, message, citation });

/** Every "no" of this module with its sentence and article. */
export const refusals: { readonly [Code in TrainingRefusal]: Refusal<Code> } = {
  'course-without-parts': says('course-without-parts', '课程还没有内容，请至少写一节。'),
  'course-part-empty': says(
    'course-part-empty',
    '有一节没有内容：文字课请写正文，文件课请上传文件，视频课请填写网址。',
  ),
  'question-bank-too-small': says(
    'question-bank-too-small',
    '题库的题数少于每次测试抽取的题数，请补充题目。',
  ),
  'question-repeated': says('question-repeated', '题库里有重复的题目或者选项，请核对。'),
  'question-answer-missing': says(
    'question-answer-missing',
    '有题目没有标正确答案，或者答案不在选项里，请核对。',
  ),
  'course-months-too-long': says(
    'course-months-too-long',
    '证书有效期比本县规定的长，请改短，或者不填，按本县规定。',
  ),
  'course-not-published': says('course-not-published', '这门课程还没有发布。'),
  'course-retired': says('course-retired', '这门课程已经停用，请选择别的课程。'),
  'session-already-planned': says('session-already-planned', '这次面授已经安排过了。'),
  'session-in-the-past': says(
    'session-in-the-past',
    '面授日期已经过去，请填写今天或者以后的日期。',
  ),
  'attendance-before-the-day': says(
    'attendance-before-the-day',
    '还没有到面授的日子，到当天再登记到场人员。',
  ),
  'attendance-recorded': says('attendance-recorded', '这次面授的到场人员已经登记，不能改动。'),
  'attendant-unknown': says(
    'attendant-unknown',
    '名单里有人今天在本县没有岗位，请从在岗人员里选择。',
  ),
  'session-not-attended': says(
    'session-not-attended',
    '这门课程要先参加面授才能测试。请等县民政局安排面授并登记到场。',
  ),
  'certificate-still-valid': says(
    'certificate-still-valid',
    '您的证书还在有效期内，到期前规定的天数内才可以续考。',
  ),
  'attempt-open': says('attempt-open', '您有一次测试还没有交卷，请先交卷。'),
  'attempts-spent': says('attempts-spent', '今天的测试次数已经用完，请学习后明天再考。'),
  'attempt-not-open': says('attempt-not-open', '没有这次测试，或者已经交卷。'),
  'attempt-over': says('attempt-over', '已经超过测试时间，这次不计成绩，请重新开始。'),
  'answered-too-fast': says(
    'answered-too-fast',
    '交卷太快，不像是读过题目。请本人逐题阅读后作答，再交卷。',
  ),
  'answer-not-drawn': says(
    'answer-not-drawn',
    '答卷里有没有抽到的题目或者没有的选项，请在测试页面作答。',
  ),
  'question-unanswered': says('question-unanswered', '还有题目没有作答，请全部答完再交卷。'),
  'certificate-unknown': says('certificate-unknown', '没有这张证书，请核对编号。'),
  'certificate-revoked': says(
    'certificate-revoked',
    '这张证书已经撤销，不用再撤销；本人可以重新考试取得。',
  ),
  'certificate-missing': says('certificate-missing', '办理这一事项须持有效的培训证书。', DL11),
  'certificate-lapsed': says('certificate-lapsed', '办理这一事项的培训证书已经到期。', DL11),
};
