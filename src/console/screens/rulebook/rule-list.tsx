import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type ListedRule, workingRuleList } from '../../../modules/rulebook/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { ownId, readingWords, rulePath, textWords } from './rule-words.ts';

const shows = {
  all: '全部',
  missing: '缺的',
  mine: '我还没有读的',
} as const;
type Show = keyof typeof shows;

/** 工作制度: the county's eight and the townships' seven, which are missing, which are to be read. */
export default function RuleList() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(workingRuleList, { params: {} });
  const { session } = useSession();
  const [show, setShow] = useState<Show>('all');
  // The county opens the place's own shelf, where it may publish; a township what holds for it.
  const isCounty = session?.post?.place.length === 6;
  const rows = answer?.rules.filter((each) => isShown(each, show));
  return (
    <Page title="工作制度" under={answer ? sentence(answer) : '县级八项、乡镇七项'}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="工作制度"
        unit="项"
        rows={rows}
        keyOf={({ place, name }) => `${place}-${name}`}
        columns={columns}
        onOpen={(rule) => void navigate({ to: rulePath(isCounty ? ownId(rule) : rule.ruleId) })}
        filters={[
          {
            key: 'show',
            label: '显示',
            value: show,
            options: (Object.keys(shows) as Show[]).map((value) => ({
              value,
              label: shows[value],
            })),
            onChange: (value) => setShow(Object.hasOwn(shows, value) ? (value as Show) : 'all'),
          },
        ]}
        empty={show === 'missing' ? '没有缺的制度。' : '没有要读的制度。'}
        awaiting={awaiting}
      />
    </Page>
  );
}

function isShown({ current, mustRead, isRead }: ListedRule, show: Show): boolean {
  if (show === 'missing') return current === null;
  return show === 'all' || (mustRead && !isRead);
}

function sentence({ missing, toRead }: { missing: number; toRead: number }): string {
  const lacking = missing > 0 ? `缺 ${missing} 项文本` : '县级八项、乡镇七项都有现行文本';
  return toRead > 0 ? `${lacking}；您还有 ${toRead} 项没有读` : lacking;
}

const columns: readonly ListColumn<ListedRule>[] = [
  { key: 'title', title: '制度', cell: ({ title }) => title, width: 10 },
  { key: 'place', title: '地方', cell: ({ placeName }) => placeName, width: 8 },
  { key: 'text', title: '现行文本', cell: textWords },
  {
    key: 'from',
    title: '施行日期',
    cell: ({ current }) => current?.effectiveFrom ?? '—',
    width: 8,
  },
  { key: 'reading', title: '阅读', cell: readingWords, width: 12 },
];
