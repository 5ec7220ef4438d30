import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import type { Standards } from '../standards/store.ts';
import { anomalyTitles } from './anomaly.ts';
import type { AnomalyLine } from './contract.ts';
import type { DispatchState } from './dispatch.ts';
import { listAbout } from './store.ts';

type Asked = { readonly tx: ReadTx; readonly context: Context };

/** The anomalies of a month in words, what waits for an answer first; families the asker may not find are left out. */
export async function anomalyLines(
  { tx, context }: Asked,
  standards: Standards,
  { anomalies, closed }: DispatchState,
  today: LocalDate,
): Promise<AnomalyLine[]> {
  const about = await listAbout(tx, [...new Set(anomalies.flatMap((each) => each.about))]);
  const people = anomalies.flatMap((each) => [
    ...[...each.people, each.handedTo ?? '', each.answered?.by ?? ''],
  ]);
  const names = await context.namesOf(tx, [...new Set(people.filter((each) => each !== ''))]);
  const nameOf = (person: string | null | undefined) => names.get(person ?? '') ?? '';
  const lines = anomalies.map(
    ({ key, rule, place, sentence, owner, handedTo, foundOn, dueOn, answered, ...each }) => ({
      ...{ key, rule, title: anomalyTitles[rule], sentence, owner, foundOn, dueOn },
      placeName: place === '' ? '' : standards.nameOf(place),
      about: about
        .filter(({ id }) => each.about.includes(id))
        .map(({ what, path }) => ({ what, path })),
      peopleNames: each.people.map(nameOf).join('、'),
      handedTo: handedTo ?? '',
      handedToName: nameOf(handedTo),
      isOverdue: answered === null && dueOn < today,
      answered: answered && {
        ...{ disposal: answered.disposal, note: answered.note, on: answered.on },
        byName: nameOf(answered.by),
      },
      leftOpen: closed?.unanswered.find((one) => one.key === key)?.reason ?? '',
    }),
  );
  const isOpen = ({ answered }: AnomalyLine) => (answered === null ? 0 : 1);
  return lines.toSorted((a, b) => isOpen(a) - isOpen(b) || (a.dueOn < b.dueOn ? -1 : 1));
}
