import { useParam } from '../../use-param.ts';
import { useSession } from '../../session.ts';
import { readinessView } from '../../../modules/readiness/contract.ts';
import { pointsWords } from '../../../modules/readiness/index.ts';
import { access } from '../../../modules/readiness/access.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { AssessForm } from './assess-form.tsx';
import { PastAssessment } from './past-assessment.tsx';
import { type ReadinessShown, scoreWords } from './readiness-words.ts';
import { ScoreTable } from './score-table.tsx';

/** One township: every point and what it rests on, the checklist, and what was found before. */
export default function ReadinessPage() {
  const township = useParam('township');
  const found = useAnswer(readinessView, { params: { township } });
  const { session } = useSession();
  if (!found.answer) {
    return (
      <Page title="承接能力评估">
        <Refusal problem={found.problem} onAgain={found.askAgain} />
        <Awaiting what={found.awaiting} />
      </Page>
    );
  }
  const view = found.answer;
  const role = session?.post?.role ?? '';
  const mayAssess = access.AssessReadiness.roles.some((each) => each === role);
  return (
    <Page title={`${view.name} 承接能力评估`} under={underOf(view)}>
      {view.score && (
        <Panel title="今天的得分和依据">
          <ScoreTable lines={view.score.lines} />
          <p className="ym-quiet">
            没有记录的指标不计入，按已评分值折算成 100 分；已评分值须不少于 {view.leastWeight} 分。
            评估办法：{view.document}。
          </p>
          {view.evaluation && (
            <p>
              {view.evaluation.year} 年绩效评价 {pointsWords(view.evaluation.total)} 分，
              {view.evaluation.band}（供参考，不计入得分）。
            </p>
          )}
        </Panel>
      )}
      {mayAssess && view.checklist.length > 0 && (
        <AssessForm key={view.version} view={view} onDone={found.askAgain} />
      )}
      <Panel title="历次实地评估">
        {view.history.length === 0 && (
          <p className="ym-empty">还没有评估。县里实地评估以后，每一次都留在这里。</p>
        )}
        {view.history.map((each, place) => (
          <PastAssessment
            key={`${each.on}-${view.history.length - place}`}
            past={each}
            mayOpen={session?.post?.place.length === 6}
          />
        ))}
      </Panel>
    </Page>
  );
}

function underOf({ score }: ReadinessShown): string {
  if (!score) return '县里还没有确定评估办法，赋权书不能生效';
  if (!score.passes) return `${score.because}，赋权书不能生效`;
  return `${scoreWords(score)}，赋权书可以复核生效`;
}
