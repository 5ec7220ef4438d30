import { Link } from '@tanstack/react-router';
import { closeDispatch } from '../../../modules/dispatch/contract.ts';
import { standingTitles } from '../../../modules/dispatch/monthly-table.ts';
import { Panel } from '../../../ui/page.tsx';
import { dayWords } from '../../day-words.ts';
import type { ActField } from '../review/act-spec.ts';
import { UnkeptAct } from '../inspection/typed-act.tsx';
import type { PartProps } from './anomalies.tsx';
import { tablePath } from './dispatch-path.ts';

/** Which townships have reported, and the close with the reasons it needs. */
export function ClosePanel({ view, role, onDone }: PartProps) {
  const { tables, closed, dispatchId, obstacle } = view;
  const missing = tables.filter(({ standing }) => standing !== 'taken');
  const open = view.anomalies.filter(({ answered }) => answered === null);
  return (
    <>
      {closed && (
        <Panel title="月结">
          <p>
            {dayWords(closed.on)}由{closed.byName}月结，以后更正记录不改变这个月的数字。
          </p>
          <p className="yd-hash">数据指纹（SM3）：{closed.hash}</p>
          {closed.withoutTables !== '' && <p>月报没有收齐的原因：{closed.withoutTables}</p>}
        </Panel>
      )}
      {!closed && role === 'county-leader' && (
        <UnkeptAct
          name="close"
          contract={closeDispatch}
          params={{ dispatchId }}
          about="月结以后数字冻结，可以打印调度表、导出公开数字。没有处置的异常、没有收齐的月报要写明理由。"
          fields={[
            ...open.map(
              ({ title, placeName }, at): ActField => ({
                ...{ key: `reason${at}`, is: 'text', lines: 2 },
                label: `先月结的理由：${title} ${placeName}`,
              }),
            ),
            ...missing.slice(0, 1).map(
              (): ActField => ({
                ...{ key: 'withoutTables', is: 'text', lines: 2 },
                label: `${missing.length} 个乡镇（街道）的月报没有收下，先月结的理由`,
              }),
            ),
          ]}
          initial={{ withoutTables: '' }}
          bodyOf={(form) => ({
            withoutTables: form['withoutTables'] ?? '',
            unanswered: open.flatMap(({ key }, at) => {
              const reason = String(form[`reason${at}`] ?? '');
              return reason === '' ? [] : [{ key, reason }];
            }),
          })}
          because={obstacle === '' ? null : obstacle}
          onDone={onDone}
        />
      )}
      <Panel title="各乡镇（街道）的月报">
        <ul className="yd-about">
          {tables.map(({ tableId, name, standing }) => (
            <li key={tableId}>
              <Link to={tablePath(tableId)}>{name}</Link>　{standingTitles[standing]}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
