import { useState } from 'react';
import { newKey } from '../../../ui/intent.ts';
import { CourseEditor } from './course-editor.tsx';
import { emptyCourse } from './course-form.ts';

/** 发布课程: a new course, typed or pasted. */
export default function CourseNew() {
  const [courseId] = useState(newKey);
  const [initial] = useState(emptyCourse);
  return (
    <CourseEditor
      title="发布课程"
      about="发布后本县人员都能学习；每次测试从题库里随机抽题，题库越大越好。"
      draftKey="training-course"
      courseId={courseId}
      initial={initial}
      before={[]}
    />
  );
}
