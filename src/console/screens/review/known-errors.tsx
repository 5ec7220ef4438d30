import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { formatDate, type LocalDate } from '../../../kernel/local-date.ts';
import { arrearsTitles, errorKinds, errorSources } from '../../../modules/review/found-error.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import type { BenefitShown } from './act-spec.ts';

const day = (on: string) => formatDate(on as LocalDate);
const yuan = (amount: number) => formatYuan(Math.abs(amount) as Fen);

/** Errors of decisions: what was wrong, the difference by month, how it was corrected, and the judgement on it. */
export function KnownErrors({ view: { state, names } }: { view: BenefitShown }) {
  return state.errors.toReversed().map((error) => (
    <Panel key={error.id} title={`${errorKinds[error.kind]}：${error.what}`}>
      <DescriptionSheet
        items={[
          {
            label: '发现',
            value: `${day(error.foundOn)} ${errorSources[error.source]}，${error.foundBy}`,
            wide: true,
          },
          { label: '原决定', value: error.decision, wide: true },
          { label: '原因', value: error.cause, wide: true },
          {
            label: '差额',
            value: error.months
              .map(({ month, paid, right }) => `${month} 发 ${yuan(paid)}，应发 ${yuan(right)}`)
              .concat(`共${error.difference < 0 ? '多' : '少'}发 ${yuan(error.difference)} 元`)
              .join('；'),
            wide: true,
          },
          {
            label: '更正',
            value: error.corrected
              ? `${day(error.corrected.on)} ${error.corrected.decision}，${arrearsTitles[error.corrected.arrears.act]} ${yuan(error.corrected.arrears.amount)} 元`
              : '待更正',
            wide: true,
          },
          {
            label: '容错认定',
            value: error.tolerance
              ? `${day(error.tolerance.on)} ${names[error.tolerance.by] ?? ''}：${error.tolerance.exempt ? '尽职免责' : '不予免责'}。${error.tolerance.reasons}`
              : '—',
            wide: true,
          },
        ]}
      />
    </Panel>
  ));
}
