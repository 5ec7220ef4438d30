import { useNavigate } from '@tanstack/react-router';
import { formatShortDate, localDate } from '../../../kernel/local-date.ts';
import { type SourceTask, sourceTasks } from '../../../modules/verification/contract.ts';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { gridPath } from './verification-path.ts';

/** Sources that did not reply in time, with the person answerable; nothing is shown when all of them did. */
export function SourceTasks() {
  const navigate = useNavigate();
  const { answer } = useAnswer(sourceTasks, { params: {}, everySeconds: 60 });
  if (!answer || answer.tasks.length === 0) return null;
  return (
    <DataList
      title="逾期来源"
      unit="项"
      rows={answer.tasks}
      count={answer.tasks.length}
      keyOf={({ caseId, source }) => `${caseId} ${source}`}
      columns={columns}
      onOpen={({ caseId }) => void navigate({ to: gridPath(caseId) })}
      empty=""
      awaiting={null}
    />
  );
}

const columns: readonly ListColumn<SourceTask>[] = [
  { key: 'applicant', title: '家庭', cell: ({ applicant }) => applicant, width: 8 },
  { key: 'number', title: '办件编号', cell: ({ caseNumber }) => caseNumber, width: 13 },
  { key: 'source', title: '来源', cell: ({ sourceTitle }) => sourceTitle, width: 9 },
  {
    key: 'due',
    title: '答复期限',
    cell: ({ dueOn }) => formatShortDate(localDate(dueOn)),
    width: 7,
  },
  { key: 'fault', title: '情况', cell: ({ fault }) => fault || '尚未答复' },
  {
    key: 'to',
    title: '办理人',
    cell: ({ toName, isMine }) => (isMine ? `${toName}（本人）` : toName),
    width: 9,
  },
];
