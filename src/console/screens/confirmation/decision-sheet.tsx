import { formatYuan, type Fen } from '../../../kernel/fen.ts';
import { formatDateWithWeekday } from '../../../kernel/local-date.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import type { MaskedCase } from '../../../modules/case/index.ts';

type Decision = NonNullable<MaskedCase['confirmation']['decision']>;

/** What was decided, and the letter to print. */
export function DecisionSheet({ caseId, decision }: { caseId: string; decision: Decision }) {
  const granted = decision.outcome === 'grant';
  return (
    <Panel title={granted ? '已确认，给予低保' : '已决定不予确认'}>
      <DescriptionSheet
        items={[
          { label: '文号', value: decision.number },
          { label: '决定机关', value: decision.organ },
          { label: '决定日期', value: formatDateWithWeekday(decision.on) },
          {
            label: '每月金额',
            value: `${formatYuan(decision.monthlyAmount as Fen)} 元`,
            figure: true,
          },
          ...(decision.startMonth ? [{ label: '起始月份', value: decision.startMonth }] : []),
          { label: '应于何日前送达', value: formatDateWithWeekday(decision.serveBy) },
          { label: '理由', value: decision.plainReasons || decision.reasons, wide: true },
          { label: '救济途径', value: decision.remedies.sentences.join(''), wide: true },
        ]}
      />
      <a href={`/api/cases/${caseId}/papers/decision-notice`} target="_blank" rel="noreferrer">
        打印{granted ? '确认通知书' : '不予确认告知书'}
      </a>
    </Panel>
  );
}
