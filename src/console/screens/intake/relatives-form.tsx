import { Button } from 'antd';
import { useState } from 'react';
import { declareNearRelatives } from '../../../modules/intake/contract.ts';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { PaperLink } from '../../../ui/reading/paper-link.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';

type Row = {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly position: string;
};

const columns: readonly LedgerColumn<Row>[] = [
  { key: 'name', title: '姓名', kind: 'text', required: true },
  { key: 'relation', title: '与家庭成员的关系', kind: 'text', required: true },
  { key: 'position', title: '单位和职务', kind: 'text', required: true },
];

/** 近亲属声明: whether a handler or a village official is a near relative, in the family's words. */
export function RelativesForm(
  props: Pick<StagePanelProps, 'caseId' | 'version' | 'state' | 'onDone'>,
) {
  const { caseId, version, state, onDone } = props;
  const { declared, registered, hits } = state.disclosure;
  const [rows, setRows] = useState<readonly Row[]>(() =>
    (declared?.relatives ?? []).map((each) => ({ ...each, id: newKey() })),
  );
  const command = useCommand(declareNearRelatives);
  const act = async (none: boolean) => {
    const relatives = none ? [] : rows.map(({ id: _id, ...relative }) => relative);
    const body = { none, relatives };
    if ((await command.give({ params: { caseId }, body, version })).ok) onDone();
  };
  return (
    <>
      <p>
        家庭成员中，有没有办理社会救助的人员或者村（社区）干部的配偶、父母、子女、兄弟姐妹、祖孙？
      </p>
      <p className="ym-row">
        <PaperLink
          url={`/api/cases/${caseId}/papers/near-relative-declaration`}
          words="打印声明"
          hasLarge
        />
      </p>
      {declared && (
        <p role="status">
          {declared.on} 已声明:
          {declared.relatives.length === 0
            ? '没有'
            : declared.relatives.map((each) => `${each.name}(${each.position})`).join('、')}
          {registered && `；已单独登记备案${hits.length > 0 ? `，名册比对 ${hits.length} 条` : ''}`}
        </p>
      )}
      <ErrorSummary errors={command.errors} />
      <Refusal problem={command.problem ?? command.stale} onAgain={onDone} />
      <LedgerTable
        name="relatives"
        title="近亲属"
        rows={rows}
        onRows={setRows}
        columns={columns}
        newRow={() => ({ id: newKey(), name: '', relation: '', position: '' })}
        nameOf={({ name }) => name}
        errors={command.errors}
        empty="没有的直接按“声明没有”；有的按“添一行”逐一填写。"
      />
      <div className="ym-row">
        {rows.length === 0 ? (
          <Button onClick={() => void act(true)} disabled={command.busy}>
            声明没有近亲属
          </Button>
        ) : (
          <Button onClick={() => void act(false)} disabled={command.busy}>
            声明以上近亲属
          </Button>
        )}
      </div>
    </>
  );
}
