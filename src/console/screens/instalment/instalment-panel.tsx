import { formatYuan } from '../../../kernel/fen.ts';
import { formatDateWithWeekday, localDate } from '../../../kernel/local-date.ts';
import { releaseInstalment } from '../../../modules/instalment/contract.ts';
import { type Instalment, instalmentsOf } from '../../../modules/instalment/index.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { LookAct } from './look-act.tsx';
import { AnswerStopAct, DecideStopAct, ProposeStopAct } from './stop-acts.tsx';

const statusTitles = { paid: '已发放', stopped: '已停止', due: '待发放' } as const;

/** 分次发放: every stage with where it stands; the next one is looked at, then released or stopped (LS-16). */
export default function InstalmentPanel(given: StagePanelProps) {
  const { role, state, view } = given;
  const stages = instalmentsOf(state);
  const next = stages.find(({ status }) => status === 'due');
  const { stop, stopped } = state.instalment;
  const decides = role === (state.course.route === 'township' ? 'chair' : 'county-leader');
  const isOpen = stop !== null && stopped === null;
  return (
    <>
      {next && !isOpen && decides && <Release given={given} next={next} />}
      {isOpen && decides && <DecideStopAct given={given} />}
      {isOpen && role === 'case-officer' && !stop.answer && <AnswerStopAct given={given} />}
      <Panel title={`分 ${stages.length} 次发放`}>
        <ol className="yc-points">
          {stages.map((each) => (
            <li key={each.no}>
              <strong>{statusTitles[each.status]}</strong> 第{each.no}次{' '}
              {formatDateWithWeekday(each.on)} {formatYuan(each.amount)} 元
              {each.condition && `（条件：${each.condition}）`}
              {each.paidOn && `，${formatDateWithWeekday(localDate(each.paidOn))}发放`}
              {each.look &&
                `。${formatDateWithWeekday(each.look.on)}回访：${each.look.fit ? '可以继续发放' : '不应继续发放'}，${each.look.finding}（${view.names[each.look.by] ?? ''}）`}
            </li>
          ))}
        </ol>
        {isOpen && (
          <p>
            拟停止后续发放：{stop.reason}。家庭可在 {stop.notice.respondBy} 前陈述意见、要求听证。
          </p>
        )}
        {stopped && (
          <p>
            {formatDateWithWeekday(stopped.on)}决定停止后续发放：{stopped.reasons}
          </p>
        )}
      </Panel>
      {next && !isOpen && ['case-officer', 'investigator'].includes(role) && (
        <LookAct key={next.no} given={given} no={next.no} />
      )}
      {next && !isOpen && role === 'case-officer' && <ProposeStopAct given={given} />}
    </>
  );
}

function Release({ given, next }: { given: StagePanelProps; next: Instalment }) {
  const { caseId, version } = given;
  const command = useCommand(releaseInstalment);
  const act = async () => {
    const body = { no: next.no };
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  const because = next.look ? null : '尚未回访，请经办人员先登记回访';
  return (
    <Panel title={`第 ${next.no} 次：${formatYuan(next.amount)} 元`}>
      <ActTrouble command={command} onAgain={() => void act()} />
      <NextAct
        title={command.title}
        onAct={() => void act()}
        busy={command.busy}
        {...(because ? { because } : {})}
      />
    </Panel>
  );
}
