import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { publishCourse } from '../../../modules/training/contract.ts';
import { actTitles } from '../../../modules/training/index.ts';
import { newKey } from '../../../ui/intent.ts';
import { Page } from '../../../ui/page.tsx';
import { TypedAct } from '../inspection/typed-act.tsx';
import { type ActField, type ActForm, fileIn, optionsFrom } from '../review/act-spec.ts';
import { readQuestions } from './question-text.ts';
import { coursePath } from './training-words.ts';

const fields: readonly ActField[] = [
  { key: 'title', label: '课程名称', is: 'text' },
  { key: 'act', label: '证书对应的事项', is: 'code', options: optionsFrom(actTitles) },
  {
    ...{ key: 'attendance', label: '面授', is: 'code' },
    options: [
      { value: 'no', label: '不要求' },
      { value: 'yes', label: '须先参加面授才能测试' },
    ],
  },
  { key: 'text', label: '文字课', is: 'text', lines: 10, optional: true },
  { key: 'file', label: '课件', is: 'file', optional: true, hint: 'PDF 或者图片' },
  { key: 'link', label: '视频网址', is: 'text', optional: true, hint: 'https:// 开头' },
  {
    ...{ key: 'questions', label: '题库', is: 'text', lines: 16 },
    hint: '一题一段，段间空一行：第一行写题目，以下每行一个选项，正确的前面加 *；另起一行写“依据：…”',
  },
];

const initial: ActForm = {
  ...{ title: '', act: null, attendance: 'no' },
  ...{ text: '', file: [], link: '', questions: '' },
};

/** A new course, typed or pasted; the bank is one text. */
export default function CourseNew() {
  const navigate = useNavigate();
  const [courseId] = useState(newKey);
  return (
    <Page title="发布课程" under="发布后本县人员都能学习；每次测试从题库里随机抽题。">
      <TypedAct
        name="training-course"
        contract={publishCourse as never}
        params={{ courseId }}
        about="题库的题数不少于每次测试抽取的题数，越多越好。"
        fields={fields}
        initial={initial}
        bodyOf={bodyOf}
        onDone={() => void navigate({ to: coursePath(courseId) })}
      />
    </Page>
  );
}

function bodyOf(form: ActForm) {
  const words = (key: string) => String(form[key] ?? '').trim();
  const file = fileIn(form['file']);
  const none = { text: '', file: null, link: '' };
  return {
    title: words('title'),
    acts: form['act'] ? [form['act']] : [],
    needsAttendance: form['attendance'] === 'yes',
    parts: [
      ...(words('text') ? [{ ...none, title: '课程内容', is: 'text', text: words('text') }] : []),
      ...(file ? [{ ...none, title: '课件', is: 'file', file }] : []),
      ...(words('link') ? [{ ...none, title: '视频', is: 'video', link: words('link') }] : []),
    ],
    questions: readQuestions(words('questions')).map((each) => ({ ...each, id: newKey() })),
  };
}
