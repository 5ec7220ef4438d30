import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { reconfirmationOutcomes } from '../../../modules/review/reconfirmation.ts';
import {
  type ReconfirmationLine,
  reconfirmationList,
} from '../../../modules/review/reconfirmation-contract.ts';
import { SCHEME_SHORT } from '../../../rules/scheme.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { Filter } from '../../../ui/list/filter-sentence.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { useExport } from '../../use-export.ts';
import { benefitPath } from './benefit-path.ts';

const SHOWN = { open: '还没有确认的', changed: '有变化的', done: '已确认的' } as const;
type Shown = keyof typeof SHOWN;
const LINES = 200;
/** What nobody has said yet needs no column. */
const OPEN = ['outcome', 'on'];

/** 年度重新确认: who has not declared yet this year, who has and what, how far each township is. */
export default function ReconfirmationList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const isCounty = session?.post?.place.length === 6;
  const [show, setShow] = useState<Shown>('open');
  const [township, setTownship] = useState('');
  const search = { show, limit: LINES, ...(township !== '' && { township }) };
  const { answer, awaiting, problem, askAgain } = useAnswer(reconfirmationList, {
    params: {},
    search,
  });
  const exported = useExport('reconfirmations', { show, township });
  const filters: Filter[] = [
    {
      ...{ key: 'show', label: '状态', value: show },
      options: Object.entries(SHOWN).map(([value, label]) => ({ value, label })),
      onChange: (value) => setShow(value as Shown),
    },
    ...(isCounty
      ? [
          {
            ...{ key: 'township', label: '乡镇', value: township },
            options: [
              { value: '', label: '全部乡镇' },
              ...(answer?.townships ?? []).map(({ code, name, asked, done }) => ({
                value: code,
                label: `${name}（${done}/${asked} 户）`,
              })),
            ],
            onChange: setTownship,
          },
        ]
      : []),
  ];
  return (
    <Page title="年度重新确认" under={answer?.sentence}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title={SHOWN[show]}
        {...exported}
        filters={filters}
        unit="户"
        rows={answer?.households}
        {...(answer && { count: answer.count })}
        keyOf={({ benefitId }) => benefitId}
        columns={columns.filter(
          ({ key }) =>
            !(isCounty ? [] : ['township']).concat(show === 'open' ? OPEN : []).includes(key),
        )}
        onOpen={({ benefitId }) => void navigate({ to: benefitPath(benefitId) })}
        empty={answer?.dueOn === '' ? '本地没有实行年度重新确认。' : '没有这样的户。'}
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<ReconfirmationLine>[] = [
  { key: 'head', title: '户主（本人）', cell: ({ head }) => head, width: 8 },
  { key: 'scheme', title: '类别', cell: ({ scheme }) => SCHEME_SHORT[scheme], width: 6 },
  { key: 'members', title: '保障人数', cell: ({ members }) => members, width: 6 },
  { key: 'township', title: '乡镇', cell: ({ townshipName }) => townshipName, width: 8 },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 10 },
  {
    key: 'outcome',
    title: '声明',
    cell: ({ outcome }) => (outcome ? reconfirmationOutcomes[outcome] : '还没有确认'),
    width: 10,
  },
  { key: 'on', title: '签字日期', cell: ({ on }) => on, width: 8 },
  { key: 'number', title: '编号', cell: ({ number }) => number },
];
