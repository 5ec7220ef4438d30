import { useState } from 'react';
import { dayOf, instant } from '../../../kernel/clock.ts';
import { localActivities } from '../../../modules/intake/contract.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import type { Option } from '../../../ui/field/code-select.tsx';
import type { ColumnSetting } from './column-setting.ts';

/** What the columns of a family's ledgers depend on: its people, what the place's rules know, today. */
export function useColumnSetting(people: readonly Option[], weighsTekun = false): ColumnSetting {
  const [on] = useState(() => dayOf(instant(Date.now())));
  const { answer } = useAnswer(localActivities, { params: {} });
  const classes = (listed: readonly { readonly code: string; readonly title: string }[] = []) =>
    listed.map(({ code, title }) => ({ value: code, label: title }));
  return {
    people,
    activities: answer?.activities ?? [],
    personClasses: classes(answer?.personClasses),
    hardshipClasses: classes(answer?.hardshipClasses),
    asksConsumption: answer?.asksConsumption ?? false,
    on,
    weighsTekun,
  };
}
