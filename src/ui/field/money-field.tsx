import type { Fen } from '../../kernel/fen.ts';
import type { FieldProps } from './field-frame.tsx';
import { TypedField } from './typed-field.tsx';
import { moneyText } from './typed-text.ts';

const amount = moneyText();
const amountOrNegative = moneyText(true);

type MoneyFieldProps = FieldProps<Fen | null> & {
  /** 元/月, 元/年; 元 when left out. */
  readonly unit?: string;
  readonly mayBeNegative?: boolean;
};

/** Money: typed in yuan, kept in fen, right-aligned with its unit. */
export function MoneyField({ unit = '元', mayBeNegative = false, ...field }: MoneyFieldProps) {
  const kind = mayBeNegative ? amountOrNegative : amount;
  return (
    <TypedField {...field} kind={kind} unit={unit} className="ym-figure" inputMode="decimal" />
  );
}
