import { localDate } from '../../src/kernel/local-date.ts';
import { placeCode } from '../../src/kernel/place.ts';
import type { RegionEntry } from '../../src/rules/region-file.ts';
import type { Region } from '../../src/rules/region.ts';
import { placeWith } from '../../src/rules/worked-case.ts';

/** Three made-up counties with the same way of deciding 低保 and figures of their own, as in one prefecture. */

export const DAY = localDate('2024-03-15');

export type County = {
  readonly place: string;
  /** Fen a month and person. */
  readonly urban: number;
  readonly rural: number;
  readonly minimumWage: number;
};

export const counties: readonly County[] = [
  { place: '990101', urban: 80_000, rural: 62_000, minimumWage: 200_000 },
  { place: '990102', urban: 77_000, rural: 60_500, minimumWage: 197_000 },
  { place: '990103', urban: 86_000, rural: 66_000, minimumWage: 207_000 },
];

const rows = (...list: readonly object[]) => ({ rows: list });

/** What all three have settled alike; everything else is settled in the plainest way or not used. */
const ALIKE = {
  extraExemptKinds: ['disability-allowance', 'old-age-allowance'],
  employmentCostCap: 30,
  costShare: rows(
    { title: '种植', when: "kind = 'farming'", give: '30%' },
    { title: '养殖', when: "kind = 'breeding'", give: '50%' },
  ),
  imputedLabour: rows(
    {
      title: '有劳动能力：最低工资的80%',
      when: `labourCapacity = 'full' and ageYears >= 16 years and ageYears < 60 years
        and studentLevel = 'none'`,
      give: '80% * minimumWage',
    },
    {
      title: '部分丧失劳动能力：最低工资的40%',
      when: `labourCapacity = 'partial' and ageYears >= 16 years and ageYears < 60 years
        and studentLevel = 'none'`,
      give: '40% * minimumWage',
    },
  ),
  imputeWhen: 'no-record',
  supportMethod: 'per-capita-excess',
  supportThresholdPercent: 200,
  supportRatePercent: 25,
  spendingKinds: ['medical', 'education', 'rehabilitation'],
  spendingCap: 2_000_000,
  minimumPaymentPercent: 10,
  roundingDirection: 'up',
  roundingStep: 100,
  memberSupplementRule: {
    combine: 'highest',
    rows: [
      { title: '70周岁以上', when: 'ageYears >= 70 years', give: '10% * standard * 1 person' },
      { title: '未成年人', when: 'isMinor', give: '15% * standard * 1 person' },
      { title: '重度残疾人', when: 'isSeverelyDisabled', give: '30% * standard * 1 person' },
    ],
  },
};

export function regionOf({ place, urban, rural, minimumWage }: County): Region {
  const plain = placeWith({ ...ALIKE, minimumWage, standard: urban });
  const [file] = plain.files;
  if (!file) throw new Error('a place without a file');
  const entries = file.entries.flatMap((entry): RegionEntry[] => {
    if (entry.parameter !== 'standard') return [entry];
    return [
      { ...entry, value: urban, residence: 'urban' },
      { ...entry, value: rural, residence: 'rural' },
    ];
  });
  return { place: placeCode(place), name: plain.name, files: [{ ...file, place, entries }] };
}
