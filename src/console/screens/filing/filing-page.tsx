import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { formatDateWithWeekday, localDate } from '../../../kernel/local-date.ts';
import { filingView, receiveFiling } from '../../../modules/filing/contract.ts';
import { GIVES, SCHEME } from '../../../rules/scheme.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { casePath } from '../case/case-words.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';

type Filing = ValueOf<(typeof filingView)['answer']>;

/** One 备案表: its decisions, to print and to take along; the county says that it has it. */
export default function FilingPage() {
  const filingId = useParam('filingId');
  const navigate = useNavigate();
  const { session } = useSession();
  const { answer, awaiting, problem, askAgain } = useAnswer(filingView, { params: { filingId } });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const { received } = answer;
  return (
    <Page
      title={answer.number}
      under={`${answer.townshipName} · ${formatDateWithWeekday(localDate(answer.sentOn))}由${answer.sentBy}报送`}
    >
      {received ? (
        <Panel>
          <p>
            {formatDateWithWeekday(localDate(received.on))}由{received.by}接收
            {received.remark && `：${received.remark}`}
          </p>
        </Panel>
      ) : (
        session?.post?.role === 'aid-officer' && <Receive filing={answer} onDone={askAgain} />
      )}
      {answer.note && <p>说明：{answer.note}</p>}
      <div className="ym-row">
        <a href={`/api/filings/${filingId}/papers/filing-list`} target="_blank" rel="noreferrer">
          打印备案表
        </a>
        <a href={`/api/filings/${filingId}/sheet`}>下载电子表格</a>
      </div>
      <DataList
        title="报送的决定"
        unit="件"
        rows={answer.lines}
        keyOf={({ caseId }) => caseId}
        columns={columns}
        onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
        empty="没有可以显示的决定。"
        awaiting={awaiting}
      />
    </Page>
  );
}

function Receive({ filing, onDone }: { filing: Filing; onDone: () => void }) {
  const [remark, setRemark] = useState('');
  const command = useCommand(receiveFiling);
  const act = async () => {
    const { filingId, version } = filing;
    const done = await command.give({ params: { filingId }, body: { remark }, version });
    if (done.ok) onDone();
  };
  return (
    <Panel title="接收备案">
      <ActTrouble command={command} onAgain={() => void act()} />
      <TextField
        id="remark"
        label="备注"
        value={remark}
        onChange={setRemark}
        error={command.errors[0]?.message}
      />
      <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
    </Panel>
  );
}

const columns: readonly ListColumn<Filing['lines'][number]>[] = [
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 8 },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  { key: 'scheme', title: '救助类别', cell: ({ scheme }) => SCHEME[scheme], width: 10 },
  {
    key: 'decision',
    title: '决定',
    cell: ({ outcome, scheme, amount }) => {
      if (outcome === 'refuse') return '不予确认';
      return GIVES[scheme] === 'recognition' ? '认定' : `${formatYuan(amount as Fen)} 元`;
    },
    width: 9,
  },
  { key: 'number', title: '决定文号', cell: ({ number }) => number },
  { key: 'on', title: '决定日期', cell: ({ decidedOn }) => decidedOn, width: 8 },
  { key: 'due', title: '应报日期', cell: ({ dueOn }) => dueOn, width: 8 },
];
