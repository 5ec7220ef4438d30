import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { duePapers } from '../../../modules/issuance/contract.ts';
import { access } from '../../../modules/publicity/access.ts';
import { noticeKinds, publicityList } from '../../../modules/publicity/contract.ts';
import { reconfirmationList } from '../../../modules/review/reconfirmation-contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import type { Problem } from '../../../ui/problem.ts';
import { PaperLink } from '../../../ui/reading/paper-link.tsx';
import { PrintFrame } from '../../../ui/reading/print-frame.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { type Batch, fetchBatch } from './print-batch.ts';

type Due = ValueOf<(typeof duePapers)['answer']>['papers'][number];

/** 批量打印: every paper somebody waits for today, chosen by Enter, printed as one. */
export default function PrintList() {
  const { session } = useSession();
  const due = useAnswer(duePapers, { params: {} });
  const mayPost = access.Posters.roles.some((each) => each === session?.post?.role);
  const boards = useAnswer(publicityList, { params: {}, when: mayPost });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const round = useRound();
  const rows = due.answer && [
    ...due.answer.papers,
    ...postersOf(boards.answer?.notices ?? []),
    ...round.papers,
  ];
  const chosen = (rows ?? []).filter(({ address }) => !left.has(address));
  const toggle = ({ address }: Due) => {
    const now = new Set(left);
    if (!now.delete(address)) now.add(address);
    setLeft(now);
  };
  const job = useBatch();
  const act = () => void job.print(chosen.map(({ address }) => address));
  return (
    <Page
      title="批量打印"
      under="等着送达、张贴和签字的文书，一次打出来。用 j、k 移动，回车选中或者取消。"
      next={
        <NextAct
          title={`打印选中的 ${chosen.length} 份`}
          onAct={act}
          busy={job.busy}
          because={chosen.length === 0 ? '请先选中要打印的文书' : null}
        />
      }
    >
      <Refusal problem={due.problem ?? job.problem} onAgain={due.askAgain} />
      <PrintSetting setting={job.setting} onSetting={job.setSetting} />
      <DataList
        title="待打印的文书"
        unit="份"
        rows={rows}
        keyOf={({ address }) => address}
        columns={columnsFor(left)}
        onOpen={toggle}
        aside={
          <>
            {round.waiting > 0 && (
              <Button onClick={round.add}>加上年度重新确认声明（{round.waiting} 户）</Button>
            )}
            <Button onClick={() => setLeft(new Set())}>全部选中</Button>
            <Button onClick={() => setLeft(new Set((rows ?? []).map(({ address }) => address)))}>
              全部取消
            </Button>
          </>
        }
        empty="现在没有等着打印的文书。作出决定、拟调整待遇、要张贴公示时会列在这里。"
        awaiting={due.awaiting}
      />
      {job.url && (
        <Panel title="打印件">
          <PrintFrame url={job.url} title="批量打印件" />
        </Panel>
      )}
    </Page>
  );
}

type Setting = Pick<Batch, 'type' | 'sides'>;

function PrintSetting(props: { setting: Setting; onSetting: (setting: Setting) => void }) {
  const { setting, onSetting } = props;
  return (
    <div className="ym-row">
      <CodeSelect
        id="print-type"
        label="字号"
        required
        value={setting.type}
        options={[
          { value: 'usual', label: '普通' },
          { value: 'large', label: '大字版（给家庭的文书）' },
        ]}
        onChange={(type) => onSetting({ ...setting, type: type === 'large' ? 'large' : 'usual' })}
      />
      <CodeSelect
        id="print-sides"
        label="纸张"
        required
        value={setting.sides}
        options={[
          { value: 'single', label: '单面打印' },
          { value: 'double', label: '双面打印，每份另起一张' },
        ]}
        onChange={(sides) =>
          onSetting({ ...setting, sides: sides === 'double' ? 'double' : 'single' })
        }
      />
    </div>
  );
}

/** One print job at a time; its file is let go when the next one comes or the page is left. */
function useBatch() {
  const [setting, setSetting] = useState<Setting>({ type: 'usual', sides: 'single' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  const print = async (addresses: readonly string[]) => {
    setBusy(true);
    const printed = await fetchBatch({ addresses, ...setting });
    setBusy(false);
    setProblem(printed.ok ? null : printed.problem);
    setUrl(printed.ok ? printed.url : null);
  };
  return { setting, setSetting, busy, problem, url, print };
}

// As many as one print job takes.
const MOST_FORMS = 200;

/** The declarations of the yearly round are many: they come to the list when somebody asks for them. */
function useRound() {
  const search = { show: 'open' as const, limit: MOST_FORMS };
  const { answer } = useAnswer(reconfirmationList, { params: {}, search });
  const [isAdded, setAdded] = useState(false);
  const forms = (answer?.households ?? []).map(
    ({ benefitId, head, number, villageName }): Due => ({
      ...{ address: `/api/benefits/${benefitId}/papers/reconfirmation-form`, mayBeLarge: true },
      ...{ title: '年度重新确认声明', name: head, number, placeName: villageName },
      dueOn: answer?.dueOn ?? '',
    }),
  );
  return {
    papers: isAdded ? forms : [],
    waiting: isAdded ? 0 : forms.length,
    add: () => setAdded(true),
  };
}

type Notice = ValueOf<(typeof publicityList)['answer']>['notices'][number];

/** One sheet per board for all households to be posted there today. */
function postersOf(notices: readonly Notice[]): Due[] {
  const boards = new Map<string, Due>();
  for (const { act, kind, level, place, placeCode, number } of notices) {
    if (act !== 'post') continue;
    const search = new URLSearchParams({ kind, level, place: placeCode, size: 'a4' });
    const address = `/api/posters?${search.toString()}`;
    const title = `${noticeKinds[kind]}（张贴）`;
    boards.set(address, {
      ...{ address, title, name: '', number, placeName: place, dueOn: '', mayBeLarge: false },
    });
  }
  return [...boards.values()];
}

function columnsFor(left: ReadonlySet<string>): readonly ListColumn<Due>[] {
  return [
    {
      key: 'chosen',
      title: '打印',
      cell: ({ address }) => (left.has(address) ? '不打' : '✓ 打印'),
      width: 5,
    },
    { key: 'title', title: '文书', cell: ({ title }) => title, width: 12 },
    { key: 'name', title: '申请人（本人）', cell: ({ name }) => name || '—', width: 8 },
    { key: 'place', title: '地点', cell: ({ placeName }) => placeName, width: 12 },
    { key: 'due', title: '期限', cell: ({ dueOn }) => dueOn || '随到随办', width: 8 },
    { key: 'number', title: '编号', cell: ({ number }) => number, width: 14 },
    {
      key: 'look',
      title: '预览',
      cell: ({ address }) => <PaperLink url={address} words="看一看" />,
      width: 5,
    },
  ];
}
