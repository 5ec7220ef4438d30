import type { Counts, Found, Result } from './walk-campaign.ts';

/** What was walked, as text: every command with how often it was accepted, and refused with which refusals. */
export function reportOf({ commands, walks, counts, decided, archived, found }: Result): string {
  return [
    `commands ${figure(commands)} on ${figure(walks)} applications`,
    '',
    ...[...counts].map(([name, { accepted, refused }]) => {
      const codes = [...refused].toSorted(([, a], [, b]) => b - a);
      const total = codes.reduce((sum, [, times]) => sum + times, 0);
      const named = codes.map(([code, times]) => `${code} ${figure(times)}`).join(', ');
      return `${name}: accepted ${figure(accepted)}, refused ${figure(total)} (${named})`;
    }),
    '',
    ...lines('decided', decided),
    ...lines('archived', archived),
    '',
    `faults ${figure(found.length)}`,
    ...found.flatMap(foundLines),
  ].join('\n');
}

/** One thing found: the faults, the settings of the place, and the steps that lead there. */
export function foundLines({ faults, setting, steps }: Found): string[] {
  const { family, ...settled } = setting;
  return [
    `✗ ${faults.join('；')}`,
    `  ${JSON.stringify(settled)}`,
    `  ${JSON.stringify(family.members.map(({ id, birth }) => [id, birth]))}, ${family.place}`,
    ...steps.map(
      ({ command, manner, days }) => `  ${days > 0 ? `+${days}d ` : ''}${command} (${manner})`,
    ),
  ];
}

/** Commands that were never accepted, or never refused. */
export function onesided(counts: Counts) {
  const names = (is: (each: { accepted: number; refused: Map<string, number> }) => boolean) =>
    [...counts].filter(([, each]) => is(each)).map(([name]) => name);
  return {
    neverAccepted: names(({ accepted }) => accepted === 0),
    neverRefused: names(({ refused }) => refused.size === 0),
  };
}

function lines(title: string, tally: ReadonlyMap<string, number>): string[] {
  return [...tally].toSorted().map(([what, times]) => `${title}: ${what} ${figure(times)}`);
}

function figure(count: number): string {
  return count.toLocaleString('en-US');
}
