import type { Result } from './campaign.ts';
import type { Difference } from './compare.ts';
import { ANSWERS, counted, type Tally, totalOf } from './tally.ts';

/** What a campaign compared, as text. */
export function reportOf({ tally, shown }: Result): string {
  const all = (what: string) => figure(counted(tally, 'all', what));
  const lane = (which: string) => figure(counted(tally, 'lane', which));
  return [
    `households ${figure(totalOf(tally, 'households'))}, members ${all('members')}; ` +
      `of ${all('gaps')} households something is not known`,
    `places on a day ${figure(totalOf(tally, 'place'))}`,
    ...placeLines(tally),
    '',
    ...schemeLines(tally),
    '',
    `bulk: every scheme by the kernel ${lane('kernel')} households, ` +
      `some scheme by the exact evaluator ${lane('exact')}; ` +
      `together with other places ${all('mixed')}`,
    ...section(tally, 'compared', 'single and by hand'),
    '',
    ...section(tally, 'differences', 'differences'),
    ...section(tally, 'apart', '  of them'),
    `differences ${figure(totalOf(tally, 'differences'))}`,
    ...shown.flatMap(differenceLines),
  ].join('\n');
}

function figure(count: number): string {
  return count.toLocaleString('en-US');
}

function placeLines(tally: Tally): string[] {
  const places = [...(tally.get('households') ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return places.map(
    ([place, households]) =>
      `  ${place}: ${figure(households)} households on ${figure(counted(tally, 'place', place))} days`,
  );
}

const SCHEMES = ['dibao', 'alone', 'exit', 'margin', 'rigid', 'tekun', 'temporary'];

function schemeLines(tally: Tally): string[] {
  return SCHEMES.map((scheme) => {
    const counts = ANSWERS.map((answer) => `${answer} ${figure(counted(tally, scheme, answer))}`);
    return `${scheme}: ${counts.join(', ')}`;
  });
}

function section(tally: Tally, of: string, title: string): string[] {
  return [...(tally.get(of) ?? [])]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, count]) => `${title}: ${what} ${figure(count)}`);
}

export function differenceLines({ between, scheme, setting, ...each }: Difference): string[] {
  return [
    '',
    `✗ ${between}, ${scheme}, in ${setting.label}`,
    `  decided  ${JSON.stringify(each.decided)}`,
    `  expected ${JSON.stringify(each.expected)}`,
    `  household ${JSON.stringify(each.facts)}`,
    ...(each.way ? [`  its gaps turn out ${JSON.stringify(each.way.facts)}`] : []),
  ];
}
