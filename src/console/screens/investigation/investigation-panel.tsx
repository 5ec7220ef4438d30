import { Button } from 'antd';
import { formatDateWithWeekday } from '../../../kernel/local-date.ts';
import { startInvestigation } from '../../../modules/investigation/contract.ts';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from './act-trouble.tsx';
import './investigation.css';
import { ConcludeForm, ReopenAct } from './conclude-acts.tsx';
import { HomeVisitForm } from './home-visit-form.tsx';
import { LetterAnswerAct, SendLetterAct } from './letter-acts.tsx';
import { NeighbourForm } from './neighbour-form.tsx';
import { ApproveRemote } from './remote-acts.tsx';
import { RecordedVisits } from './recorded-visits.tsx';

const investigators = ['investigator', 'case-officer'];

/** 入户调查: what comes next first – the visit, the neighbours, the conclusion – and below it what is on file. */
export default function InvestigationPanel(given: StagePanelProps) {
  const { state, role, caseId } = given;
  const { visits, visitsBeforeRound, interviews, interviewsBeforeRound } = state.investigation;
  const { concluded, letters, reopened, round } = state.investigation;
  const isMine = investigators.includes(role);
  const isVisited = visits.length > visitsBeforeRound;
  const isAsked = interviews.length > interviewsBeforeRound;
  const unanswered = letters.filter(({ reply }) => reply === null);
  return (
    <div className="yc-cards">
      <Standing given={given} />
      {reopened && !concluded && (
        <p className="yc-doubt">
          第 {round} 轮调查：{reopened.because}
        </p>
      )}
      {role === 'chair' && <ApproveRemote given={given} />}
      {isMine && !concluded && (
        <>
          {!isVisited && <HomeVisitForm given={given} />}
          {isVisited && !isAsked && <NeighbourForm given={given} />}
          {isVisited && <ConcludeForm given={given} />}
          <a href={`/api/cases/${caseId}/papers/home-visit-form`} target="_blank" rel="noreferrer">
            打印空白入户调查表（带去现场）
          </a>
          <SendLetterAct given={given} />
        </>
      )}
      {isMine &&
        unanswered.map((letter) => (
          <LetterAnswerAct key={letter.id} given={given} letter={letter} />
        ))}
      <RecordedVisits given={given} />
      {role === 'case-officer' && concluded && <ReopenAct given={given} />}
    </div>
  );
}

/** Started or not, late or not, and what was concluded. */
function Standing({ given }: { given: StagePanelProps }) {
  const { state, role, caseId, version } = given;
  const { startedOn, startDueOn, concluded } = state.investigation;
  const command = useCommand(startInvestigation);
  const act = async () => {
    const done = await command.give({ params: { caseId }, body: {}, version });
    if (done.ok) given.onDone();
  };
  if (concluded) {
    return (
      <Panel title={`调查已于 ${formatDateWithWeekday(concluded.on)}完成`}>
        <p>{concluded.summary}</p>
        {concluded.noInterviewBecause && <p>没有邻里访问：{concluded.noInterviewBecause}</p>}
      </Panel>
    );
  }
  if (startedOn) {
    const isLate = startDueOn !== null && startedOn > startDueOn;
    return (
      <p className="ym-quiet">
        {formatDateWithWeekday(startedOn)}启动调查
        {isLate && `，晚于应当启动的 ${formatDateWithWeekday(startDueOn)}`}。
      </p>
    );
  }
  if (!investigators.includes(role)) return null;
  return (
    <Panel title="启动调查">
      <p>受理之日起三个工作日内应当启动调查。提交第一次入户记录也算启动。</p>
      <ActTrouble command={command} onAgain={() => void act()} />
      <Button size="large" className="yc-act" onClick={() => void act()} disabled={command.busy}>
        {command.busy ? '正在提交“启动调查”…' : '启动调查'}
      </Button>
    </Panel>
  );
}
