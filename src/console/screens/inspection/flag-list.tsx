import '../../card-table.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import {
  clearFlag,
  closeMonth,
  findDoubts,
  type FlagLine,
  flagList,
  orderCheck,
} from '../../../modules/inspection/contract.ts';
import { outcomeTitles, reasonTitles } from '../../../modules/inspection/check.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { monthWords } from '../dispatch/dispatch-path.ts';
import { dayWords } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { casePath } from '../case/case-words.ts';
import { SecondAct, TypedAct, UnkeptAct } from './typed-act.tsx';

type Answer = ValueOf<(typeof flagList)['answer']>;

/** 三个百分之百: three lists nobody ticks, each household visited and settled by the county (DL-12). */
export default function FlagList() {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const [kind, setKind] = useState('open');
  const [chosen, setChosen] = useState('');
  const { answer, awaiting, problem, askAgain } = useAnswer(flagList, { params: {} });
  const flags = answer?.flags.filter((each) =>
    kind === 'open' ? each.clearedOn === '' : kind === 'all' || each.kind === kind,
  );
  const flag = answer?.flags.find(({ flagId }) => flagId === chosen);
  return (
    <Page title="三个百分之百" under={answer && summaryOf(answer)}>
      <Refusal problem={problem} onAgain={askAgain} />
      {flag && <FlagPanel key={flag.flagId} flag={flag} role={role} onDone={askAgain} />}
      <DataList
        title="必查的户"
        unit="条"
        rows={flags}
        keyOf={({ flagId }) => flagId}
        columns={columns}
        filters={[
          {
            ...{ key: 'kind', label: '名单', value: kind, onChange: setKind },
            options: [
              { value: 'open', label: '没有销号的' },
              { value: 'kin', label: '单独登记备案' },
              { value: 'report', label: '被举报投诉' },
              { value: 'doubt', label: '重大疑点' },
              { value: 'all', label: '全部' },
            ],
          },
        ]}
        onOpen={({ flagId }) => setChosen(flagId)}
        empty="没有必查的户。近亲属备案、公示期满后的反映、疑点规则命中的户会自动列在这里。"
        awaiting={awaiting}
      />
      {answer && <Rules answer={answer} role={role} onDone={askAgain} />}
      {answer && role === 'county-leader' && <Month answer={answer} onDone={askAgain} />}
    </Page>
  );
}

function summaryOf({ open: { kin, report, doubt } }: Answer): string {
  return `还没有销号：单独登记备案 ${kin} 户，被举报投诉 ${report} 户，重大疑点 ${doubt} 户`;
}

type FlagPanelProps = {
  readonly flag: FlagLine;
  readonly role: string;
  readonly onDone: () => void;
};

function FlagPanel({ flag, role, onDone }: FlagPanelProps) {
  const navigate = useNavigate();
  const [checkId] = useState(newKey);
  const isOpen = flag.clearedOn === '';
  const mayOrder = flag.isDecided && flag.checkId === '';
  return (
    <>
      <Panel title={`${flag.applicant}（${flag.townshipName} ${flag.villageName}）`}>
        <ul className="yc-points">
          {flag.because.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <p className="ym-row">
          <Link to={casePath(flag.caseId)}>打开办件 {flag.ref}</Link>
          {flag.checkId !== '' && <Link to={`/checks/${flag.checkId}` as string}>打开核查单</Link>}
        </p>
        {!isOpen && (
          <p>
            {dayWords(flag.clearedOn)} 销号：{flag.reason}
          </p>
        )}
      </Panel>
      {role === 'inspector' && isOpen && mayOrder && (
        <UnkeptAct
          name="order-check"
          contract={orderCheck}
          params={{ checkId }}
          about="列入以后派两名以上县级人员上门；乡镇看不到核查单。"
          fields={[]}
          initial={{}}
          bodyOf={() => ({ caseId: flag.caseId })}
          onDone={() => void navigate({ to: `/checks/${checkId}` as string })}
        />
      )}
      {role === 'inspector' && isOpen && !mayOrder && (
        <TypedAct
          name={`clear-flag:${flag.flagId}`}
          contract={clearFlag}
          params={{ flagId: flag.flagId }}
          about="上门核实、问题整改完以后才能销号；标记和理由一直保留。"
          fields={[{ key: 'reason', label: '销号理由', is: 'text', lines: 2 }]}
          initial={{ reason: '' }}
          bodyOf={(form) => form}
          onDone={onDone}
        />
      )}
    </>
  );
}

function Rules({ answer, role, onDone }: { answer: Answer; role: string; onDone: () => void }) {
  return (
    <Panel title="重大疑点的规则">
      <ul className="yc-points">
        {answer.rules.map(({ title, basis, from }) => (
          <li key={title}>
            {title}：{basis}（{dayWords(from)}起）
          </li>
        ))}
      </ul>
      {role === 'inspector' && (
        <SecondAct
          name="find-doubts"
          contract={findDoubts}
          params={{}}
          about={`按上面的规则查找${monthWords(answer.month.month)}决定给予的户；查到的列入名单，由人上门核实，不影响待遇。`}
          fields={[]}
          initial={{}}
          bodyOf={() => ({ month: answer.month.month })}
          onDone={onDone}
        />
      )}
    </Panel>
  );
}

function Month({ answer, onDone }: { answer: Answer; onDone: () => void }) {
  const { monthId, month, closedOn, openFlags, isDrawPublished } = answer.month;
  if (closedOn !== '') {
    return (
      <Panel title={`${monthWords(month)}监督月结`}>
        <p>{dayWords(closedOn)} 已经月结。</p>
      </Panel>
    );
  }
  const because =
    openFlags > 0
      ? `还有 ${openFlags} 条没有销号`
      : isDrawPublished
        ? null
        : '新增对象的抽查还没有公开';
  return (
    <UnkeptAct
      name="close-month"
      contract={closeMonth}
      params={{ monthId }}
      about={`${monthWords(month)}：必查的户都已销号、抽查已经公开，才能月结。`}
      fields={[]}
      initial={{}}
      bodyOf={() => ({})}
      because={because}
      onDone={onDone}
    />
  );
}

function stateOf({ clearedOn, outcome, checkId }: FlagLine): string {
  if (clearedOn !== '') return '已销号';
  if (outcome !== '') return (outcomeTitles as Record<string, string>)[outcome] ?? '';
  return checkId === '' ? '待核查' : '正在核查';
}

const columns: readonly ListColumn<FlagLine>[] = [
  { key: 'kind', title: '名单', cell: ({ kind }) => reasonTitles[kind], width: 8 },
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 7 },
  { key: 'township', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName, width: 8 },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  { key: 'because', title: '缘由', cell: ({ because }) => because.join('；') },
  { key: 'raised', title: '列入日期', cell: ({ raisedOn }) => dayWords(raisedOn), width: 10 },
  { key: 'state', title: '状态', cell: stateOf, width: 9 },
];
