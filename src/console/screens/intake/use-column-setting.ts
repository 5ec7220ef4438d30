import { useState } from 'react';
import { dayOf, instant } from '../../../kernel/clock.ts';
import { localActivities } from '../../../modules/intake/contract.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import type { Option } from '../../../ui/field/code-select.tsx';
import type { ColumnSetting } from './column-setting.ts';

/** What the columns of a family's ledgers depend on: its people, the place's activities, today. */
export function useColumnSetting(people: readonly Option[], weighsTekun = false): ColumnSetting {
  const [on] = useState(() => dayOf(instant(Date.now())));
  const { answer } = useAnswer(localActivities, { params: {} });
  return { people, activities: answer?.activities ?? [], on, weighsTekun };
}
