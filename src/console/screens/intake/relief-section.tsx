import { RecordFields } from '../../../ui/ledger/record-fields.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import type { ColumnSetting } from './column-setting.ts';
import { EconomyLedger } from './economy-ledger.tsx';
import { type IntakeForm, isTold } from './intake-form.ts';
import { exitColumns, reliefColumns, reliefKind, repeatColumn } from './record-column.ts';

type ReliefSectionProps = {
  readonly form: IntakeForm;
  readonly onForm: (change: (form: IntakeForm) => IntakeForm) => void;
  readonly setting: ColumnSetting;
  readonly errors: readonly FieldError[];
};

/** 临时救助: one question; what follows is asked of those who have met with a sudden difficulty. */
export function ReliefSection(props: ReliefSectionProps) {
  const { form, onForm, errors } = props;
  const { relief, exit, pastReliefs, members } = form;
  const { kind: _, ...more } = relief;
  const isAsked = (relief.kind !== null && relief.kind !== 'none') || isTold(more);
  const isRepeated = pastReliefs.length > 0 || relief.repeatJustified !== null;
  const hasDibao = members.some((each) => each.currentScheme === 'dibao');
  return (
    <>
      <RecordFields
        name="relief"
        row={relief}
        onRow={(part) => onForm((now) => ({ ...now, relief: { ...now.relief, ...part } }))}
        columns={
          isAsked
            ? [reliefKind, ...reliefColumns, ...(isRepeated ? [repeatColumn] : [])]
            : [reliefKind]
        }
        errors={errors}
      />
      {(isAsked || pastReliefs.length > 0) && <EconomyLedger list="pastReliefs" {...props} />}
      {(hasDibao || isTold(exit)) && (
        <section aria-label="收入超过低保标准的">
          <h3>享受低保期间收入超过标准的</h3>
          <RecordFields
            name="exit"
            row={exit}
            onRow={(part) => onForm((now) => ({ ...now, exit: { ...now.exit, ...part } }))}
            columns={exitColumns}
            errors={errors}
          />
        </section>
      )}
    </>
  );
}
