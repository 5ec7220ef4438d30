import { tillView } from '../../../modules/reserve/contract.ts';
import { askKinds, askStatuses } from '../../../modules/reserve/index.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { TillActs } from './till-acts.tsx';
import { differenceWords, type TillView, yuan } from './till-words.ts';
import '../../card-table.css';

/** 备用金账: what is in one till, whose turn it is, and its cash book (LS-13). */
export default function TillPage() {
  const township = useParam('township');
  const { session } = useSession();
  const found = useAnswer(tillView, { params: { township } });
  const { answer, askAgain } = found;
  if (!answer) {
    return (
      <Page title="备用金账">
        <Refusal problem={found.problem} onAgain={askAgain} />
        <Awaiting what={found.awaiting} />
      </Page>
    );
  }
  return (
    <Page title={`${answer.till.name}备用金账`}>
      <Waiting view={answer} />
      <TillActs
        key={answer.version}
        view={answer}
        role={session?.post?.role ?? ''}
        onDone={askAgain}
      />
      <Panel title="账上">
        <DescriptionSheet items={figuresOf(answer)} />
      </Panel>
      <CashBook movements={answer.movements} />
    </Page>
  );
}

function Waiting({ view: { ask, count, till } }: { readonly view: TillView }) {
  if (!ask && !count?.isOpen) return null;
  return (
    <Panel title="待办">
      {ask && (
        <p>
          {ask.on} {ask.by}申请{askKinds[ask.kind]} {yuan(ask.amount)} 元
          {ask.vouchers > 0 && `（${ask.vouchers} 张凭证）`}：{ask.reason}。
          {askStatuses[ask.status]}。
        </p>
      )}
      {count?.isOpen && (
        <p>
          {count.on} 盘点{differenceWords(till.difference)}：{count.explanation}。待县级处理。
        </p>
      )}
    </Panel>
  );
}

function figuresOf({ till, vouchers, count }: TillView) {
  return [
    { label: '账上结存（元）', value: yuan(till.balance), figure: true },
    { label: `待补足（元，${vouchers} 张凭证）`, value: yuan(till.spent), figure: true },
    { label: '额度（元）', value: yuan(till.limit), figure: true },
    {
      label: '上次盘点',
      value: count
        ? `${count.on} ${count.by}盘点，${count.witness}监盘，实有 ${yuan(count.counted)} 元`
        : '还没有盘点过',
    },
  ];
}

function CashBook({ movements }: Pick<TillView, 'movements'>) {
  if (movements.length === 0) return <p className="ym-quiet">还没有发生额。先申请拨付。</p>;
  return (
    <Panel title="流水">
      <div className="yc-card-room">
        <table className="yc-card-table">
          <caption className="ym-heard">备用金流水，新的在前</caption>
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">事项</th>
              <th scope="col" className="ym-figure">
                增减（元）
              </th>
              <th scope="col" className="ym-figure">
                结存（元）
              </th>
              <th scope="col">经办</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {movements.map((each) => (
              <tr key={each.seq}>
                <td data-label="日期">{each.on}</td>
                <th scope="row">{each.title}</th>
                <td className="ym-figure" data-label="增减">
                  {each.amount === 0 ? '—' : yuan(each.amount)}
                </td>
                <td className="ym-figure" data-label="结存">
                  {yuan(each.balance)}
                </td>
                <td data-label="经办">{each.by}</td>
                <td data-label="说明">{each.words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
