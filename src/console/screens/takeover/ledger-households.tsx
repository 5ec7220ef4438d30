import { Button } from 'antd';
import { useState } from 'react';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import {
  answerDifference,
  type LedgerLine,
  standings,
  takeoverHouseholds,
} from '../../../modules/takeover/contract.ts';
import { SCHEME_SHORT, type Scheme } from '../../../rules/scheme.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { FilterSentence } from '../../../ui/list/filter-sentence.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { householdsOf, type TakeoverShown } from './takeover-words.ts';

type Wish = { readonly standing: string; readonly rules: string };
type Props = { readonly view: TakeoverShown; readonly mayAct: boolean };

/** Household by household: what is wrong, what the register says otherwise, what the rules of today say. */
export function LedgerHouseholds({ view, mayAct }: Props) {
  const [wish, setWish] = useState<Wish>({ standing: firstStanding(view), rules: '' });
  const [limit, setLimit] = useState(50);
  const { takeoverId } = view;
  const search = {
    limit: Math.min(limit, 200),
    after: -1,
    ...(wish.standing !== '' && { standing: wish.standing as LedgerLine['standing'] }),
    ...(wish.rules !== '' && { rules: wish.rules as 'same' }),
  };
  const { answer, awaiting, problem, askAgain } = useAnswer(takeoverHouseholds, {
    params: { takeoverId },
    search,
  });
  return (
    <Panel title="逐户结果">
      <Refusal problem={problem} onAgain={askAgain} />
      <FilterSentence filters={filtersOf(wish, setWish)} />
      {answer && (
        <p className="ym-quiet" role="status">
          共 {answer.count} 户{answer.next !== null && `，下面是前 ${answer.households.length} 户`}
        </p>
      )}
      {!answer && <p>{awaiting}</p>}
      {answer && answer.households.length > 0 && (
        <HouseholdTable {...{ view, mayAct, households: answer.households }} />
      )}
      {answer && answer.next !== null && limit < 200 && (
        <Button onClick={() => setLimit(200)}>多看一些</Button>
      )}
      {answer && answer.next !== null && limit >= 200 && (
        <p className="ym-quiet">更多的见检查报告。</p>
      )}
    </Panel>
  );
}

function firstStanding(view: TakeoverShown): string {
  return householdsOf(view, 'differs') > 0 ? 'differs' : householdsOf(view, 'bad') > 0 ? 'bad' : '';
}

function filtersOf(wish: Wish, setWish: (wish: Wish) => void) {
  return [
    {
      key: 'standing',
      label: '结果',
      value: wish.standing,
      options: [
        { value: '', label: '全部' },
        ...Object.entries(standings).map(([value, label]) => ({ value, label })),
      ],
      onChange: (standing: string) => setWish({ ...wish, standing }),
    },
    {
      key: 'rules',
      label: '与今天的规则比较',
      value: wish.rules,
      options: [
        { value: '', label: '不论与今天的规则是否一致' },
        { value: 'differs', label: '与今天的规则不一致' },
        { value: 'same', label: '与今天的规则一致' },
        { value: 'open', label: '没有与规则比较' },
      ],
      onChange: (rules: string) => setWish({ ...wish, rules }),
    },
  ];
}

function HouseholdTable({
  view,
  mayAct,
  households,
}: Props & { readonly households: readonly LedgerLine[] }) {
  return (
    <div className="yc-card-room">
      <table className="yc-card-table yc-ledger-lines">
        <caption className="ym-heard">逐户结果</caption>
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">户主</th>
            <th scope="col">救助</th>
            <th scope="col">结果</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {households.map((line) => (
            <tr key={line.place}>
              <td data-label="行">{rowWords(line.rows)}</td>
              <th scope="row">{line.head || '（没有姓名）'}</th>
              <td data-label="救助">{schemeWords(line)}</td>
              <td data-label="结果">{standings[line.standing]}</td>
              <td data-label="说明">
                <What line={line} />
                {mayAct && line.standing === 'differs' && <Answer view={view} line={line} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowWords(rows: readonly number[]): string {
  const [first = 0] = rows;
  const last = rows.at(-1) ?? first;
  return rows.length > 1 && last - first === rows.length - 1 ? `${first}–${last}` : rows.join('、');
}

function schemeWords({ scheme, amount }: LedgerLine): string {
  if (scheme === '') return '';
  const words = SCHEME_SHORT[scheme as Scheme];
  return amount > 0 ? `${words} ${formatYuan(amount as Fen)} 元/月` : words;
}

function What({ line: { faults, notes, differences, rulesText } }: { readonly line: LedgerLine }) {
  const lines = [
    ...faults.map(
      ({ row, column, message }) => `第 ${row} 行${column === '' ? '' : ` ${column}`}：${message}`,
    ),
    ...differences.map(
      ({ title, register, ledger }) => `${title}：名册 ${register}，台账 ${ledger}`,
    ),
    ...notes,
    ...(rulesText === '' ? [] : [rulesText]),
  ];
  return (
    <ul className="yc-plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The register or the ledger: somebody has to say. What already counts is changed by the procedure only. */
function Answer({ view, line }: { readonly view: TakeoverShown; readonly line: LedgerLine }) {
  const command = useCommand(answerDifference);
  const { takeoverId } = view;
  const give = (counts: 'register' | 'ledger') =>
    void command.give({ params: { takeoverId }, body: { place: line.place, counts } });
  if (!line.replaceable) {
    return <p className="ym-quiet">名册里已经生效，台账不能改。有变化的按动态管理办理。</p>;
  }
  return (
    <div className="ym-row">
      <span>以哪个为准？</span>
      <Button
        size="small"
        aria-pressed={line.answer === 'register'}
        type={line.answer === 'register' ? 'primary' : 'default'}
        disabled={command.busy}
        onClick={() => give('register')}
      >
        名册
      </Button>
      <Button
        size="small"
        aria-pressed={line.answer === 'ledger'}
        type={line.answer === 'ledger' ? 'primary' : 'default'}
        disabled={command.busy}
        onClick={() => give('ledger')}
      >
        台账
      </Button>
      <ActTrouble command={command} onAgain={() => give('register')} />
    </div>
  );
}
