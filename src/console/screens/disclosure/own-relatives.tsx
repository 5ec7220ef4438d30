import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { declareOwnRelatives, ownRegisterEntry } from '../../../modules/disclosure/contract.ts';
import { ConflictStrip } from '../../../ui/act/conflict-strip.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { type RelativeRow, RelativesLedger, relativesOf } from './relatives-ledger.tsx';

type Entry = NonNullable<ValueOf<(typeof ownRegisterEntry)['answer']>['entry']>;

/** 本人近亲属申报: an official declares their own relatives. */
export default function OwnRelatives() {
  const found = useAnswer(ownRegisterEntry, { params: {} });
  const entry = found.answer?.entry;
  if (entry) return <Declaration key={entry.version} entry={entry} onDone={found.askAgain} />;
  return (
    <Page title="本人近亲属申报">
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <Awaiting what={found.awaiting} />
      {found.answer && <p>名册中没有您本人，不需要申报；应当列入的，请联系县级救助经办人员。</p>}
    </Page>
  );
}

function Declaration({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const [rows, setRows] = useState<readonly RelativeRow[]>(() =>
    entry.relatives.map(({ name, relation }) => ({ id: newKey(), name, relation, idNumber: null })),
  );
  const command = useCommand(declareOwnRelatives);
  const act = async () => {
    const body = { relatives: relativesOf(rows) };
    const done = await command.give({ params: {}, body, version: entry.version });
    if (done.ok) onDone();
  };
  const known = entry.relatives.filter(({ idNumber }) => idNumber !== '');
  return (
    <Page
      title="本人近亲属申报"
      under={`${entry.position} ${entry.name} · ${entry.declaredOn ? `${entry.declaredOn} 申报` : '尚未申报'}`}
      next={<NextAct title="提交申报" onAct={() => void act()} busy={command.busy} />}
    >
      <ErrorSummary errors={command.errors} />
      <Refusal problem={command.problem} onAgain={() => void act()} />
      <ConflictStrip
        problem={command.stale}
        mine={() => undefined}
        onTake={() => undefined}
        onSettled={command.clear}
      />
      <Panel>
        <RelativesLedger rows={rows} onRows={setRows} errors={command.errors} />
        {known.length > 0 && (
          <p className="ym-quiet">
            已登记身份证号:
            {known.map(({ name, idNumber }) => `${name} ${idNumber}`).join('、')}
            。姓名和关系不变的,身份证号可留空,仍按原号比对。
          </p>
        )}
      </Panel>
    </Page>
  );
}
