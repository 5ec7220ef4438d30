import { person } from '../worked-case.ts';
import { along, type BoundaryCase } from './boundary-case.fixture.ts';

type Changed = Parameters<typeof person>[1];
const beside = (changed: Changed) => ({ members: [person('a'), person('x', changed)] });
const asked = (rule: string) => ({ rule, of: 'x' });

const child = { relation: 'child', canLiveIndependently: true, livesTogether: false } as const;

/** S57 a.7: each person who counts, and each who does not. */
const GROUNDS: readonly (readonly [ground: string, changed: Changed])[] = [
  ['in-spouse', {}],
  ['in-minor', { ...child, birth: '2006-03-16' }],
  ['in-student', { ...child, studentLevel: 'senior', studentFullTime: true }],
  ['in-dependent', { ...child, canLiveIndependently: false }],
  ['in-supported', { relation: 'parent' }],
  ['out-apart', { relation: 'parent', livesTogetherMonths: 11 }],
  ['out-not-supported', { relation: 'not-supported' }],
  ['out-clergy', { specialStatus: 'clergy', clergyApartSince: '2021-03-15' }],
  ['out-sentence', { specialStatus: 'serving-sentence' }],
  ['out-treatment', { specialStatus: 'drug-treatment' }],
  ['out-missing', { specialStatus: 'declared-missing' }],
  ['out-provincial', { specialStatus: 'conscript' }],
];

const STUDENTS = {
  ...{ none: false, preschool: true, compulsory: true, senior: true, college: true },
  ...{ undergraduate: true, postgraduate: false },
} as const;

/** Relations with a duty by themselves; the others have one only where it was found. */
const RELATIONS = {
  ...{ spouse: true, child: true, parent: true, 'other-supported': true, 'not-supported': false },
  ...{ grandparent: null, grandchild: null, sibling: null },
  ...{ 'child-in-law': null, 'parent-in-law': null },
} as const;

export const memberBoundaries: readonly BoundaryCase[] = [
  ...along(
    '第七条第一款：未满18周岁的是未成年人',
    asked('isMinor'),
    [
      ['2006-03-16', true],
      ['2006-03-15', false],
      ['2005-03-15', false],
    ],
    (birth) => ({ facts: beside({ relation: 'child', birth }) }),
  ),
  ...along(
    '第七条第一款：全日制本科及以下',
    asked('isFullTimeStudent'),
    Object.entries(STUDENTS),
    (level) => ({
      facts: beside({ studentLevel: level as keyof typeof STUDENTS, studentFullTime: true }),
    }),
  ),
  ...Object.entries(RELATIONS).flatMap(([relation, always]) =>
    along(
      `第七条第一款：法定赡养、扶养、抚养关系，${relation}`,
      asked('hasStatutorySupport'),
      [
        [true, always ?? true],
        [false, always ?? false],
      ],
      (statutorySupport) => ({
        facts: beside({ relation: relation as keyof typeof RELATIONS, statutorySupport }),
      }),
    ),
  ),
  {
    title: '申请人自己',
    ...{ rule: 'hasStatutorySupport', of: 'a', facts: beside({}), is: true },
  },
  { title: '申请人自己', rule: 'memberGround', of: 'a', facts: beside({}), is: 'in-applicant' },
  { title: '申请人自己', rule: 'counted', of: 'a', facts: beside({}), is: true },
  ...along(
    '第七条第一款：长期共同居住12个月',
    asked('livesTogetherLong'),
    [
      [11, false],
      [12, true],
      [13, true],
    ],
    (livesTogetherMonths) => ({ facts: beside({ livesTogetherMonths }) }),
  ),
  ...along(
    '第七条第二款：宗教教职人员脱离家庭三年（含三年）',
    asked('clergyApart'),
    [
      ['2021-03-16', false],
      ['2021-03-15', true],
      ['2020-03-15', true],
    ],
    (clergyApartSince) => ({ facts: beside({ specialStatus: 'clergy', clergyApartSince }) }),
  ),
  { title: '不是宗教教职人员', ...asked('clergyApart'), facts: beside({}), is: false },
  ...GROUNDS.flatMap(([ground, changed]): BoundaryCase[] => [
    { title: `第七条：${ground}`, ...asked('memberGround'), facts: beside(changed), is: ground },
    {
      title: `第七条：${ground}`,
      ...asked('counted'),
      facts: beside(changed),
      is: ground.startsWith('in-'),
    },
  ]),
];
