import { localDate } from '../../../kernel/local-date.ts';
import { rollView } from '../../../modules/funds/contract.ts';
import { holds, lineKinds } from '../../../modules/funds/index.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { StageBar } from '../../../ui/reading/stage-bar.tsx';
import { Tabs } from '../../../ui/reading/tabs.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { BankFiles } from './bank-files.tsx';
import { markWords, phaseWords, type RollShown, rollTitle, yuan } from './fund-words.ts';
import { RollActs } from './roll-acts.tsx';
import { RollChanges } from './roll-changes.tsx';
import { RollLines } from './roll-lines.tsx';
import '../../card-table.css';

const LOOK_SECONDS = 2;

/** One roll from building to the books closed: where it stands, whose turn it is, what is in it. */
export default function RollPage() {
  const rollId = useParam('rollId');
  const found = useAnswer(rollView, { params: { rollId } });
  const { answer } = found;
  const isBuilding = answer?.phase === 'building' && answer.fault === '';
  useAnswer(rollView, { params: { rollId }, when: isBuilding, everySeconds: LOOK_SECONDS });
  const { session } = useSession();
  if (!answer) {
    return (
      <Page title="发放花名册">
        <Refusal problem={found.problem} onAgain={found.askAgain} />
        <Awaiting what={found.awaiting} />
      </Page>
    );
  }
  const props = { roll: answer, role: session?.post?.role ?? '', onDone: found.askAgain };
  return (
    <Page title={rollTitle(answer)} under={underOf(answer)}>
      <StageBar stages={stagesOf(answer)} />
      {isBuilding && <Awaiting what={`正在编制：${answer.done} / ${answer.total} 户…`} />}
      {answer.fault !== '' && <p role="alert">{answer.fault}</p>}
      <RollActs {...props} />
      <BankFiles {...props} />
      <Summary roll={answer} />
      {!isBuilding && (
        <Tabs
          label="花名册内容"
          tabs={[
            { key: 'changes', title: '与上月比较', content: () => <RollChanges rollId={rollId} /> },
            {
              key: 'held',
              title: '暂缓',
              content: () => <RollLines rollId={rollId} show="held" />,
            },
            {
              key: 'paid',
              title: '明细',
              content: () => <RollLines rollId={rollId} show="paid" />,
            },
            {
              key: 'returned',
              title: '退票',
              content: () => <RollLines rollId={rollId} show="returned" />,
            },
          ]}
        />
      )}
    </Page>
  );
}

function underOf({ phase, lines, amount, held, batch }: RollShown): string {
  return `${phaseWords(phase)}；发放 ${lines} 笔 ${yuan(amount)} 元，暂缓 ${held} 笔；批次号 ${batch}`;
}

function stagesOf(roll: RollShown) {
  const steps = [
    ['built', '编制', roll.phase === 'building' ? null : roll.begun],
    ['frozen', '冻结', roll.frozen],
    ['reviewed', '复核', roll.reviewed],
    ['sealed', '封存', roll.sealed],
    ['released', '放行', roll.released],
    ['closed', '回盘、结账', roll.closed],
  ] as const;
  const next = roll.ended ? -1 : steps.findIndex(([, , mark]) => !mark);
  return steps.map(([key, title, mark], index) => ({
    key,
    title,
    state: mark ? ('done' as const) : index === next ? ('now' as const) : ('ahead' as const),
    ...(mark && { on: localDate(mark.on), who: mark.by }),
  }));
}

function Summary({ roll }: { readonly roll: RollShown }) {
  const rows = [
    ...roll.kinds.map(({ kind, ...sum }) => ({
      key: kind,
      title: `发放：${lineKinds[kind]}`,
      ...sum,
    })),
    ...roll.holds.map(({ held, ...sum }) => ({ key: held, title: `暂缓：${holds[held]}`, ...sum })),
  ];
  return (
    <Panel title="汇总">
      {roll.ended && (
        <p className="yc-plain">
          {phaseWords(roll.phase)}：{markWords(roll.ended)}，{roll.words}
        </p>
      )}
      {rows.length === 0 ? (
        <p className="ym-quiet">没有要发放的，也没有暂缓的。</p>
      ) : (
        <div className="yc-card-room">
          <table className="yc-card-table">
            <thead>
              <tr>
                <th>项目</th>
                <th className="ym-figure">笔数</th>
                <th className="ym-figure">金额（元）</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, title, lines, amount }) => (
                <tr key={key}>
                  <th scope="row">{title}</th>
                  <td className="ym-figure" data-label="笔数">
                    {lines}
                  </td>
                  <td className="ym-figure" data-label="金额">
                    {yuan(amount)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
