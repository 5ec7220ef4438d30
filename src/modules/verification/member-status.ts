import { type RELATION, SPECIAL_STATUS } from '../../rules/code-list.ts';
import type { HouseholdFacts, MemberFacts } from '../../rules/facts.ts';
import type { Difference } from './difference.ts';
import { itemTitle, sourceTitle } from './item.ts';
import type { Answer } from './verification.ts';

/** What a source says about the person, against how the household lists that person. Null when they agree. */
export function statusDifference(
  answer: Answer,
  memberId: string,
  facts: HouseholdFacts,
): Difference | null {
  const member = facts.members.find((each) => each.id === memberId);
  if (!member) return null;
  const declared = declaredAgainst(answer.item, member, facts);
  if (declared === null) return null;
  return {
    kind: 'status',
    weight: 'eligibility',
    item: itemTitle(answer.item),
    source: sourceTitle(answer.source),
    declared,
    found: [itemTitle(answer.item), answer.asOf ?? '', answer.text]
      .filter((each) => each)
      .join(' '),
    figures: answer.item,
  };
}

/** How the declaration contradicts a status; null when it does not. */
function declaredAgainst(item: string, member: MemberFacts, facts: HouseholdFacts): string | null {
  switch (item) {
    case 'dead':
      return '家庭成员';
    case 'moved-out':
      return '户籍在本地';
    case 'in-prison':
      if (member.specialStatus === 'serving-sentence') return null;
      return member.specialStatus ? SPECIAL_STATUS[member.specialStatus] : '未说明';
    case 'married':
      return hasListedSpouse(member, facts) ? null : '未申报配偶';
    case 'divorced':
      return hasListedSpouse(member, facts) ? '有配偶' : null;
    default:
      return null;
  }
}

type Relation = keyof typeof RELATION;

// Relations are told towards the applicant, so a couple is recognised by the pair of words it makes.
const partners: { readonly [Key in Relation]?: Relation } = {
  self: 'spouse',
  spouse: 'self',
  child: 'child-in-law',
  'child-in-law': 'child',
  parent: 'parent',
  'parent-in-law': 'parent-in-law',
  grandparent: 'grandparent',
};

function hasListedSpouse(member: MemberFacts, facts: HouseholdFacts): boolean {
  const partner = member.relation && partners[member.relation];
  return facts.members.some((each) => each.id !== member.id && each.relation === partner);
}
