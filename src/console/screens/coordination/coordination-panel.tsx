import { formatDateWithWeekday } from '../../../kernel/local-date.ts';
import { formatYuan } from '../../../kernel/fen.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { AskAct } from './ask-act.tsx';
import { RecordForm } from './record-form.tsx';

type Coordination = StagePanelProps['state']['coordination'];
type Held = Coordination['records'][number];

const resultTitles = {
  agreed: '同意给予',
  'by-standard': '按当地标准办理，不超过标准',
  returned: '退回乡镇（街道）补充调查',
} as const;

const viewTitles = { agree: '同意', disagree: '不同意', abstain: '弃权' } as const;

/** 一事一议: the township puts the case to the county's mechanism; what people decided there is recorded (LS-15). */
export default function CoordinationPanel(given: StagePanelProps) {
  const { state, role, caseId } = given;
  const { asked, records } = state.coordination;
  return (
    <>
      {asked && <Request given={given} />}
      {asked && role === 'aid-officer' && <RecordForm given={given} />}
      {asked && role !== 'aid-officer' && (
        <p className="ym-empty">等待县级协调机制一事一议，由县救助股登记结论。</p>
      )}
      {!asked && role === 'case-officer' && <AskAct given={given} isDue />}
      {records.toReversed().map((record) => (
        <Record key={record.seq} record={record} />
      ))}
      {(asked || records.length > 0) && (
        <a
          href={`/api/cases/${caseId}/papers/coordination-record`}
          target="_blank"
          rel="noreferrer"
        >
          打印一事一议{asked ? '提请表' : '记录表'}
        </a>
      )}
    </>
  );
}

function Request({ given: { state, view } }: { given: StagePanelProps }) {
  const { asked } = state.coordination;
  if (!asked) return null;
  return (
    <Panel title={`乡镇已提请 ${formatDateWithWeekday(asked.on)}`}>
      <DescriptionSheet
        items={[
          { label: '按标准核算', value: `${formatYuan(asked.computed)} 元`, figure: true },
          { label: '建议金额', value: `${formatYuan(asked.amount)} 元`, figure: true },
          { label: '提请人', value: view.names[asked.by] },
          { label: '提请意见', value: asked.opinion, wide: true },
        ]}
      />
    </Panel>
  );
}

function Record({ record }: { record: Held }) {
  const { result, amount } = record;
  const sum = amount === null ? '' : `${formatYuan(amount)} 元`;
  return (
    <Panel
      title={`县级协调机制 ${formatDateWithWeekday(record.heldOn)}：${resultTitles[result]}${sum}`}
    >
      <DescriptionSheet
        items={[
          { label: '召集人', value: `${record.convener.name}（${record.convener.post}）` },
          { label: '纪要编号', value: record.minutesNumber },
          {
            label: '参加人员',
            value: record.participants
              .map(
                ({ name, unit, view, opinion }) =>
                  `${name}（${unit}）${viewTitles[view]}${opinion ? `：${opinion}` : ''}`,
              )
              .join('；'),
            wide: true,
          },
          {
            label: '回避',
            value:
              record.recused.map(({ name, reason }) => `${name}（${reason}）`).join('；') || '无',
            wide: true,
          },
          { label: '理由', value: record.reason, wide: true },
        ]}
      />
    </Panel>
  );
}
