import type { ValueOf } from '../../../kernel/contract.ts';
import { access } from '../../../modules/procurement/access.ts';
import * as contract from '../../../modules/procurement/contract.ts';
import { supplierGradeTitles } from '../../../modules/procurement/supply-contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { viewUrl } from '../investigation/signed-file.ts';
import { SeldomActs, SupplyActs } from './supply-acts.tsx';
import { SupplyTasks } from './supply-tasks.tsx';
import { kindWords, yuan } from './task-words.ts';

type View = ValueOf<(typeof contract.supplyContractView)['answer']>;

/** One contract: prices and ceiling, whose accounts hang on it, its tasks, what was drawn, settled and thought of it. */
export default function SupplyPage() {
  const contractId = useParam('contractId');
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const { answer, awaiting, problem, askAgain } = useAnswer(contract.supplyContractView, {
    params: { contractId },
  });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const { contract: supply } = answer;
  const may = (act: keyof typeof access) => access[act].roles.some((each) => each === role);
  const acts = { view: answer, may, onDone: askAgain };
  return (
    <Page
      title={supply.supplier}
      under={`${supply.number} · ${dayWords(supply.from)}至${dayWords(supply.to)}${answer.ended ? ' · 已终止' : ''}`}
    >
      <SupplyActs {...acts} />
      <Terms view={answer} />
      <SupplyTasks tasks={answer.tasks} />
      <Settlements view={answer} />
      <Quality view={answer} />
      <SeldomActs {...acts} />
    </Page>
  );
}

function Terms({ view }: { readonly view: View }) {
  const { contract: supply, settled, ended, workers, scan } = view;
  return (
    <Panel title="合同">
      <DescriptionSheet
        items={[
          { label: '合同总价', value: yuan(supply.ceiling), figure: true },
          { label: '已下单', value: yuan(supply.ordered), figure: true },
          { label: '还可下单', value: yuan(supply.ceiling - supply.ordered), figure: true },
          { label: '已结算', value: yuan(settled), figure: true },
          { label: '信用代码', value: view.creditCode },
          { label: '质量复核比例', value: `${view.recheckPercent}%` },
          {
            label: '合同扫描件',
            value: (
              <a href={viewUrl({ id: scan.hash })} target="_blank" rel="noreferrer">
                {scan.name}
              </a>
            ),
          },
          {
            ...{ label: '单价', wide: true },
            value: supply.prices
              .map(({ kind, price }) => `${kindWords(kind)} ${yuan(price)}/次`)
              .join('，'),
          },
          {
            ...{ label: '人员账号', wide: true },
            value:
              workers
                .map(({ name, from, to }) => `${name}（${dayWords(from)}至${dayWords(to)}）`)
                .join('、') ||
              '没有有效的账号。由系统管理员申请、安全管理员批准，最晚到合同终止日。',
          },
          ...(ended
            ? [
                {
                  label: '终止',
                  value: `${dayWords(ended.on)} ${ended.byName}：${ended.reason}`,
                  wide: true,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

function Settlements({ view: { settlements, contract: supply } }: { readonly view: View }) {
  if (settlements.length === 0) return null;
  return (
    <Panel title="结算单">
      <ul className="yc-points">
        {settlements.map(({ settlementId, on, byName, amount, tasks, decided }) => (
          <li key={settlementId}>
            {dayWords(on)} {byName}编制：{tasks} 项，{yuan(amount)}。
            {decided
              ? `${dayWords(decided.on)} ${decided.byName}${decided.agrees ? '同意' : '退回'}：${decided.reason}`
              : '待审批'}
            {' · '}
            <a
              href={`/api/supply-contracts/${supply.contractId}/settlements/${settlementId}/sheet`}
            >
              导出 {yuan(amount)} 的结算单
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Quality({ view: { draws, evaluations, figures, tasks } }: { readonly view: View }) {
  const sentBack = tasks.reduce((sum, { round }) => sum + round - 1, 0);
  return (
    <Panel title="质量">
      <p>
        下单 {figures.ordered} 项，提交 {figures.handedIn} 项，其中按期 {figures.onTime}{' '}
        项；验收合格 {figures.accepted} 项，不合格 {figures.rejected} 项，退回补正 {sentBack}{' '}
        次；复核 {figures.rechecked} 项，相符 {figures.agreeing} 项。
      </p>
      <ul className="yc-points">
        {draws.map(({ drawId, on, byName, frame, drawn, seed }) => (
          <li key={drawId}>
            {dayWords(on)} {byName}从 {frame.length} 项中抽取 {drawn.length} 项复核，种子前 8 位{' '}
            <code>{seed.slice(0, 8)}</code>
          </li>
        ))}
        {evaluations.map(({ on, byName, grade, opinion }) => (
          <li key={`${on} ${opinion}`}>
            {dayWords(on)} {byName}评价：{supplierGradeTitles[grade]}。{opinion}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
