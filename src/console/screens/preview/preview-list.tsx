import { useNavigate } from '@tanstack/react-router';
import { previewList } from '../../../modules/preview/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { PreviewBasis } from './preview-basis.tsx';
import {
  begunWords,
  dayWords,
  isUnderWay,
  newPreviewPath,
  previewPath,
  type PreviewSummary,
  progressWords,
} from './preview-words.ts';
import '../../card-table.css';
import './preview.css';

const LOOK_SECONDS = 3;

/** 政策调整测算: what the county has tried out, newest first. */
export default function PreviewList() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(previewList, { params: {} });
  const previews = answer?.previews;
  const running = previews?.find(isUnderWay);
  // The same answer, asked for again while a run goes on; it is read from one cache.
  useAnswer(previewList, { params: {}, when: running !== undefined, everySeconds: LOOK_SECONDS });
  return (
    <Page
      title="政策调整测算"
      under="改了标准或者规则，谁增加、谁减少、谁新符合、谁不再符合，每月多少钱。结果保留 90 天。"
      next={
        <NextAct
          title="新的测算"
          onAct={() => void navigate({ to: newPreviewPath })}
          because={running && `“${running.title}”正在测算，完成或者停止以后才能开始新的。`}
        />
      }
    >
      <PreviewBasis />
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="测算"
        unit="次"
        rows={previews}
        keyOf={({ previewId }) => previewId}
        columns={columns}
        onOpen={({ previewId }) => void navigate({ to: previewPath(previewId) })}
        empty="还没有测算。按“新的测算”，填写拟调整的标准，或者导入起草的地方文件。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<PreviewSummary>[] = [
  { key: 'title', title: '名称', cell: ({ title }) => title },
  { key: 'day', title: '比较的日期', cell: ({ day }) => dayWords(day), width: 8 },
  { key: 'state', title: '进度', cell: progressWords, width: 18 },
  { key: 'by', title: '谁、何时开始', cell: begunWords, width: 14 },
];
