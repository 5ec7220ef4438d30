import { fen } from '../../kernel/fen.ts';
import { idCheckDigit } from '../../kernel/chinese-id.ts';
import { type LocalDate, localDate, type Month } from '../../kernel/local-date.ts';
import type { Hit, MatchedHousehold, MatchedMember } from './judge-household.ts';

export const MONTH = '2026-12' as Month;
export const BIRTH = localDate('1958-03-03');

/** A made-up number with the birthday and a serial; an odd serial is a man's. */
export function numberFor(birth: LocalDate, serial = 1): string {
  const first17 = `519999${birth.replaceAll('-', '')}${String(serial % 1000).padStart(3, '0')}`;
  return first17 + idCheckDigit(first17);
}

export function member(memberId: string, more: Partial<MatchedMember> = {}): MatchedMember {
  return {
    ...{
      memberId,
      name: `演甲${memberId}`,
      covered: true,
      birth: BIRTH,
      sex: 'male',
      isDead: false,
    },
    idNumber: numberFor(BIRTH),
    ...more,
  };
}

/** Two people in 低保, nothing odd about them. */
export function household(more: Partial<MatchedHousehold> = {}): MatchedHousehold {
  return {
    ...{ benefitId: 'b1', scheme: 'dibao', schemeTitle: '低保', familySize: 2, isPaid: true },
    members: [member('m1'), member('m2')],
    ...{ amount: fen(60_000), ruleAmount: fen(60_000), standard: fen(74_000) },
    dueIn: () => fen(60_000),
    ...{ accountHolder: '演甲m1', sharesAccountWith: [], elsewhere: [], kin: false },
    ...more,
  };
}

export function hit(element: Hit['element'], more: Partial<Hit> = {}): Hit {
  return {
    ...{ memberId: 'm1', loadId: 'l1', place: 2, source: element, sourceTitle: '来源', element },
    ...{ date: '', amount: null, code: '', text: '' },
    ...more,
  };
}
