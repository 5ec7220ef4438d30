import { Link } from '@tanstack/react-router';
import { paidSchemes } from '../../../modules/funds/index.ts';
import { Panel } from '../../../ui/page.tsx';
import { type RollLine, rollPath, yuan } from './fund-words.ts';
import '../../card-table.css';

type Phase = RollLine['phase'];
type Scheme = keyof typeof paidSchemes;

const order: readonly Phase[] = [
  ...(['building', 'built', 'frozen', 'reviewed', 'sealed', 'released', 'closed'] as const),
];
const steps: readonly (readonly [title: string, words: (roll: RollLine) => string])[] = [
  ['编制', builtWords],
  ['暂缓', ({ held }) => `${held} 笔`],
  ['冻结', stepWords('frozen')],
  ['复核', stepWords('reviewed')],
  ['封存', stepWords('sealed')],
  ['用款、放行', stepWords('released')],
  ['回盘、结账', stepWords('closed')],
];

/** 月末清单: how far each scheme of the newest month has come, with its count and sum. */
export function MonthEnd({ rolls }: { readonly rolls: readonly RollLine[] }) {
  const standing = rolls.filter(({ phase }) => order.includes(phase));
  const month = standing
    .map((each) => each.month)
    .toSorted()
    .at(-1);
  if (month === undefined) return null;
  const newest = (scheme: Scheme) =>
    standing
      .filter((each) => each.month === month && each.scheme === scheme)
      .toSorted((a, b) => b.no - a.no)[0];
  return (
    <Panel title={`${month} 月末清单`}>
      <div className="yc-card-room">
        <table className="yc-card-table">
          <thead>
            <tr>
              {['项目', ...steps.map(([title]) => title)].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(Object.keys(paidSchemes) as Scheme[]).map((scheme) => (
              <Row key={scheme} scheme={scheme} roll={newest(scheme)} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Row({ scheme, roll }: { readonly scheme: Scheme; readonly roll: RollLine | undefined }) {
  const title = paidSchemes[scheme];
  return (
    <tr>
      <th scope="row">{roll ? <Link to={rollPath(roll.rollId)}>{title}</Link> : title}</th>
      {steps.map(([step, words], index) => (
        <td key={step} data-label={step}>
          {roll ? words(roll) : index === 0 ? '还没有编制' : ''}
        </td>
      ))}
    </tr>
  );
}

function builtWords({ phase, lines, amount }: RollLine): string {
  return phase === 'building' ? '正在编制' : `${lines} 笔 ${yuan(amount)} 元`;
}

function stepWords(step: Phase): (roll: RollLine) => string {
  const wanted = order.indexOf(step);
  return ({ phase }) => {
    const at = order.indexOf(phase);
    if (at >= wanted) return '已办';
    return at === wanted - 1 ? '现在办' : '未到';
  };
}
