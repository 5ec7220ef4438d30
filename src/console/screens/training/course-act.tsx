import { useState } from 'react';
import {
  planSession,
  recordTrainingAttendance,
  retireCourse,
  trainingStanding,
} from '../../../modules/training/contract.ts';
import { newKey } from '../../../ui/intent.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { QuietAct } from '../case/quiet-act.tsx';
import { SecondAct } from '../inspection/typed-act.tsx';
import { type CourseShown, dayWords } from './training-words.ts';
import './training.css';

type ActProps = { readonly course: CourseShown; readonly onDone: () => void };

/** What the county does with a course: days of teaching, who was there, its end. */
export function CourseActs({ course, onDone }: ActProps) {
  const open = course.sessions.filter(({ attendance }) => attendance === null);
  return (
    <section className="yc-quiet-acts" aria-label="其他办理">
      <h2>其他办理</h2>
      {open.map(({ sessionId, on }) => (
        <Attendance key={sessionId} sessionId={sessionId} on={on} onDone={onDone} />
      ))}
      {course.retiredOn === '' && <PlanAct course={course} onDone={onDone} />}
      {course.retiredOn === '' && (
        <SecondAct
          name="retire"
          contract={retireCourse as never}
          params={{ courseId: course.courseId }}
          version={course.version}
          about="停用以后不能再考这门课程；已经取得的证书到期以前仍然有效。"
          fields={[{ key: 'reason', label: '理由', is: 'text' }]}
          initial={{ reason: '' }}
          bodyOf={(form) => form}
          onDone={onDone}
        />
      )}
    </section>
  );
}

function PlanAct({ course, onDone }: ActProps) {
  const [sessionId, setSessionId] = useState(newKey);
  return (
    <SecondAct
      name="plan"
      contract={planSession as never}
      params={{ sessionId }}
      about="安排以后，本县人员在“我的培训”里看得到。"
      fields={[
        { key: 'on', label: '日期', is: 'date' },
        { key: 'place', label: '地点', is: 'text' },
        { key: 'teacher', label: '授课人', is: 'text' },
      ]}
      initial={{ on: null, place: '', teacher: '' }}
      bodyOf={(form) => ({ ...form, courseId: course.courseId })}
      onDone={() => {
        setSessionId(newKey());
        onDone();
      }}
    />
  );
}

function Attendance(props: {
  readonly sessionId: string;
  readonly on: string;
  readonly onDone: () => void;
}) {
  const { sessionId, on, onDone } = props;
  const { answer } = useAnswer(trainingStanding, { params: {} });
  const [present, setPresent] = useState<readonly string[]>([]);
  const command = useCommand(recordTrainingAttendance);
  const act = async () => {
    const done = await command.give({ params: { sessionId }, body: { present: [...present] } });
    if (done.ok) onDone();
  };
  const choose = (person: string, isOn: boolean) =>
    setPresent((all) => (isOn ? [...all, person] : all.filter((each) => each !== person)));
  return (
    <QuietAct
      title={`登记${dayWords(on)}面授的到场人员`}
      about="到场人员登记一次，不能改动；要求面授的课程，登记后才能测试。"
      command={command}
      onAct={() => void act()}
    >
      <fieldset className="yc-people">
        <legend>到场人员（已选 {present.length} 人）</legend>
        {(answer?.people ?? []).map(({ person, name, placeName }) => (
          <label key={person}>
            <input
              type="checkbox"
              checked={present.includes(person)}
              onChange={(event) => choose(person, event.target.checked)}
            />
            <span>
              {name}
              <span className="ym-quiet"> {placeName}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </QuietAct>
  );
}
