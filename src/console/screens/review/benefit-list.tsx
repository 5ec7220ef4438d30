import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { formatDate, type LocalDate } from '../../../kernel/local-date.ts';
import type { RegisterLine } from '../../../modules/review/contract.ts';
import { type Standing, standings } from '../../../modules/review/entitlement.ts';
import { SCHEME_SHORT, type Scheme, schemes } from '../../../rules/scheme.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { searchPart } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { benefitPath, newBenefitPath } from './benefit-path.ts';
import { amountWords } from './due-words.ts';
import { type RegisterSearch, useBenefitPages } from './use-benefit-pages.ts';

type Wish = {
  readonly text: string;
  readonly scheme: string;
  readonly standing: string;
  readonly overdue: string;
  readonly on: LocalDate | null;
};

const EXPORTERS = ['case-officer', 'aid-officer', 'inspector', 'county-leader', 'auditor'];

/** 救助对象: who receives what, today or as the register stood on any past day. */
export default function BenefitList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const isCounty = session?.post?.place.length === 6;
  const [wish, setWish] = useState<Wish>({
    text: '',
    scheme: '',
    standing: 'running',
    overdue: '',
    on: null,
  });
  const search = searchOf(wish);
  const { rows, sums, problem, awaiting, askAgain, more } = useBenefitPages(search);
  const shown = isCounty ? columns : columns.filter(({ key }) => key !== 'township');
  return (
    <Page title="救助对象" under={sums && sentenceOf(sums)}>
      <Refusal problem={problem} onAgain={askAgain} />
      <EnterMoves className="ym-form">
        <TextField
          id="text"
          label="姓名或者编号"
          hint="也可以打拼音首字母"
          value={wish.text}
          onChange={(text) => setWish({ ...wish, text })}
        />
        <DateField
          id="on"
          label="哪一天的名册"
          hint="不填为今天"
          value={wish.on}
          onChange={(on) => setWish({ ...wish, on })}
        />
      </EnterMoves>
      <DataList
        title="救助对象"
        unit="户（人）"
        rows={rows}
        {...(sums && { count: sums.households })}
        keyOf={({ benefitId }) => benefitId}
        columns={shown}
        onOpen={({ benefitId }) => void navigate({ to: benefitPath(benefitId) })}
        filters={filtersOf(wish, setWish)}
        {...(EXPORTERS.includes(role) && {
          exportUrl: `/api/benefits/sheet${searchPart(search)}`,
        })}
        {...(role === 'aid-officer' && {
          aside: <Link to={newBenefitPath}>登记原有救助对象</Link>,
        })}
        empty="没有符合条件的救助对象。作出给予决定后即列入名册；原有对象由县级登记、复核后列入。"
        awaiting={awaiting}
        {...(more && { onMore: more })}
      />
    </Page>
  );
}

function searchOf({ text, scheme, standing, overdue, on }: Wish): RegisterSearch {
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(scheme !== '' && { scheme: scheme as Scheme }),
    ...(standing !== '' && { standing: standing as Standing | 'running' }),
    ...(overdue !== '' && { overdue: overdue as 'true' }),
    ...(on && { on }),
  };
}

function sentenceOf(sums: {
  readonly on: LocalDate;
  readonly households: number;
  readonly people: number;
  readonly amount: number;
}): string {
  const month = `${sums.on.slice(0, 4)}年${Number(sums.on.slice(5, 7))}月`;
  return `${formatDate(sums.on)}：${sums.households} 户（人），保障 ${sums.people} 人，${month}应发 ${formatYuan(sums.amount as Fen)} 元。`;
}

function filtersOf(wish: Wish, setWish: (wish: Wish) => void) {
  const filter = (
    key: 'scheme' | 'standing' | 'overdue',
    label: string,
    options: readonly (readonly [string, string])[],
  ) => ({
    key,
    label,
    value: wish[key],
    options: options.map(([value, words]) => ({ value, label: words })),
    onChange: (value: string) => setWish({ ...wish, [key]: value }),
  });
  return [
    filter('scheme', '救助类别', [
      ['', '各类救助'],
      ...schemes
        .filter((each) => each !== 'temporary')
        .map((each) => [each, SCHEME_SHORT[each]] as const),
    ]),
    filter('standing', '状态', [
      ['running', '正在享受'],
      ['', '全部（含已停止）'],
      ...Object.entries(standings),
    ]),
    filter('overdue', '定期核查', [
      ['', '不论是否超期'],
      ['true', '核查已超期'],
    ]),
  ];
}

const columns: readonly ListColumn<RegisterLine>[] = [
  {
    key: 'head',
    title: '户主（本人）',
    cell: ({ head, members }) => (members > 1 ? `${head} 等 ${members} 人` : head),
    width: 10,
  },
  { key: 'scheme', title: '救助', cell: ({ scheme }) => SCHEME_SHORT[scheme], width: 6 },
  { key: 'township', title: '乡镇', cell: ({ townshipName }) => townshipName, width: 6 },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  {
    key: 'amount',
    title: '元/月',
    cell: (line) => (line.scheme === 'margin' || line.scheme === 'rigid' ? '—' : amountWords(line)),
    width: 10,
    figure: true,
  },
  { key: 'since', title: '自', cell: ({ since }) => since, width: 6 },
  { key: 'standing', title: '状态', cell: standingWords, width: 9 },
  { key: 'due', title: '下次核查', cell: dueWords, width: 9 },
  { key: 'number', title: '编号', cell: ({ number }) => number },
];

function standingWords({ standing, kin, since, next }: RegisterLine): string {
  const words = next?.from === since ? '待起发' : standings[standing];
  return kin ? `${words}（近亲属备案）` : words;
}

function dueWords({ reviewDue, validUntil, standing }: RegisterLine): string {
  if (standing === 'stopped') return '—';
  if (validUntil !== '') return `有效至 ${validUntil}`;
  return reviewDue || '—';
}
