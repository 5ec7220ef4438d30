import '../../card-table.css';
import { Link, useNavigate } from '@tanstack/react-router';
import {
  instrumentList,
  type InstrumentGrid,
  type InstrumentSummary,
} from '../../../modules/delegation/contract.ts';
import { matterTitles, modeTitles, standingTitles } from '../../../modules/delegation/index.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import {
  instrumentPath,
  mattersWords,
  newInstrumentPath,
  periodWords,
  standingWords,
} from './instrument-words.ts';
import { SCHEME_SHORT } from '../../../rules/scheme.ts';
import { dayWords } from '../../day-words.ts';
import { useExport } from '../../use-export.ts';

/** 赋权书: which township may decide what today, and the instruments behind it. */
export default function InstrumentList() {
  const { session } = useSession();
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(instrumentList, { params: {} });
  const mayWrite = session?.post?.role === 'aid-officer';
  const exported = useExport('instruments');
  return (
    <Page
      title="赋权书"
      under="没有有效赋权书的，由乡镇审核、县级民政部门确认"
      next={
        mayWrite && (
          <NextAct title="登记赋权书" onAct={() => void navigate({ to: newInstrumentPath })} />
        )
      }
    >
      <Refusal problem={problem} onAgain={askAgain} />
      {answer && <Grid grid={answer.grid} />}
      <DataList
        title="赋权书"
        {...exported}
        unit="份"
        rows={answer?.instruments}
        keyOf={({ instrumentId }) => instrumentId}
        columns={columns}
        onOpen={({ instrumentId }) => void navigate({ to: instrumentPath(instrumentId) })}
        empty="还没有登记赋权书。县级人民政府书面赋权后，由县救助股登记，另一人复核后生效。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<InstrumentSummary>[] = [
  { key: 'township', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName, width: 8 },
  { key: 'number', title: '文号', cell: ({ number }) => number, width: 14 },
  { key: 'matters', title: '事项', cell: ({ matters }) => mattersWords(matters) },
  { key: 'mode', title: '方式', cell: ({ mode }) => modeTitles[mode], width: 13 },
  { key: 'period', title: '期限', cell: periodWords, width: 16 },
  { key: 'standing', title: '状态', cell: standingWords, width: 9 },
];

function Grid({ grid }: { grid: InstrumentGrid }) {
  return (
    <Panel title="今天谁有权确认">
      <div className="yc-card-room">
        <table className="yc-card-table">
          <caption className="ym-heard">乡镇（街道）和救助事项</caption>
          <thead>
            <tr>
              <th scope="col">乡镇（街道）</th>
              {Object.values(matterTitles).map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.map(({ township, name, cells }) => (
              <tr key={township}>
                <th scope="row">{name}</th>
                {cells.every(({ instrumentId }) => instrumentId === null) ? (
                  <td colSpan={cells.length} className="ym-quiet">
                    都由县级确认
                  </td>
                ) : (
                  cells.map((cell) => (
                    <td key={cell.matter} data-label={SCHEME_SHORT[cell.matter]}>
                      <GridCell cell={cell} />
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function GridCell({ cell }: { cell: InstrumentGrid[number]['cells'][number] }) {
  const { standing, until, instrumentId } = cell;
  if (standing === 'none' || instrumentId === null) return <span className="ym-quiet">县级</span>;
  const words =
    standing === 'in-force' && until ? `生效中，至${dayWords(until)}` : standingTitles[standing];
  return <Link to={instrumentPath(instrumentId)}>{words}</Link>;
}
