import { access } from '../../../modules/evaluation/access.ts';
import { type EvaluationShown, evaluationView } from '../../../modules/evaluation/contract.ts';
import { pointsWords } from '../../../modules/readiness/index.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { viewUrl } from '../investigation/signed-file.ts';
import { AnswerForm, AppealForm, ScoreForm, SelfScoreForm } from './evaluation-acts.tsx';
import { stageWords } from './evaluation-list.tsx';
import { ResultTable } from './result-table.tsx';

/** One township's year: what the record tells, what it says of itself, what the county says, and what came of an objection. */
export default function EvaluationPage() {
  const township = useParam('township');
  const year = useParam('year');
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const { answer, awaiting, problem, askAgain } = useAnswer(evaluationView, {
    params: { township, year },
  });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const may = (act: keyof typeof access) => access[act].roles.some((each) => each === role);
  const act = { params: { township, year }, view: answer, onDone: askAgain };
  const result = answer.answered?.result ?? answer.scored?.result;
  return (
    <Page title={`${answer.name} ${year} 年绩效评价`} under={underOf(answer)}>
      {answer.stage === 'open' && may('SelfScore') && <SelfScoreForm {...act} />}
      {answer.stage === 'self-scored' && may('ScoreTownship') && <ScoreForm {...act} />}
      {answer.stage === 'scored' && may('AppealScore') && <AppealForm {...act} />}
      {answer.stage === 'appealed' && may('AnswerAppeal') && <AnswerForm {...act} />}
      <Panel title={result ? '评价结果' : '系统按记录计算的指标（到今天）'}>
        <ResultTable
          lines={result?.lines ?? answer.measured}
          at={`/evaluations/${township}/${year}`}
        />
        <p className="ym-quiet">
          没有记录的指标不计入，按已评分值折算成 100 分；有依据的分值不足的，不评等次。评价办法：
          {answer.document}。
        </p>
      </Panel>
      <Steps view={answer} />
    </Page>
  );
}

function underOf({ stage, scored, answered }: EvaluationShown): string {
  const result = answered?.result ?? scored?.result;
  const words = stageWords(stage);
  return result ? `${pointsWords(result.total)} 分，${result.band} · ${words}` : words;
}

function Files({ files }: { readonly files: readonly { hash: string; name: string }[] }) {
  return files.map(({ hash, name }) => (
    <span key={hash}>
      {' · '}
      <a href={viewUrl({ id: hash })} target="_blank" rel="noreferrer">
        {name}
      </a>
    </span>
  ));
}

function Steps({
  view: { asked, selfScored, scored, appeal, answered },
}: {
  readonly view: EvaluationShown;
}) {
  if (!selfScored) return null;
  const titleOf = (code: string) => asked.find((each) => each.code === code)?.title ?? code;
  return (
    <Panel title="评价过程">
      <p>
        {dayWords(selfScored.on)} {selfScored.byName}自评：
      </p>
      <ul className="yc-points">
        {selfScored.items.map(({ code, points, note, files }) => (
          <li key={code}>
            {titleOf(code)} {points} 分{note && `，${note}`}
            <Files files={files} />
          </li>
        ))}
      </ul>
      {scored && (
        <p>
          {dayWords(scored.on)} {scored.byName}评分：{pointsWords(scored.result.total)} 分，
          {scored.result.band}。有异议的，{dayWords(scored.result.appealUntil)}前提出。
        </p>
      )}
      {appeal && (
        <p>
          {dayWords(appeal.on)} {appeal.byName}提出异议：{appeal.text}
          <Files files={appeal.files} />
        </p>
      )}
      {answered && (
        <p>
          {dayWords(answered.on)} {answered.byName}答复：{answered.answer}（
          {answered.result ? `改为 ${pointsWords(answered.result.total)} 分` : '分数不变'}）
        </p>
      )}
    </Panel>
  );
}
