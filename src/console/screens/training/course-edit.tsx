import { useMemo } from 'react';
import { courseView } from '../../../modules/training/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useParam } from '../../use-param.ts';
import { CourseEditor } from './course-editor.tsx';
import { formOf } from './course-form.ts';
import type { CourseShown } from './training-words.ts';

/** 修改课程: the next edition of a course, begun from the one that is published. */
export default function CourseEdit() {
  const courseId = useParam('courseId');
  const { answer, problem, awaiting, askAgain } = useAnswer(courseView, { params: { courseId } });
  if (answer?.content) return <NextEdition course={answer} content={answer.content} />;
  return (
    <Page title="修改课程">
      <Refusal problem={problem} onAgain={askAgain} />
      <Awaiting what={awaiting} />
    </Page>
  );
}

type Content = NonNullable<CourseShown['content']>;

function NextEdition({ course, content }: { course: CourseShown; content: Content }) {
  const initial = useMemo(() => formOf(content), [content]);
  const { courseId, title, edition, version } = course;
  return (
    <CourseEditor
      title={`修改《${title}》`}
      about={`发布后成为第 ${edition + 1} 版，以前各版保留；已经开始的测试按原来的题目评分，已经取得的证书不变。`}
      draftKey={`training-course:${courseId}:${edition}`}
      courseId={courseId}
      version={version}
      initial={initial}
      before={content.questions}
    />
  );
}
