import type { LocalDate } from '../../kernel/local-date.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { roleTitles } from '../identity/index.ts';
import type { InPost } from '../identity/store.ts';
import { actsOfRole, actTitles } from './act.ts';
import type { CertificateRow } from './certificate-store.ts';
import type { Learner } from './contract.ts';
import { standingIn } from './hindrance.ts';

const order = ['none', 'revoked', 'lapsed', 'soon', 'held'] as const;

/** Who in these posts needs which certificate and how they stand: those who lack one come first. */
export function standingOf(asked: {
  readonly people: readonly InPost[];
  readonly certificates: readonly CertificateRow[];
  readonly procedure: Procedure;
  readonly today: LocalDate;
  readonly nameOf: (place: string) => string;
}): Learner[] {
  const { people, certificates, procedure, today, nameOf } = asked;
  const byPerson = Map.groupBy(certificates, ({ person, act }) => `${person} ${act}`);
  const seen = new Set<string>();
  const lines = people.flatMap(({ person, name, role, area }) =>
    actsOfRole(role, procedure.certifiedActs.value).flatMap((act): Learner | readonly [] => {
      const key = `${person} ${act}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const own = byPerson.get(key) ?? [];
      const standing = standingIn(own, today, procedure.certificateWarnDays.value);
      const holds = standing.is === 'held' || standing.is === 'soon';
      const held = holds
        ? own.find(({ until, revokedOn }) => revokedOn === '' && until === standing.until)
        : undefined;
      return {
        ...{ person, name, role, place: area, act, standing, number: held?.number ?? '' },
        learnerId: held ? `${person}.${held.area}` : '',
        roleTitle: roleTitles[role],
        placeName: nameOf(area),
        actTitle: actTitles[act],
      };
    }),
  );
  return lines.toSorted((a, b) => order.indexOf(a.standing.is) - order.indexOf(b.standing.is));
}
