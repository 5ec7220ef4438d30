import { useNavigate } from '@tanstack/react-router';
import type { EffectRow } from '../../../modules/preview/contract.ts';
import { effectTitles, paidMonthly, type Previewed } from '../../../modules/preview/preview.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { Filter } from '../../../ui/list/filter-sentence.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Panel } from '../../../ui/page.tsx';
import { casePath } from '../case/case-words.ts';
import { differenceWords, moneyWords, type PreviewViewed } from './preview-words.ts';
import { useEffectPages } from './use-effect-pages.ts';
import type { Wish } from './use-wish.ts';

type ChangedHouseholdsProps = {
  readonly view: PreviewViewed;
  readonly scheme: Previewed;
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
};

const PLACE = 'preview-households';

/** Leads to the list, for the keyboard too. */
export function goToHouseholds(): void {
  const place = document.getElementById(PLACE);
  place?.scrollIntoView({ block: 'start' });
  place?.focus({ preventScroll: true });
}

/** Every household whose result would be another, or cannot be told; each leads to its case. */
export function ChangedHouseholds({ view, scheme, wish, onWish }: ChangedHouseholdsProps) {
  const navigate = useNavigate();
  const { effects, count, problem, awaiting, askAgain, more } = useEffectPages(
    view.previewId,
    scheme,
    wish,
  );
  return (
    <div id={PLACE} tabIndex={-1} className="yc-households">
      <p className="yc-on-paper">家庭名单不在本页打印，见导出的工作簿。</p>
      <Panel title="哪些家庭">
        <p className="ym-quiet">
          姓名只写姓。点开是这一家的办件；本页不改变任何办件，要调整待遇仍按规定的程序办理。
        </p>
        <Refusal problem={problem} onAgain={askAgain} />
        <DataList
          title="有变化的和不能判断的家庭"
          unit="户"
          rows={effects}
          {...(count !== undefined && { count })}
          keyOf={({ caseId }) => caseId}
          columns={columnsOf(view, scheme, wish)}
          onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
          filters={filtersOf(view, scheme, wish, onWish)}
          empty="没有这样的家庭。换一个变化或者乡镇看看。"
          awaiting={awaiting}
          {...(more && { onMore: more })}
        />
      </Panel>
    </div>
  );
}

type Column = ListColumn<EffectRow>;

const family: readonly Column[] = [
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 4 },
  { key: 'effect', title: '变化', cell: ({ effect }) => effectTitles[effect], width: 5 },
];
const place: readonly Column[] = [
  { key: 'township', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName, width: 6 },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  { key: 'number', title: '办件编号', cell: ({ number }) => number, width: 11 },
];
const amounts: readonly Column[] = [
  {
    key: 'before',
    title: '调整前（元/月）',
    cell: ({ before }) => moneyWords(before),
    figure: true,
    width: 8,
  },
  {
    key: 'after',
    title: '调整后（元/月）',
    cell: ({ after }) => moneyWords(after),
    figure: true,
    width: 8,
  },
  {
    key: 'difference',
    title: '增减（元/月）',
    cell: ({ before, after }) => differenceWords(after - before),
    figure: true,
    width: 7,
  },
];
const owed: Column = {
  key: 'arrears',
  title: '补发（元）',
  cell: ({ arrears }) => (arrears > 0 ? moneyWords(arrears) : '—'),
  figure: true,
  width: 6,
};
const why: Column = {
  key: 'reason',
  title: '缺什么',
  cell: ({ reason }) => briefly(reason),
};

function columnsOf({ months }: PreviewViewed, scheme: Previewed, wish: Wish): readonly Column[] {
  if (wish.effect === 'open') return [...family, ...place, why];
  const isPaid = paidMonthly.includes(scheme);
  const isOwed = paidMonthly.includes(scheme) && months.length > 0;
  return [...family, ...place, ...(isPaid ? amounts : []), ...(isOwed ? [owed] : [])];
}

/** The first thing that is missing and how many there are; the table above says all. */
function briefly(reason: string): string {
  const [first = '', ...more] = reason.split('、');
  return more.length === 0 ? reason : `${first}等 ${more.length + 1} 项`;
}

const LONGEST_OPTION = 18;

function shortened(reason: string): string {
  return reason.length > LONGEST_OPTION ? `${reason.slice(0, LONGEST_OPTION)}…` : reason;
}

const LISTED = ['enter', 'leave', 'gain', 'lose', 'open'] as const;

function filtersOf(
  { townships, months }: PreviewViewed,
  scheme: Previewed,
  wish: Wish,
  onWish: (wish: Wish) => void,
): readonly Filter[] {
  const isOwed = paidMonthly.includes(scheme) && months.length > 0;
  const effects = LISTED.map((each) => ({ value: each, label: effectTitles[each] }));
  return [
    {
      key: 'effect',
      label: '变化',
      value: wish.effect,
      options: [{ value: '', label: '任何变化和不能判断' }, ...effects],
      onChange: (effect) => onWish({ ...wish, effect, reason: '' }),
    },
    {
      key: 'township',
      label: '乡镇（街道）',
      value: wish.township,
      options: [
        { value: '', label: '全县' },
        ...townships.map(({ code, name }) => ({ value: code, label: name })),
      ],
      onChange: (township) => onWish({ ...wish, township }),
    },
    ...(isOwed
      ? [
          {
            key: 'arrears',
            label: '补发',
            value: wish.arrears,
            options: [
              { value: '', label: '不论有无补发' },
              { value: 'true', label: '有补发' },
            ],
            onChange: (arrears: string) => onWish({ ...wish, arrears }),
          },
        ]
      : []),
    ...(wish.reason === ''
      ? []
      : [
          {
            key: 'reason',
            label: '缺什么',
            value: wish.reason,
            options: [
              { value: '', label: '不论缺什么' },
              { value: wish.reason, label: shortened(wish.reason) },
            ],
            onChange: (reason: string) => onWish({ ...wish, reason }),
          },
        ]),
  ];
}
