import { person } from '../worked-case.ts';
import { along, type BoundaryCase } from './boundary-case.fixture.ts';

type Changed = Parameters<typeof person>[1];

/** The applicant is counted in none of these; whoever lives with the applicant is, or is not. */
const beside = (changed: Changed) => ({
  facts: { members: [person('a'), person('x', { relation: 'parent', ...changed })] },
});

const STUDENTS = {
  ...{ none: 0, preschool: 1, compulsory: 1, senior: 1, college: 1 },
  ...{ undergraduate: 1, postgraduate: 0 },
} as const;

/** Who lives in the family, as figures that what a place writes about one member can read. */
export const compositionBoundaries: readonly BoundaryCase[] = [
  ...along(
    '重残、重病人数，重病',
    { rule: 'illPersons' },
    [
      [true, 1],
      [false, 0],
    ],
    (seriouslyIll) => beside({ seriouslyIll }),
  ),
  ...along(
    '重残、重病人数，残疾等级',
    { rule: 'illPersons' },
    [
      [1, 1],
      [2, 1],
      [3, 0],
    ],
    (disabilityGrade) => beside({ disabilityKind: 'physical', disabilityGrade }),
  ),
  ...along(
    '残疾人数',
    { rule: 'disabledPersons' },
    [
      ['none', 0],
      ['hearing', 1],
    ],
    (disabilityKind) => beside({ disabilityKind, disabilityGrade: 4 }),
  ),
  ...along(
    '未成年人数',
    { rule: 'minorPersons' },
    [
      ['2006-03-16', 1],
      ['2006-03-15', 0],
    ],
    (birth) => beside({ relation: 'child', birth }),
  ),
  ...along(
    '60周岁以上老年人数',
    { rule: 'elderPersons' },
    [
      ['1963-03-15', 1],
      ['1964-03-15', 1],
      ['1964-03-16', 0],
    ],
    (birth) => beside({ birth }),
  ),
  ...along('在校学生人数', { rule: 'studentPersons' }, Object.entries(STUDENTS), (level) =>
    beside({ studentLevel: level as keyof typeof STUDENTS }),
  ),
  ...along(
    '有劳动能力人数',
    { rule: 'ablePersons' },
    [
      ['full', 1],
      ['partial', 0],
      ['none', 0],
    ],
    (labourCapacity) => beside({ labourCapacity }),
  ),
  ...along(
    '部分丧失劳动能力人数',
    { rule: 'partlyAblePersons' },
    [
      ['full', 0],
      ['partial', 1],
      ['none', 0],
    ],
    (labourCapacity) => beside({ labourCapacity }),
  ),
  {
    title: '不计入共同生活家庭成员的不数',
    rule: 'partlyAblePersons',
    ...beside({ labourCapacity: 'partial', livesTogetherMonths: 11 }),
    is: 0,
  },
];
