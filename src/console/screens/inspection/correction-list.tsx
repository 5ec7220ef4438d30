import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { gradeTitles } from '../../../modules/inspection/check.ts';
import { standingTitles } from '../../../modules/inspection/correction.ts';
import {
  type CorrectionLine,
  correctionList,
} from '../../../modules/inspection/correction-contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dueDay } from '../../day-words.ts';

type Township = ValueOf<(typeof correctionList)['answer']>['townships'][number];

/** 整改: what the county found wrong, how far each township has put it right (DL-14). */
export default function CorrectionList() {
  const navigate = useNavigate();
  const [standing, setStanding] = useState('');
  const { answer, awaiting, problem, askAgain } = useAnswer(correctionList, { params: {} });
  const late = answer?.corrections.filter(({ isOverdue }) => isOverdue).length ?? 0;
  return (
    <Page title="整改" under={late > 0 ? `超过期限没有整改完 ${late} 件` : '没有超过期限的整改'}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="整改通知"
        unit="件"
        rows={answer?.corrections.filter((each) => standing === '' || each.standing === standing)}
        keyOf={({ correctionId }) => correctionId}
        columns={columns}
        filters={[
          {
            ...{ key: 'standing', label: '状态', value: standing, onChange: setStanding },
            options: [
              { value: '', label: '全部' },
              ...Object.entries(standingTitles).map(([value, label]) => ({ value, label })),
            ],
          },
        ]}
        onOpen={({ correctionId }) =>
          void navigate({ to: `/corrections/${correctionId}` as string })
        }
        empty="没有整改通知。县级核查发现不一致的，从核查单下达。"
        awaiting={awaiting}
      />
      <h2>各乡镇整改情况</h2>
      <DataList
        title="各乡镇整改情况"
        unit="个乡镇"
        rows={answer?.townships}
        keyOf={({ townshipName }) => townshipName}
        columns={townshipColumns}
        onOpen={() => undefined}
        empty="还没有整改。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<CorrectionLine>[] = [
  { key: 'township', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName, width: 8 },
  { key: 'ref', title: '办件编号', cell: ({ ref }) => ref, width: 13 },
  { key: 'grade', title: '等次', cell: ({ grade }) => gradeTitles[grade], width: 7 },
  { key: 'what', title: '存在的问题', cell: ({ what }) => what },
  {
    ...{ key: 'due', title: '期限', width: 11 },
    cell: ({ dueOn, isOverdue }) => (isOverdue ? `${dueDay(dueOn)}（过期）` : dueDay(dueOn)),
  },
  { key: 'standing', title: '状态', cell: ({ standing }) => standingTitles[standing], width: 8 },
];

const townshipColumns: readonly ListColumn<Township>[] = [
  { key: 'name', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName },
  { key: 'ordered', title: '下达（件）', cell: ({ ordered }) => ordered, figure: true, width: 9 },
  { key: 'closed', title: '已销号（件）', cell: ({ closed }) => closed, figure: true, width: 9 },
  { key: 'overdue', title: '过期（件）', cell: ({ overdue }) => overdue, figure: true, width: 9 },
  {
    ...{ key: 'recovery', title: '建议追回（元）', figure: true, width: 11 },
    cell: ({ recovery }) => formatYuan(recovery as Fen),
  },
];
