import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { archiveList } from '../../../modules/archive/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { type ArchivedLine, dayWords, filePath, keptWords, schemeTitle } from './archive-words.ts';
import { useExport } from '../../use-export.ts';

const shows = { all: '全部案卷', out: '借出的', over: '保管期满的' } as const;
type Show = keyof typeof shows;

/** 案卷目录: every closed file, the oldest first. */
export function ArchivedFiles() {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [show, setShow] = useState<Show>('all');
  const [after, setAfter] = useState('');
  const found = useAnswer(archiveList, { params: {}, search: { text, show, after } });
  const next = found.answer?.next;
  const exported = useExport('archived-files', { text, show });
  return (
    <div className="ya-tab">
      <div className="ya-search">
        <TextField
          id="archive-text"
          label="按姓名、拼音或者办件编号查找"
          value={text}
          onChange={(typed) => {
            setText(typed);
            setAfter('');
          }}
        />
      </div>
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <DataList
        title="案卷目录"
        {...exported}
        unit="卷"
        rows={found.answer?.files}
        keyOf={({ caseId }) => caseId}
        columns={columns}
        onOpen={({ caseId }) => void navigate({ to: filePath(caseId) })}
        filters={[
          {
            key: 'show',
            label: '哪些案卷',
            value: show,
            options: Object.entries(shows).map(([value, label]) => ({ value, label })),
            onChange: (value) => {
              setShow(value as Show);
              setAfter('');
            },
          },
        ]}
        empty="没有这样的案卷。办件送达、公布以后归档，就列在这里。"
        awaiting={found.awaiting}
        {...(next && { onMore: () => setAfter(next) })}
      />
    </div>
  );
}

const columns: readonly ListColumn<ArchivedLine>[] = [
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 7 },
  { key: 'number', title: '办件编号', cell: ({ number }) => number, width: 13 },
  { key: 'scheme', title: '救助类别', cell: ({ scheme }) => schemeTitle(scheme), width: 7 },
  { key: 'township', title: '乡镇', cell: ({ townshipName }) => townshipName, width: 6 },
  { key: 'archived', title: '归档', cell: ({ archivedOn }) => dayWords(archivedOn), width: 9 },
  { key: 'pieces', title: '件数', cell: ({ pieces }) => pieces, width: 4, figure: true },
  { key: 'kept', title: '保管期限', cell: ({ retention }) => keptWords(retention), width: 13 },
  {
    key: 'lent',
    title: '借出',
    cell: ({ lentTo, dueOn }) => (lentTo ? `${lentTo}，${dayWords(dueOn)}前还` : '在库'),
  },
];
