import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { access } from '../../../modules/procurement/access.ts';
import * as contract from '../../../modules/procurement/contract.ts';
import { supplierGradeTitles } from '../../../modules/procurement/supply-contract.ts';
import { newKey } from '../../../ui/intent.ts';
import { SecondAct, UnkeptAct } from '../inspection/typed-act.tsx';
import { optionsFrom } from '../review/act-spec.ts';
import { kindWords, yuan } from './task-words.ts';

type View = ValueOf<(typeof contract.supplyContractView)['answer']>;
type ActProps = { readonly view: View; readonly onDone: () => void };
type SupplyActsProps = ActProps & { readonly may: (act: keyof typeof access) => boolean };

/** What is next on a contract for whoever looks at it. */
export function SupplyActs({ view, may, onDone }: SupplyActsProps) {
  const acts = { view, onDone };
  const toDraw = view.tasks.filter(
    ({ handedInOn, recheck, standing }) =>
      handedInOn !== '' && recheck === null && standing === 'ordered',
  );
  const toRecheck = view.tasks.filter(({ recheck }) => recheck === 'drawn');
  const toSettle = view.tasks.filter(
    ({ standing, isSettled }) => standing === 'accepted' && !isSettled,
  );
  const toDecide = view.settlements.find(({ decided }) => !decided);
  const shown: ReactNode[] = [];
  if (may('DrawRecheck') && toDraw.length > 0) {
    shown.push(<Draw key={`draw-${view.version}`} count={toDraw.length} {...acts} />);
  }
  if (may('RecordRecheck') && toRecheck.length > 0) {
    shown.push(<Recheck key={`recheck-${view.version}`} tasks={toRecheck} {...acts} />);
  }
  if (may('DrawUpSettlement') && toSettle.length > 0) {
    shown.push(<Settle key={`settle-${view.version}`} tasks={toSettle} {...acts} />);
  }
  if (may('DecideSettlement') && toDecide) {
    shown.push(<Decide key={`decide-${view.version}`} settlement={toDecide} {...acts} />);
  }
  return shown;
}

/** Acts nobody needs every week, folded at the foot of the page. */
export function SeldomActs({ view, may, onDone }: SupplyActsProps) {
  const acts = { view, onDone };
  return (
    <>
      {may('EvaluateSupplier') && view.figures.handedIn > 0 && (
        <Evaluate key={`evaluate-${view.version}`} {...acts} />
      )}
      {may('EndSupplyContract') && !view.ended && <End key={`end-${view.version}`} {...acts} />}
    </>
  );
}

const about = ({ view, onDone }: ActProps) => ({
  ...{ version: view.version, onDone },
  params: { contractId: view.contract.contractId },
});

function Draw({ count, ...acts }: ActProps & { readonly count: number }) {
  const [drawId] = useState(newKey);
  return (
    <UnkeptAct
      name="draw-recheck"
      contract={contract.drawRecheck}
      {...about(acts)}
      about={`${count} 项新提交的结果等着抽取，按 ${acts.view.recheckPercent}% 向上取整。种子由系统随机产生并记录，可以重做。`}
      fields={[]}
      initial={{}}
      bodyOf={() => ({ drawId })}
    />
  );
}

function Recheck({ tasks, ...acts }: ActProps & { readonly tasks: View['tasks'] }) {
  return (
    <UnkeptAct
      name="record-recheck"
      contract={contract.recordRecheck}
      {...about(acts)}
      about="给抽中的家庭打电话或者上门，问第三方来没来、写的对不对。"
      fields={[
        {
          ...{ key: 'taskId', label: '抽中的任务', is: 'code' },
          options: tasks.map((task) => ({
            value: task.taskId,
            label: `${task.townshipName}${task.villageName} ${task.who} ${kindWords(task.kind)}`,
          })),
        },
        {
          ...{ key: 'agrees', label: '复核结果', is: 'code' },
          options: [
            { value: 'yes', label: '相符' },
            { value: 'no', label: '不符' },
          ],
        },
        { key: 'found', label: '复核情况', is: 'text', lines: 2 },
      ]}
      initial={{ taskId: null, agrees: null, found: '' }}
      bodyOf={({ taskId, agrees, found }) => ({
        ...{ taskId, found },
        ...(agrees ? { agrees: agrees === 'yes' } : {}),
      })}
    />
  );
}

function Settle({ tasks, ...acts }: ActProps & { readonly tasks: View['tasks'] }) {
  const [settlementId] = useState(newKey);
  const amount = tasks.reduce((sum, { price }) => sum + price, 0);
  return (
    <UnkeptAct
      name="settle"
      contract={contract.drawUpSettlement}
      {...about(acts)}
      about={`${tasks.length} 项验收合格、没有结算，合计 ${yuan(amount)}。编制后由另一人审批。`}
      fields={[]}
      initial={{}}
      bodyOf={() => ({ settlementId, tasks: tasks.map(({ taskId }) => taskId) })}
    />
  );
}

function Decide({
  settlement,
  ...acts
}: ActProps & { readonly settlement: View['settlements'][number] }) {
  const { settlementId, tasks, amount } = settlement;
  return (
    <UnkeptAct
      name="decide-settlement"
      contract={contract.decideSettlement}
      {...about(acts)}
      about={`${settlement.byName}编制：${tasks} 项，合计 ${yuan(amount)}。退回的，任务可以重新结算。`}
      fields={[
        {
          ...{ key: 'agrees', label: '审批结论', is: 'code' },
          options: [
            { value: 'yes', label: '同意结算' },
            { value: 'no', label: '退回' },
          ],
        },
        { key: 'reason', label: '审批意见', is: 'text', lines: 2 },
      ]}
      initial={{ agrees: null, reason: '' }}
      bodyOf={({ agrees, reason }) => ({
        ...{ settlementId, reason },
        ...(agrees ? { agrees: agrees === 'yes' } : {}),
      })}
    />
  );
}

function Evaluate(acts: ActProps) {
  return (
    <SecondAct
      name="evaluate-supplier"
      contract={contract.evaluateSupplier}
      {...about(acts)}
      about="下单、按期、合格、复核的数字由系统按记录写入评价。"
      fields={[
        {
          ...{ key: 'grade', label: '评价等次', is: 'code' },
          options: optionsFrom(supplierGradeTitles),
        },
        { key: 'opinion', label: '评价意见', is: 'text', lines: 2 },
      ]}
      initial={{ grade: null, opinion: '' }}
      bodyOf={(form) => form}
    />
  );
}

function End(acts: ActProps) {
  return (
    <SecondAct
      name="end-supply"
      contract={contract.endSupplyContract}
      {...about(acts)}
      about="终止以后不能再下单、提交，第三方人员的账号立即失效；验收合格的仍可结算。"
      fields={[{ key: 'reason', label: '理由', is: 'text', lines: 2 }]}
      initial={{ reason: '' }}
      bodyOf={(form) => form}
    />
  );
}
