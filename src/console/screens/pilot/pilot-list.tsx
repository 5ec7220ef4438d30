import { useNavigate } from '@tanstack/react-router';
import { type PilotHead, pilotList } from '../../../modules/pilot/contract.ts';
import { access } from '../../../modules/pilot/access.ts';
import { conclusionTitles } from '../../../modules/pilot/pilot.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { useExport } from '../../use-export.ts';
import { mattersWords } from '../delegation/instrument-words.ts';
import { newPilotPath, pilotPath } from './pilot-path.ts';

/** 试点: the batches in which townships began, each compared with itself. */
export default function PilotList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const { answer, awaiting, problem, askAgain } = useAnswer(pilotList, { params: {} });
  const role = session?.post?.role ?? '';
  const mayBegin = access.BeginPilot.roles.some((each) => each === role);
  return (
    <Page
      title="试点"
      under="先行试点，前后对比，成熟一批推广一批"
      next={
        mayBegin && <NextAct title="确定试点" onAct={() => void navigate({ to: newPilotPath })} />
      }
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="试点"
        {...useExport('pilots')}
        unit="批"
        rows={answer?.pilots}
        keyOf={({ pilotId }) => pilotId}
        columns={columns}
        onOpen={({ pilotId }) => void navigate({ to: pilotPath(pilotId) })}
        empty="还没有试点。确定哪些乡镇（街道）从哪天起试点以后，这里可以看前后对比。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<PilotHead>[] = [
  { key: 'name', title: '名称', cell: ({ name }) => name, width: 14 },
  {
    key: 'townships',
    title: '乡镇（街道）',
    cell: ({ townshipNames }) => townshipNames.join('、'),
  },
  { key: 'matters', title: '事项', cell: ({ matters }) => mattersWords(matters), width: 18 },
  { key: 'from', title: '开始', cell: ({ from }) => from, width: 11 },
  { key: 'standing', title: '状态', cell: standingWords, width: 12 },
];

function standingWords({ endedOn, lastConclusion }: PilotHead): string {
  if (endedOn) return `已停止 ${endedOn}`;
  return lastConclusion ? conclusionTitles[lastConclusion] : '试点中';
}
