import { formatDateWithWeekday } from '../../../kernel/local-date.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { PaperLink } from '../../../ui/reading/paper-link.tsx';
import type { Scheme } from '../../../rules/scheme.ts';
import { benefitItem, grantWords, planWords } from '../case/benefit-words.ts';
import type { MaskedCase } from '../../../modules/case/index.ts';

type Decision = NonNullable<MaskedCase['confirmation']['decision']>;

/** What was decided, and the letter to print. */
export function DecisionSheet(props: {
  readonly caseId: string;
  readonly scheme: Scheme;
  readonly decision: Decision;
}) {
  const { caseId, scheme, decision } = props;
  const granted = decision.outcome === 'grant';
  return (
    <Panel title={granted ? `已确认，${grantWords(scheme)}` : '已决定不予确认'}>
      <DescriptionSheet
        items={[
          { label: '文号', value: decision.number },
          { label: '决定机关', value: decision.organ },
          { label: '决定日期', value: formatDateWithWeekday(decision.on) },
          ...(granted ? [benefitItem(scheme, decision.monthlyAmount)] : []),
          ...(decision.plan
            ? [{ label: '分次发放', value: planWords(decision.plan), wide: true }]
            : []),
          ...(decision.coordination
            ? [{ label: '一事一议', value: decision.coordination.minutesNumber }]
            : []),
          ...(decision.validUntil
            ? [{ label: '有效期至', value: formatDateWithWeekday(decision.validUntil) }]
            : []),
          ...(decision.startMonth ? [{ label: '起始月份', value: decision.startMonth }] : []),
          { label: '应于何日前送达', value: formatDateWithWeekday(decision.serveBy) },
          { label: '理由', value: decision.plainReasons || decision.reasons, wide: true },
          { label: '救济途径', value: decision.remedies.sentences.join(''), wide: true },
        ]}
      />
      <p className="ym-row">
        <PaperLink
          url={`/api/cases/${caseId}/papers/decision-notice`}
          words={`打印${granted ? '确认通知书' : '不予确认告知书'}`}
          hasLarge
        />
      </p>
    </Panel>
  );
}
