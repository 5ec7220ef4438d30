import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import { type MyTraining, myTraining, submitTest } from '../../../modules/training/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { paths } from './training-words.ts';
import './training.css';

/** The paper in hand; without one it says where to begin. */
export default function TestPage() {
  const { answer, awaiting, problem } = useAnswer(myTraining, { params: {} });
  if (answer?.paper) return <Paper key={answer.paper.attemptId} paper={answer.paper} />;
  return (
    <Page title="培训测试">
      <Refusal problem={problem} />
      {!answer && <Awaiting what={awaiting} />}
      {answer && (
        <p className="ym-empty">
          没有正在进行的测试。<Link to={paths.mine}>到“我的培训”里选课程</Link>
        </p>
      )}
    </Page>
  );
}

type Sheet = NonNullable<MyTraining['paper']>;
type Chosen = Readonly<Record<string, readonly number[]>>;

/** Every question on one page, answered by Tab, arrows and the space bar; Ctrl+Enter hands it in. */
function Paper({ paper }: { readonly paper: Sheet }) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen>({});
  const submit = useCommand(submitTest);
  const left = paper.questions.filter(({ id }) => (chosen[id] ?? []).length === 0).length;
  const act = async () => {
    const answers = paper.questions.map(({ id }) => ({
      questionId: id,
      chosen: [...(chosen[id] ?? [])],
    }));
    const body = { attemptId: paper.attemptId, answers };
    const done = await submit.give({ params: {}, body });
    if (done.ok) void navigate({ to: paths.mine });
  };
  return (
    <Page
      title={`测试：${paper.title}`}
      under={`请在${formatInstant(instant(paper.endsAt)).slice(11)}以前交卷`}
      next={
        <NextAct
          title={submit.title}
          onAct={() => void act()}
          busy={submit.busy}
          because={left > 0 ? `还有 ${left} 题没有作答` : null}
        />
      }
    >
      <Refusal problem={submit.problem} onAgain={() => void act()} />
      <ol className="yc-paper">
        {paper.questions.map((question) => (
          <Question
            key={question.id}
            question={question}
            chosen={chosen[question.id] ?? []}
            onChoose={(options) => setChosen((all) => ({ ...all, [question.id]: options }))}
          />
        ))}
      </ol>
    </Page>
  );
}

function Question(props: {
  readonly question: Sheet['questions'][number];
  readonly chosen: readonly number[];
  readonly onChoose: (options: readonly number[]) => void;
}) {
  const { question, chosen, onChoose } = props;
  const { id, text, several, options } = question;
  const choose = (option: number, isOn: boolean) => {
    if (!several) return onChoose([option]);
    return onChoose(isOn ? [...chosen, option] : chosen.filter((each) => each !== option));
  };
  return (
    <li>
      <fieldset>
        <legend>
          {text}
          {several && <span className="ym-quiet">（可选多项）</span>}
        </legend>
        {options.map(({ option, text: words }) => (
          <label key={option}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={id}
              checked={chosen.includes(option)}
              onChange={(event) => choose(option, event.target.checked)}
            />
            {words}
          </label>
        ))}
      </fieldset>
    </li>
  );
}
