import { Link } from '@tanstack/react-router';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import { outcomeTitles, reasonTitles } from '../../../modules/inspection/check.ts';
import { drawView } from '../../../modules/draw/contract.ts';
import { beaconTitles, strengthTitles } from '../../../modules/draw/draw.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { StageBar } from '../../../ui/reading/stage-bar.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useNavigate } from '@tanstack/react-router';
import { monthWords } from '../dispatch/dispatch-path.ts';
import { dayWords } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { casePath } from '../case/case-words.ts';
import { DrawActs } from './draw-acts.tsx';
import type { DrawShown } from './draw-shown.ts';

/** The ceremony of a month, step after step, hashes by their first eight characters. */
export default function DrawPage() {
  const drawId = useParam('drawId');
  const { session } = useSession();
  const { answer, awaiting, problem, askAgain } = useAnswer(drawView, { params: { drawId } });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  return (
    <Page
      title={`${monthWords(answer.period)}新增对象抽查`}
      under={`新增 ${answer.count} 户，按乡镇和类别各抽 ${answer.percent}% 以上 · ${strengthTitles[answer.strength]}`}
    >
      <StageBar label="抽签过程" stages={stagesOf(answer)} />
      <DrawActs draw={answer} role={session?.post?.role ?? ''} onDone={askAgain} />
      <Ceremony draw={answer} />
      <Strata draw={answer} />
      {answer.drawnOn !== '' && <Drawn draw={answer} />}
    </Page>
  );
}

const STEPS = [
  ['committing', '交承诺值'],
  ['beacon', '公开号码'],
  ['revealing', '交密数'],
  ['ready', '抽签'],
  ['visiting', '上门核查'],
  ['published', '公开'],
] as const;

function stagesOf({ phase }: DrawShown) {
  const now = STEPS.findIndex(([key]) => key === phase);
  const isOver = phase === 'published';
  return [
    { key: 'frozen', title: '冻结名单', state: 'done' as const },
    ...STEPS.map(([key, title], at) => ({
      ...{ key, title },
      state:
        at < now || isOver ? ('done' as const) : at === now ? ('now' as const) : ('ahead' as const),
    })),
  ];
}

/** `1a2b 3c4d…`: what two people can read to one another. */
const short = (hash: string) => (hash === '' ? '' : `${hash.slice(0, 4)} ${hash.slice(4, 8)}…`);

function Ceremony({ draw }: { draw: DrawShown }) {
  const typed = draw.typed.map(({ byName, value, from }) => `${byName}（${from}）：${value}`);
  return (
    <Panel title="抽签过程">
      <DescriptionSheet
        items={[
          { label: '冻结', value: `${dayWords(draw.frozenOn)}由${draw.frozenBy}冻结` },
          { label: '名单的根值', value: short(draw.root) },
          ...draw.parties.map(({ title, commitment, isRevealed, openedFrom }) => ({
            label: title,
            value: [
              commitment === '' ? '还没有交承诺值' : `承诺值 ${short(commitment)}`,
              ...(isRevealed
                ? [openedFrom === 'envelope' ? '密数取自密封件' : '密数已交，与承诺相符']
                : []),
            ].join('；'),
          })),
          ...(draw.strength === 'two-party'
            ? []
            : [
                {
                  label: beaconTitles[draw.beaconKind],
                  value: `${formatInstant(instant(draw.beaconFrom))} 以后第一次公布的号码`,
                },
                {
                  label: '号码',
                  value: draw.beacon ?? (typed.join('；') || '还没有录入'),
                  wide: true,
                },
              ]),
          { label: '种子', value: short(draw.seed) || '还没有抽签' },
          { label: '公开', value: dayWords(draw.publishedOn) || '还没有公开' },
        ]}
      />
      {draw.publishedOn !== '' && (
        <p>
          <a href={`/api/draw-notices/${draw.drawId}/proof`}>下载抽签证明</a>
          <span className="ym-quiet">　任何人都可以用 yimen verify-draw 离线复核</span>
        </p>
      )}
    </Panel>
  );
}

function Strata({ draw }: { draw: DrawShown }) {
  return (
    <>
      <h2>各乡镇、各类别</h2>
      <DataList
        title="各乡镇、各类别"
        unit="组"
        rows={draw.strata}
        keyOf={({ townshipName, scheme }) => `${townshipName} ${scheme}`}
        columns={strataColumns}
        onOpen={() => undefined}
        empty="这个月没有新增对象。"
      />
    </>
  );
}

function Drawn({ draw }: { draw: DrawShown }) {
  const navigate = useNavigate();
  return (
    <>
      <h2>要核查的户</h2>
      <p className="ym-quiet">
        还有 {draw.openVisits} 户没有核查；公开以前乡镇看不到这份名单。
        <Link to={'/checks' as string}>打开核查单</Link>
      </p>
      <DataList
        title="要核查的户"
        unit="户"
        rows={draw.cases}
        keyOf={({ ref }) => ref}
        columns={caseColumns}
        onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
        empty="没有要核查的户。"
      />
    </>
  );
}

const strataColumns: readonly ListColumn<DrawShown['strata'][number]>[] = [
  { key: 'township', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName },
  { key: 'scheme', title: '救助类别', cell: ({ scheme }) => scheme, width: 13 },
  { key: 'count', title: '新增（户）', cell: ({ count }) => count, figure: true, width: 8 },
  { key: 'forced', title: '必查（户）', cell: ({ forced }) => forced, figure: true, width: 8 },
  { key: 'quota', title: '至少抽（户）', cell: ({ quota }) => quota, figure: true, width: 9 },
  { key: 'drawn', title: '抽中（户）', cell: ({ drawn }) => drawn, figure: true, width: 8 },
  { key: 'visited', title: '已查（户）', cell: ({ visited }) => visited, figure: true, width: 8 },
];

const FLAG: Readonly<Record<string, string>> = {
  KIN: reasonTitles.kin,
  REPORT: reasonTitles.report,
  DOUBT: reasonTitles.doubt,
};

const caseColumns: readonly ListColumn<DrawShown['cases'][number]>[] = [
  { key: 'ref', title: '办件编号', cell: ({ ref }) => ref, width: 13 },
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 7 },
  { key: 'township', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName, width: 9 },
  { key: 'scheme', title: '救助类别', cell: ({ scheme }) => scheme },
  {
    key: 'why',
    title: '缘由',
    cell: ({ forced }) =>
      forced === ''
        ? reasonTitles.draw
        : forced
            .split('+')
            .map((each) => FLAG[each] ?? each)
            .join('、'),
    width: 11,
  },
  {
    ...{ key: 'outcome', title: '核查结果', width: 10 },
    cell: ({ outcome }) => (outcomeTitles as Record<string, string>)[outcome] ?? '待核查',
  },
];
