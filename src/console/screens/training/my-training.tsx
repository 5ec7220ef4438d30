import { Link, useNavigate } from '@tanstack/react-router';
import { type MyTraining, myTraining, startTest } from '../../../modules/training/contract.ts';
import { actTitles } from '../../../modules/training/index.ts';
import { Button } from 'antd';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import {
  attemptWords,
  certificateUrl,
  coursePath,
  dayWords,
  mayAct,
  paths,
  standingWords,
} from './training-words.ts';
import '../../card-table.css';

/** 我的培训: what one's own work needs, the courses that give it, tests and certificates. */
export default function MyTrainingPage() {
  const { answer, awaiting, problem } = useAnswer(myTraining, { params: {} });
  const navigate = useNavigate();
  if (!answer) {
    return (
      <Page title="我的培训">
        <Refusal problem={problem} />
        <Awaiting what={awaiting} />
      </Page>
    );
  }
  return (
    <Page
      title="我的培训"
      under={sentence(answer)}
      next={
        answer.paper && <NextAct title="继续测试" onAct={() => void navigate({ to: paths.test })} />
      }
    >
      <OwnActs acts={answer.acts} />
      <Courses mine={answer} />
      <Certificates mine={answer} />
      <Attempts mine={answer} />
    </Page>
  );
}

function sentence({ acts, paper }: MyTraining): string {
  if (paper) return `《${paper.title}》的测试还没有交卷`;
  if (acts.length === 0) return '本县没有规定您的岗位须持证办理的事项';
  const closed = acts.filter(({ standing }) => !mayAct(standing));
  return closed.length === 0
    ? '您的证书都在有效期内'
    : `${closed.map(({ title }) => title).join('、')}现在不能办理，学完课程、考过就恢复`;
}

function OwnActs({ acts }: Pick<MyTraining, 'acts'>) {
  if (acts.length === 0) return null;
  return (
    <Panel title="须持证办理的事项">
      <DescriptionSheet
        items={acts.map(({ title, standing }) => ({
          label: title,
          value: standingWords(standing),
          wide: true,
        }))}
      />
    </Panel>
  );
}

function Courses({ mine }: { readonly mine: MyTraining }) {
  const { courses, terms } = mine;
  return (
    <Panel title="课程">
      {courses.length === 0 && <p className="ym-empty">县里还没有发布课程。</p>}
      {courses.length > 0 && (
        <>
          <p className="ym-quiet">
            每次测试抽 {terms.questions} 题，{terms.minutes} 分钟内交卷，答对 {terms.passPercent}%
            合格；今天还可以考 {terms.attemptsLeft} 次。
          </p>
          <div className="yc-card-room">
            <table className="yc-card-table">
              <thead>
                <tr>
                  <th>课程</th>
                  <th>证书对应的事项</th>
                  <th>面授</th>
                  <th>测试</th>
                </tr>
              </thead>
              <tbody>
                {courses.map((each) => (
                  <tr key={each.courseId}>
                    <th scope="row">
                      <Link to={coursePath(each.courseId)}>{each.title}</Link>
                    </th>
                    <td data-label="事项">{each.acts.map((act) => actTitles[act]).join('、')}</td>
                    <td data-label="面授">{attendanceWords(each)}</td>
                    <td>{!mine.paper && <StartTest course={each} />}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Panel>
  );
}

type Course = MyTraining['courses'][number];

function attendanceWords({ needsAttendance, attended, nextSession }: Course): string {
  if (attended) return '已参加';
  const next = nextSession === '' ? '' : `，下一次${dayWords(nextSession)}`;
  return needsAttendance ? `须先参加${next}` : `不要求${next}`;
}

function StartTest({ course }: { readonly course: Course }) {
  const navigate = useNavigate();
  const start = useCommand(startTest);
  const act = async () => {
    const body = { attemptId: newKey(), courseId: course.courseId };
    const done = await start.give({ params: {}, body });
    if (done.ok) void navigate({ to: paths.test });
  };
  return (
    <>
      <Button
        onClick={() => void act()}
        disabled={start.busy}
        aria-label={`开始测试《${course.title}》`}
      >
        开始测试
      </Button>
      <Refusal problem={start.problem} onAgain={() => void act()} />
    </>
  );
}

function Certificates({ mine }: { readonly mine: MyTraining }) {
  return (
    <Panel title="证书">
      {mine.certificates.length === 0 && <p className="ym-empty">考试合格以后，证书显示在这里。</p>}
      {mine.certificates.map((each) => (
        <DescriptionSheet
          key={each.number}
          items={[
            { label: '编号', value: each.number },
            { label: '持证人', value: mine.name },
            { label: '课程', value: each.course },
            { label: '事项', value: each.acts.join('、') },
            {
              label: '有效期',
              value: `${dayWords(each.from)}至${dayWords(each.until)}`,
              wide: true,
            },
            ...(each.revokedBecause === '' ? [] : [{ label: '撤销', value: each.revokedBecause }]),
            {
              label: '打印',
              value: (
                <a href={certificateUrl(each.number)} target="_blank" rel="noreferrer">
                  打印证书（PDF）
                </a>
              ),
            },
          ]}
        />
      ))}
    </Panel>
  );
}

function Attempts({ mine }: { readonly mine: MyTraining }) {
  const past = mine.attempts.filter(({ status }) => status !== 'open');
  if (past.length === 0) return null;
  const [last] = past;
  return (
    <Panel title="测试成绩">
      <ul className="yc-points">
        {past.map(({ attemptId, on, status, correct, total }) => (
          <li key={attemptId}>
            {dayWords(on)}：{attemptWords[status]}
            {status === 'lapsed' ? '' : `，${total} 题答对 ${correct} 题`}
          </li>
        ))}
      </ul>
      {last && last.wrong.length > 0 && (
        <>
          <h3>最近一次答错的题</h3>
          <ul className="yc-points">
            {last.wrong.map(({ text, basis }) => (
              <li key={text}>
                {text}
                {basis !== '' && <span className="ym-quiet">（见{basis}）</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
