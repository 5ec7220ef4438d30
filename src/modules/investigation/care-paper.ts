import type { DataOf } from '../../paper/index.ts';
import { type CasePaper, paperHead } from '../case/paper-head.ts';
import { hasStage } from '../case/index.ts';

/** 生活自理能力评估表 of one member: as recorded, or to be taken along. Null where care is not asked (TK-20…TK-22). */
export function selfCarePaperOf(
  sheet: CasePaper<{ memberId?: string | undefined }>,
  bureau: string,
): DataOf<'self-care-assessment'> | null {
  const { state, search, given, villageName } = sheet;
  if (!hasStage(state, 'care')) return null;
  const people = state.household.declaration?.people ?? [];
  const self = state.household.facts?.members.find(({ relation }) => relation === 'self')?.id;
  const person = people.find(({ memberId }) => memberId === (search.memberId ?? self));
  if (!person) return null;
  const found = state.investigation.care.find(({ memberId }) => memberId === person.memberId);
  const { number } = paperHead(sheet);
  return {
    head: { ...paperHead(sheet), organ: bureau, date: found?.on ?? given.today },
    person: person.name,
    village: villageName,
    caseNumber: number,
    cause: { kind: 'first' },
    ...(found
      ? {
          found: {
            on: found.on,
            can: {
              eat: found.can.canEat,
              dress: found.can.canDress,
              getUp: found.can.canGetUp,
              toilet: found.can.canToilet,
              walk: found.can.canWalk,
              bathe: found.can.canBathe,
            },
          },
        }
      : {}),
    ...(found?.helper ? { helper: found.helper.slice(0, 60) } : {}),
    assessors: assessorsOf(found?.assessors ?? []),
    family: { name: person.name },
    leader: {},
  };
}

// Two sign at least, whoever is known so far.
function assessorsOf(names: readonly string[]): DataOf<'self-care-assessment'>['assessors'] {
  const known = names.slice(0, 6).map((name) => ({ name: name.slice(0, 40), role: '评估人员' }));
  return [
    ...known,
    ...Array.from({ length: Math.max(0, 2 - known.length) }, () => ({ role: '评估人员' })),
  ];
}
