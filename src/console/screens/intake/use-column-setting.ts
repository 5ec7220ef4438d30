import { useState } from 'react';
import { dayOf, instant } from '../../../kernel/clock.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import { localActivities } from '../../../modules/intake/contract.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import type { Option } from '../../../ui/field/code-select.tsx';
import type { ColumnSetting } from './column-setting.ts';

type LocalFacts = ValueOf<(typeof localActivities)['answer']>;

/** What the columns of a family's ledgers depend on: its people, what the place's rules know, today. */
export function useColumnSetting(people: readonly Option[], weighsTekun = false): ColumnSetting {
  const [on] = useState(() => dayOf(instant(Date.now())));
  const { answer } = useAnswer(localActivities, { params: {} });
  return columnSetting(answer, { people, weighsTekun, on });
}

/** The same for any place and day; nothing of the place's own while it is not known. */
export function columnSetting(
  known: LocalFacts | undefined,
  of: Pick<ColumnSetting, 'people' | 'weighsTekun' | 'on'>,
): ColumnSetting {
  const classes = (listed: readonly { readonly code: string; readonly title: string }[] = []) =>
    listed.map(({ code, title }) => ({ value: code, label: title }));
  return {
    ...of,
    activities: known?.activities ?? [],
    personClasses: classes(known?.personClasses),
    hardshipClasses: classes(known?.hardshipClasses),
    asksConsumption: known?.asksConsumption ?? false,
  };
}
