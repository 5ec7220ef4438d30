import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { beginRoll, fundBoard } from '../../../modules/funds/contract.ts';
import { accounts, paidSchemes } from '../../../modules/funds/index.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { useSession } from '../../session.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { MonthEnd } from './month-end.tsx';
import { phaseWords, type RollLine, rollPath, rollTitle, yuan } from './fund-words.ts';

/** 资金发放: the rolls of the county, the newest month first, and what the accounts hold. */
export default function FundBoard() {
  const navigate = useNavigate();
  const { session } = useSession();
  const found = useAnswer(fundBoard, { params: {} });
  const open = (rollId: string) => void navigate({ to: rollPath(rollId) });
  const balances = found.answer?.balances;
  return (
    <Page
      title="资金发放"
      under="编制、复核、放行由三个人分别办理。有疑点的暂缓发放，查清以后随下一份补发。"
    >
      {session?.post?.role === 'fund-planner' && <Begin onBegun={open} />}
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      {found.answer && <MonthEnd rolls={found.answer.rolls} />}
      <DataList
        title="花名册"
        unit="份"
        rows={found.answer?.rolls}
        keyOf={({ rollId }) => rollId}
        columns={columns}
        onOpen={({ rollId }) => open(rollId)}
        empty="还没有编制过花名册。先选项目和月份，按名册里有效的决定编制。"
        awaiting={found.awaiting}
      />
      {balances && (
        <Panel title="账簿余额（元）">
          <DescriptionSheet
            items={(Object.keys(accounts) as (keyof typeof accounts)[]).map((each) => ({
              label: accounts[each],
              value: yuan(balances[each] ?? 0),
              figure: true,
            }))}
          />
        </Panel>
      )}
    </Page>
  );
}

const columns: readonly ListColumn<RollLine>[] = [
  { key: 'roll', title: '花名册', cell: rollTitle },
  { key: 'phase', title: '进度', cell: ({ phase }) => phaseWords(phase), width: 16 },
  { key: 'lines', title: '发放', cell: ({ lines }) => `${lines} 笔`, width: 8, figure: true },
  { key: 'held', title: '暂缓', cell: ({ held }) => `${held} 笔`, width: 8, figure: true },
  {
    key: 'amount',
    title: '金额（元）',
    cell: ({ amount }) => yuan(amount),
    width: 14,
    figure: true,
  },
];

type Scheme = keyof typeof paidSchemes;
const schemes = (Object.keys(paidSchemes) as Scheme[]).map((value) => ({
  value,
  label: paidSchemes[value],
}));

function Begin({ onBegun }: { readonly onBegun: (rollId: string) => void }) {
  const [form, setForm] = useState<{ rollId: string; scheme: Scheme | null; month: string }>(
    () => ({ rollId: newKey(), scheme: 'dibao', month: '' }),
  );
  const command = useCommand(beginRoll);
  const bind = useFields(form, setForm, command.errors);
  const act = async () => {
    const done = await command.give({ params: {}, body: form as never });
    if (done.ok) onBegun(form.rollId);
  };
  return (
    <Panel title="编制花名册">
      <ActTrouble command={command} onAgain={() => void act()} />
      <EnterMoves>
        <div className="ym-form">
          <CodeSelect label="项目" required options={schemes} {...bind('scheme')} />
          <TextField label="月份" required hint="例如 2026-03" most={7} {...bind('month')} />
        </div>
        <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
      </EnterMoves>
    </Panel>
  );
}
