import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { formatShortDate, localDate } from '../../../kernel/local-date.ts';
import type { CaseSummary } from '../../../modules/case/contract.ts';
import { allFlows } from '../../../modules/case/flow.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import type { Filter } from '../../../ui/list/filter-sentence.tsx';
import { Page } from '../../../ui/page.tsx';
import { useSearchText } from '../../search-text.ts';
import { useSession } from '../../session.ts';
import { casePath, familyWords, routeTitles, schemeWords, statusTitles } from './case-words.ts';
import { NumberSearch } from './number-search.tsx';
import { useCasePages } from './use-case-pages.ts';
import { useExport } from '../../use-export.ts';

const stageTitles: ReadonlyMap<string, string> = new Map(
  allFlows.flatMap(({ stages }) => stages.map(({ id, title }) => [id, title] as const)),
);

type Wish = { readonly status: string; readonly stage: string; readonly kin: string };

/** 办件查询: every case of one's area, by a sentence of filters and what was typed above. */
export default function CaseList() {
  const text = useSearchText();
  const { session } = useSession();
  const navigate = useNavigate();
  const [wish, setWish] = useState<Wish>({ status: 'open', stage: '', kin: '' });
  // Who searches for somebody means any case of theirs, not only the open ones.
  useEffect(() => {
    if (text !== '') setWish((now) => ({ ...now, status: '', stage: '' }));
  }, [text]);
  const isNumber = looksLikeNumber(text);
  const search = searchOf(isNumber ? '' : text, wish);
  const { cases, total, awaiting, problem, askAgain, more } = useCasePages(search);
  const isCounty = session?.post?.place.length === 6;
  const exported = useExport('cases', search);
  return (
    <Page title="办件查询" under={text === '' || isNumber ? undefined : `查找“${text}”`}>
      <Refusal problem={problem} onAgain={askAgain} />
      {isNumber && <NumberSearch text={text} />}
      <DataList
        title="办件"
        {...exported}
        unit="件"
        rows={cases}
        {...(total !== undefined && { count: total })}
        keyOf={({ caseId }) => caseId}
        columns={isCounty ? columns : columns.filter(({ key }) => key !== 'township')}
        onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
        filters={filtersOf(wish, setWish)}
        empty={
          text === ''
            ? '没有符合条件的办件。受理申请后，办件会出现在这里。'
            : '没有找到。可按姓名、拼音首字母或办件编号查找；也请核对是否在本辖区。'
        }
        awaiting={awaiting}
        {...(more && { onMore: more })}
      />
    </Page>
  );
}

/** An ID number or a phone: never part of an address, so the list itself cannot be asked for it. */
function looksLikeNumber(text: string): boolean {
  return /^\d{7,18}[\dXx]?$/.test(text.replaceAll(/\s/g, ''));
}

function searchOf(text: string, { status, stage, kin }: Wish) {
  return {
    ...(text !== '' && { text }),
    ...(status !== '' && { status: status as CaseSummary['status'] }),
    ...(stage !== '' && { stage }),
    ...(kin !== '' && { kin: kin as 'true' }),
  };
}

function filtersOf(wish: Wish, setWish: (wish: Wish) => void): readonly Filter[] {
  const filter = (
    key: keyof Wish,
    label: string,
    all: string,
    pairs: Iterable<[string, string]>,
  ) => ({
    key,
    label,
    value: wish[key],
    options: [
      { value: '', label: all },
      ...[...pairs].map(([value, words]) => ({ value, label: words })),
    ],
    onChange: (value: string) => setWish({ ...wish, [key]: value }),
  });
  return [
    filter('status', '办理状态', '全部办件', Object.entries(statusTitles)),
    filter('stage', '所在环节', '任何环节', stageTitles),
    filter('kin', '近亲属备案', '不论是否近亲属备案', [['true', '近亲属备案']]),
  ];
}

const columns: readonly ListColumn<CaseSummary>[] = [
  { key: 'family', title: '家庭', cell: familyWords, width: 11 },
  { key: 'number', title: '办件编号', cell: ({ number }) => number || '尚未受理', width: 13 },
  { key: 'township', title: '乡镇', cell: ({ townshipName }) => townshipName, width: 6 },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  {
    key: 'scheme',
    title: '救助',
    cell: (each) => `${schemeWords(each)} · ${routeTitles[each.route]}`,
    width: 9,
  },
  { key: 'stage', title: '进度', cell: progressWords },
  {
    key: 'due',
    title: '期限',
    cell: ({ dueOn }) => (dueOn ? formatShortDate(localDate(dueOn)) : '—'),
    width: 7,
  },
];

function progressWords({ status, stages, waitsFor, kin }: CaseSummary): string {
  const open = stages.map((id) => stageTitles.get(id) ?? id).join('、');
  if (open === '') return statusTitles[status];
  const where = status === 'open' ? open : `${statusTitles[status]},${open}`;
  const words = waitsFor && stages.length === 1 ? `${where}:${waitsFor}` : where;
  return kin ? `${words}（近亲属备案）` : words;
}
