import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { signSupplyContract } from '../../../modules/procurement/contract.ts';
import { type TaskKind, taskTitles } from '../../../modules/procurement/task-kind.ts';
import { newKey } from '../../../ui/intent.ts';
import { Page } from '../../../ui/page.tsx';
import { TypedAct } from '../inspection/typed-act.tsx';
import { type ActField, type ActForm, fileIn } from '../review/act-spec.ts';

const kinds = Object.keys(taskTitles) as TaskKind[];

const fields: readonly ActField[] = [
  { key: 'supplier', label: '服务单位', is: 'text' },
  { key: 'creditCode', label: '统一社会信用代码', is: 'text' },
  { key: 'number', label: '合同编号', is: 'text' },
  { key: 'from', label: '起始日期', is: 'date' },
  { key: 'to', label: '终止日期', is: 'date', hint: '第三方人员的账号最晚到这一天' },
  { key: 'ceiling', label: '合同总价', is: 'money', unit: '元' },
  ...kinds.map((kind): ActField => {
    const label = `${taskTitles[kind]}单价`;
    return { key: kind, label, is: 'money', unit: '元/次', optional: true };
  }),
  { key: 'recheckPercent', label: '质量复核比例（%）', is: 'text', hint: '10 到 100' },
  { key: 'scan', label: '签订的合同', is: 'file' },
];

const initial: ActForm = {
  ...{ supplier: '', creditCode: '', number: '', from: null, to: null, ceiling: null },
  ...Object.fromEntries(kinds.map((kind) => [kind, null])),
  ...{ recheckPercent: '10', scan: [] },
};

/** A contract of the county, with its prices and its ceiling. */
export default function SupplyNew() {
  const navigate = useNavigate();
  const [contractId] = useState(newKey);
  return (
    <Page title="登记服务合同">
      <TypedAct
        name="supply-contract:new"
        contract={signSupplyContract}
        params={{}}
        about="没有单价的服务乡镇不能下单；乡镇下单的合计不能超过合同总价。"
        fields={fields}
        initial={initial}
        bodyOf={(form) => bodyOf(contractId, form)}
        onDone={() => void navigate({ to: `/supply-contracts/${contractId}` as string })}
      />
    </Page>
  );
}

function bodyOf(contractId: string, form: ActForm) {
  const { supplier, creditCode, number, from, to, ceiling, recheckPercent, scan } = form;
  return {
    ...{ contractId, supplier, creditCode, number, from, to, ceiling },
    recheckPercent: Number(recheckPercent),
    prices: kinds.flatMap((kind) => (form[kind] ? [{ kind, price: form[kind] }] : [])),
    scan: fileIn(scan),
  };
}
