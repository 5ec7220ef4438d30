import { Button } from 'antd';
import { useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import {
  issueReport,
  startVerification,
  verificationView,
} from '../../../modules/verification/contract.ts';
import { sourceTitle } from '../../../modules/verification/item.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useParam } from '../../use-param.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { cellWords, nextSource, type Request, type View } from './source-grid.ts';
import { outstandingWords, SourceState } from './source-state.tsx';
import { SourceLedger } from './source-ledger.tsx';
import '../../card-table.css';

/** One family's request: people across, sources down; the chosen source is filled in below. */
export default function AnswerGrid() {
  const caseId = useParam('caseId');
  const { answer, awaiting, problem, askAgain } = useAnswer(verificationView, {
    params: { caseId },
  });
  if (!answer) {
    return problem ? (
      <Refusal problem={problem} onAgain={askAgain} />
    ) : (
      <Awaiting what={awaiting} />
    );
  }
  const { request } = answer;
  if (!request?.open) {
    return (
      <Page title={`${answer.applicant} 信息核对`}>
        <Panel>
          <p>{request ? '本次核对已出具报告，没有需要录入的结果。' : '乡镇尚未提请核对。'}</p>
        </Panel>
      </Page>
    );
  }
  return <OpenGrid key={request.id} view={answer} request={request} onAgain={askAgain} />;
}

type OpenGridProps = {
  readonly view: View;
  readonly request: Request;
  readonly onAgain: () => void;
};

function OpenGrid({ view, request, onAgain }: OpenGridProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const start = useCommand(startVerification);
  const issue = useCommand(issueReport);
  const next = nextSource(request);
  const source = chosen ?? next ?? request.sources[0] ?? '';
  const command = request.startedOn ? issue : start;
  const act = () =>
    command.give({
      params: { caseId: view.caseId },
      body: { requestId: request.id },
      version: view.version,
    });
  const waits = request.startedOn && next ? `${sourceTitle(next)}还没有全部答复` : null;
  return (
    <Page
      title={`${view.applicant} 信息核对`}
      under={`${view.caseNumber} · ${view.townshipName}${request.recheck ? ' · 异议复查' : ''}`}
      next={
        <NextAct
          title={command.title}
          onAct={() => void act()}
          because={waits}
          busy={command.busy}
          clock={{
            due: (request.startedOn ? request.finishBy : request.startBy) as LocalDate,
            left: request.left,
            act: request.startedOn ? '出具报告' : '启动',
          }}
        />
      }
    >
      <ActTrouble command={command} onAgain={() => void act()} />
      <Panel title="答复情况">
        <Overview view={view} request={request} chosen={source} onChoose={setChosen} />
      </Panel>
      <SourceState view={view} request={request} source={source} onDone={onAgain} />
      <SourceLedger
        key={source}
        view={view}
        request={request}
        source={source}
        onDone={() => setChosen(null)}
      />
    </Page>
  );
}

type OverviewProps = {
  readonly view: View;
  readonly request: Request;
  readonly chosen: string;
  readonly onChoose: (source: string) => void;
};

function Overview({ view, request, chosen, onChoose }: OverviewProps) {
  const people = view.people.filter((each) => request.members.includes(each.memberId));
  const isConnected = request.states.length > 0;
  return (
    <div className="yc-card-room">
      <table className="yc-card-table">
        <caption className="ym-heard">每名成员、每个来源的答复</caption>
        <thead>
          <tr>
            <th scope="col">来源</th>
            {isConnected && <th scope="col">来源情况</th>}
            {people.map(({ memberId, name, relation, idNumber, authorised }) => (
              <th key={memberId} scope="col">
                {name} <span className="ym-quiet">{relation}</span>
                <div className="ym-hint ym-id-number">{idNumber.slice(-8)}</div>
                {!authorised && <div className="ym-wrong">授权已撤回，不得查询</div>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {request.sources.map((source) => (
            <tr key={source} data-open={source === chosen ? '' : undefined}>
              <th scope="row">
                <Button
                  type={source === chosen ? 'primary' : 'link'}
                  size="small"
                  onClick={() => onChoose(source)}
                >
                  {sourceTitle(source)}
                </Button>
              </th>
              {isConnected && <td data-label="情况">{outstandingWords(request, source)}</td>}
              {people.map(({ memberId, name }) => (
                <td key={memberId} data-label={name}>
                  {cellWords(request, memberId, source)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
