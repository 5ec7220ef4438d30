import { useNavigate } from '@tanstack/react-router';
import { courseView } from '../../../modules/training/contract.ts';
import { access } from '../../../modules/training/access.ts';
import { actTitles } from '../../../modules/training/index.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { CourseActs } from './course-act.tsx';
import { type CourseShown, dayWords, editPath } from './training-words.ts';
import '../../card-table.css';

/** One course: what is taught, when it is taught in person, and for the county its bank and its end. */
export default function CoursePage() {
  const courseId = useParam('courseId');
  const { session } = useSession();
  const navigate = useNavigate();
  const found = useAnswer(courseView, { params: { courseId } });
  const { answer } = found;
  if (!answer) {
    return (
      <Page title="培训课程">
        <Refusal problem={found.problem} onAgain={found.askAgain} />
        <Awaiting what={found.awaiting} />
      </Page>
    );
  }
  const role = session?.post?.role ?? '';
  const maySet = access.PublishCourse.roles.some((each) => each === role);
  const acts = answer.acts.map((act) => actTitles[act]).join('、');
  const state = answer.retiredOn === '' ? '' : ` · ${dayWords(answer.retiredOn)}停用`;
  const terms = `证书 ${answer.validMonths} 个月有效`;
  const bank = answer.content
    ? ` · 第 ${answer.edition} 版，题库 ${answer.content.questions.length} 题`
    : '';
  return (
    <Page
      title={answer.title}
      under={`考试合格可以办理：${acts} · ${terms}${bank}${state}`}
      next={
        maySet && (
          <NextAct title="修改课程" onAct={() => void navigate({ to: editPath(courseId) })} />
        )
      }
    >
      {answer.parts.map((part, no) => (
        <Panel key={part.title} title={part.title}>
          {part.text.split('\n').map((line, index) => (
            // Lines of one text never move: their place is who they are.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <p key={index}>{line}</p>
          ))}
          {part.is === 'file' && (
            <p>
              <a href={`/api/training/courses/${courseId}/parts/${no}/file`} download>
                下载课件（{part.fileName}）
              </a>
            </p>
          )}
          {part.is === 'video' && (
            <p>
              <a href={part.link} target="_blank" rel="noreferrer">
                打开视频
              </a>
            </p>
          )}
        </Panel>
      ))}
      <Sessions course={answer} />
      {maySet && <CourseActs course={answer} onDone={found.askAgain} />}
    </Page>
  );
}

function Sessions({ course }: { readonly course: CourseShown }) {
  if (course.sessions.length === 0 && !course.needsAttendance) return null;
  return (
    <Panel title="面授">
      {course.sessions.length === 0 && <p className="ym-empty">还没有安排面授。</p>}
      <ul className="yc-points">
        {course.sessions.map(({ sessionId, on, place, teacher, attendance, present }) => (
          <li key={sessionId}>
            {dayWords(on)}，{place}，授课人{teacher}
            {attendance === null ? '' : `，到场 ${attendance} 人`}
            {present.length > 0 && <p className="ym-quiet">{present.join('、')}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
