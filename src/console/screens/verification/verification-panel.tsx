import type { LocalDate } from '../../../kernel/local-date.ts';
import { formatDate } from '../../../kernel/local-date.ts';
import { requestVerification, verificationView } from '../../../modules/verification/contract.ts';
import { sourceTitle } from '../../../modules/verification/item.ts';
import { Clock } from '../../../ui/act/clock.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { DisputeForm } from './dispute-form.tsx';
import { FindingSteps } from './finding-steps.tsx';
import type { View } from './source-grid.ts';
import { ToldAct } from './told-act.tsx';
import { gridPath } from './verification-path.ts';

/** 信息核对 on the case page: ask the county, wait for its report, explain what differs. */
export default function VerificationPanel(given: StagePanelProps) {
  const { caseId, role } = given;
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
  const { request, report } = answer;
  const mayRequest = role === 'case-officer' && !request?.open;
  const mustRequest = !report || ['report-disputed', 'report-stale'].includes(answer.standing.code);
  return (
    <div className="ym-page">
      {mayRequest && mustRequest && <RequestCard given={given} view={answer} />}
      {request?.open && <WaitingCard view={answer} role={role} />}
      {report && <ReportCard view={answer} />}
      {report && !report.disputed && <FindingSteps given={given} view={answer} />}
      {report && <ToldAct given={given} reportId={report.id} />}
      {report && !report.disputed && <DisputeForm given={given} reportId={report.id} />}
    </div>
  );
}

function RequestCard({ given, view }: { given: StagePanelProps; view: View }) {
  const command = useCommand(requestVerification);
  const unsigned = view.people.filter(({ authorised }) => !authorised).map(({ name }) => name);
  const act = async () => {
    const done = await command.give({
      params: { caseId: given.caseId },
      body: {},
      version: given.version,
    });
    if (done.ok) given.onDone();
  };
  const because = unsigned.length > 0 ? `${unsigned.join('、')}尚未签署核对授权` : null;
  return (
    <Panel title={view.report ? '重新提请核对' : '提请县级核对'}>
      {view.report && <p>{view.standing.message}</p>}
      <p>
        核对对象为全体家庭成员：{view.people.map(({ name }) => name).join('、')}
        。先授权、后核对；核对只报告情况，不作认定。
      </p>
      <NextAct
        title={command.title}
        onAct={() => void act()}
        because={because}
        busy={command.busy}
      />
      <ActTrouble command={command} onAgain={() => void act()} />
    </Panel>
  );
}

function WaitingCard({ view, role }: { view: View; role: string }) {
  const { request } = view;
  if (!request) return null;
  const answered = new Set(request.answers.map(({ memberId, source }) => `${memberId} ${source}`));
  return (
    <Panel title={request.recheck ? '异议复查中' : '等待县级核对报告'}>
      <p>
        {formatDate(request.requestedOn as LocalDate)}提请，
        {request.startedOn
          ? `县级已启动，已答复 ${answered.size}/${request.members.length * request.sources.length}。`
          : '县级尚未启动。'}
      </p>
      <Clock
        clock={{
          due: (request.startedOn ? request.finishBy : request.startBy) as LocalDate,
          left: request.left,
          act: request.startedOn ? '出具报告' : '启动核对',
        }}
      />
      <p className="ym-quiet">来源：{request.sources.map(sourceTitle).join('、')}</p>
      <div className="ym-row">
        {role === 'verifier' && <a href={gridPath(view.caseId)}>录入核对结果</a>}
        <a
          href={`/api/cases/${view.caseId}/papers/verification-request/${request.id}`}
          target="_blank"
          rel="noreferrer"
        >
          打印核对提请单
        </a>
      </div>
    </Panel>
  );
}

function ReportCard({ view }: { view: View }) {
  const { report, earlierReports, disputes } = view;
  if (!report) return null;
  const paper = (id: string) => `/api/cases/${view.caseId}/papers/verification-report/${id}`;
  return (
    <Panel title="核对报告">
      <p>
        {formatDate(report.issuedOn as LocalDate)}出具，有效期至
        {formatDate(report.validUntil as LocalDate)}。
        {view.standing.message || '报告有效，差异均已说明。'}
      </p>
      <p>
        <a href={paper(report.id)} target="_blank" rel="noreferrer">
          打印核对报告
        </a>
      </p>
      {disputes.map(({ reportId, item, statement, on }) => (
        <p key={reportId} className="ym-quiet">
          {formatDate(on as LocalDate)}家庭对“{item}”提出异议：{statement}
        </p>
      ))}
      {earlierReports.map(({ id, issuedOn, disputed }) => (
        <p key={id} className="ym-quiet">
          <a href={paper(id)} target="_blank" rel="noreferrer">
            {formatDate(issuedOn as LocalDate)}的原报告
          </a>
          {disputed && '（有异议，已复查）'}
        </p>
      ))}
    </Panel>
  );
}
