import type { HouseholdFactsInput } from '../facts.ts';
import { along, type BoundaryCase } from './boundary-case.fixture.ts';

type Asset = Partial<NonNullable<HouseholdFactsInput['assets']>[number]>;

const always = (give: string) => [{ title: '一律', give }];
const owning = (...assets: readonly Asset[]) => ({
  assets: assets.map((asset, index) => ({
    ...{ id: `p${index}`, owner: 'a', kind: 'deposit' as const, necessary: false, value: 0 },
    ...asset,
  })),
});

const CAR = { kind: 'vehicle', vehicleUse: 'private' } as const;
const HOME = { kind: 'house', houseKind: 'commercial', areaSquareMetres: 60 } as const;
const SHOP = { kind: 'non-residential' } as const;
const MONEY = { kind: 'deposit', value: 5001 } as const;
const COMPANY = { kind: 'market-entity', registeredCapital: 101 } as const;

/** What breaks each limit and nothing else. */
const BREAKING: readonly (readonly [limit: string, assets: readonly Asset[]])[] = [
  ['Financial', [MONEY]],
  ['Vehicles', [CAR, CAR]],
  [
    'Homes',
    [
      { ...HOME, areaSquareMetres: 1 },
      { ...HOME, areaSquareMetres: 1 },
    ],
  ],
  ['HomeArea', [{ ...HOME, areaSquareMetres: 91 }]],
  ['NonResidential', [SHOP, SHOP]],
  ['Capital', [COMPANY]],
];

/** One scheme's property test (S57 a.14): every limit for itself. */
function ofScheme(prefix: string): BoundaryCase[] {
  const named = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]));
  const place = named({
    ...{ FinancialLimit: always('5000 fen'), HomeAreaLimit: always('90 square-metres') },
    ...{ VehicleCounts: always('yes'), VehiclesLimit: 1, HomesLimit: 1 },
    ...{ NonResidentialLimit: 1, CapitalLimit: 100 },
    PropertyBar: [{ title: '高消费', when: 'highFeeEducation', give: 'yes' }],
  });
  const unused = named(
    Object.fromEntries(BREAKING.map(([limit]) => [`${limit}Limit`, 'not-used'])),
  );
  const rule = (name: string) => ({ rule: `${prefix}${name}` });
  const modest = { ...owning(CAR, HOME, SHOP), highFeeEducation: false };
  return [
    {
      title: `${prefix}：各项都不超过的，财产符合`,
      ...{ ...rule('PropertyWithin'), is: true, place, facts: modest },
    },
    ...BREAKING.map(
      ([limit, assets]): BoundaryCase => ({
        title: `${prefix}：只有一项超过的，财产不符合（${limit}）`,
        ...{ ...rule('PropertyWithin'), is: false, place },
        facts: { ...owning(...assets), highFeeEducation: false },
      }),
    ),
    {
      title: `${prefix}：有其他不符合情形的，财产不符合`,
      ...{ ...rule('PropertyWithin'), is: false, place },
      facts: { ...owning(), highFeeEducation: true },
    },
    ...BREAKING.map(
      ([limit, assets]): BoundaryCase => ({
        title: `${prefix}：当地没有这一项限额的，符合（${limit}）`,
        ...{ ...rule(`${limit}Within`), is: true },
        place: { ...place, ...unused },
        facts: owning(...assets),
      }),
    ),
    {
      title: `${prefix}：当地没有其他情形的规定的，没有`,
      ...{ ...rule('NotBarred'), is: true, facts: owning() },
    },
    ...along(
      `${prefix}：维持生活、生产所必需的车辆不计`,
      { ...rule('VehicleIn'), of: 'p0' },
      [
        [true, false],
        [false, true],
      ],
      (necessary) => ({ facts: owning({ ...CAR, necessary }), place }),
    ),
    {
      title: `${prefix}：当地规定不计的车辆不计`,
      ...{ ...rule('VehicleIn'), of: 'p0', is: false, facts: owning(CAR) },
      place: named({ VehicleCounts: always('no') }),
    },
    {
      title: `${prefix}：车辆数里没有住房`,
      ...{ ...rule('Vehicles'), is: 1, place, facts: owning(CAR, HOME) },
    },
    {
      title: `${prefix}：住房数里没有车辆`,
      ...{ ...rule('Homes'), is: 1, place, facts: owning(CAR, HOME) },
    },
  ];
}

export const propertyBoundaries: readonly BoundaryCase[] = [
  ...['dibao', 'margin', 'rigid', 'tekun'].flatMap(ofScheme),
  ...along(
    '第十四条：生产所必需的非居住用房不计',
    { rule: 'countedNonResidential' },
    [
      [true, 0],
      [false, 1],
    ],
    (necessary) => ({ facts: owning({ ...SHOP, necessary }) }),
  ),
];
