import { checkIdNumber } from '../../kernel/chinese-id.ts';
import type { MemberFacts } from '../../rules/facts.ts';

/** A member's numbers as they were typed, or as a screen sent back what it could not see. */
export type TypedPerson = {
  readonly memberId: string;
  readonly name: string;
  /** Left out or masked (`***…123X`): as it was. null: there is none. */
  readonly idNumber?: string | null | undefined;
  readonly phone?: string | null | undefined;
};

export type IdentityFault = { readonly path: (string | number)[]; readonly message: string };

/** Whether a text is what a screen shows instead of a number it may not see. */
export function isMasked(text: string): boolean {
  return text.startsWith('*');
}

/**
 * What is wrong with the ID numbers of a household: the number itself, or a birthday or sex that is not the one
 * on the card. Paths are those of the declaration, so that the sentence stands beside its field.
 */
export function identityFaults(
  members: readonly Pick<MemberFacts, 'id' | 'birth' | 'sex'>[],
  people: readonly TypedPerson[],
): IdentityFault[] {
  return people.flatMap(({ memberId, idNumber }, index) => {
    if (typeof idNumber !== 'string' || isMasked(idNumber)) return [];
    const read = checkIdNumber(idNumber);
    if (!read.ok) return [{ path: ['people', index, 'idNumber'], message: read.message }];
    const place = members.findIndex((each) => each.id === memberId);
    const member = members[place];
    if (!member) return [];
    const at = (field: string) => ['facts', 'members', place, field];
    const faults: IdentityFault[] = [];
    if (member.birth !== read.birth) {
      const message = `与身份证不一致：身份证上的出生日期是 ${read.birth}，请核对证件`;
      faults.push({ path: at('birth'), message });
    }
    if (member.sex !== read.sex) {
      const message = `与身份证不一致：身份证上的性别是${read.sex === 'male' ? '男' : '女'}，请核对证件`;
      faults.push({ path: at('sex'), message });
    }
    return faults;
  });
}
