import { checkIdNumber, type Sex } from '../../kernel/chinese-id.ts';
import { type Fen, fen, formatYuan } from '../../kernel/fen.ts';
import { addMonths, formatDate, type LocalDate, type Month } from '../../kernel/local-date.ts';
import type { ElementCode } from './element.ts';
import type { DetectionRule, RuleCode } from './rule.ts';

/** A row of a snapshot that is about somebody of the household. */
export type Hit = {
  /** '' where it came by the account. */
  readonly memberId: string;
  readonly loadId: string;
  readonly place: number;
  readonly source: string;
  readonly sourceTitle: string;
  readonly element: ElementCode;
  readonly date: string;
  readonly amount: number | null;
  readonly code: string;
  readonly text: string;
};

export type MatchedMember = {
  readonly memberId: string;
  readonly name: string;
  readonly covered: boolean;
  /** As in the register; null where nobody has told. */
  readonly birth: LocalDate | null;
  readonly sex: Sex | null;
  readonly idNumber: string;
  /** A reported death is known already. */
  readonly isDead: boolean;
};

/** A household of the register as a comparison sees it. */
export type MatchedHousehold = {
  readonly benefitId: string;
  readonly scheme: string;
  readonly schemeTitle: string;
  readonly members: readonly MatchedMember[];
  /** Persons in the family's facts; null where there are none. */
  readonly familySize: number | null;
  /** Of the month that is paid. */
  readonly isPaid: boolean;
  readonly amount: Fen;
  /** What the rules give on the facts as they stand; null where nobody can say. */
  readonly ruleAmount: Fen | null;
  /** 低保 standard of a person and month where it is known. */
  readonly standard: Fen | null;
  /** What was due in a month; null before the register knows anything of it. */
  readonly dueIn: (month: Month) => Fen | null;
  readonly accountHolder: string;
  /** Other households with the same account, by number. */
  readonly sharesAccountWith: readonly string[];
  /** Other running entries of the same person: what and where. */
  readonly elsewhere: readonly { readonly memberId: string; readonly what: string }[];
  readonly kin: boolean;
};

export type Found = {
  readonly rule: RuleCode;
  readonly memberId: string;
  /** What makes it this finding and no other: with another figure it is found anew. */
  readonly figures: string;
  readonly sentence: string;
  readonly hits: readonly Hit[];
};

type Given = { readonly month: Month; readonly rules: readonly DetectionRule[] };
type Judge = (
  household: MatchedHousehold,
  hits: readonly Hit[],
  given: Given & { limit: number },
) => readonly Found[];

/**
 * What the rules in force find in one household. A comparison only says what must be looked at (HD-01): it decides
 * nothing, and nothing stops by it. Pure: the same household and rows always give the same findings.
 */
export function judgeHousehold(
  household: MatchedHousehold,
  hits: readonly Hit[],
  given: Given,
): readonly Found[] {
  return given.rules.flatMap(({ rule, limit = 0 }) =>
    judges[rule](household, hits, { ...given, limit }),
  );
}

const judges: Readonly<Record<RuleCode, Judge>> = {
  death: ({ isPaid, members }, hits, { month }) =>
    !isPaid
      ? []
      : byMember(members, hits, 'death').flatMap(([member, [first, ...more]]) => {
          const isOver = first !== undefined && first.date.slice(0, 7) < month && !member.isDead;
          if (!isOver) return [];
          const date = formatDate(first.date as LocalDate);
          const sentence = `${member.name}已于 ${date}死亡（${first.sourceTitle}），${month} 月仍列入发放。`;
          return found('death', member.memberId, first.date, sentence, [first, ...more]);
        }),
  double: ({ isPaid, members, elsewhere, schemeTitle }, hits) => {
    if (!isPaid) return [];
    const inRegister = elsewhere.flatMap(({ memberId, what }) =>
      found(
        'double',
        memberId,
        what,
        `${nameOf(members, memberId)}已享受${schemeTitle}，同时享受${what}。`,
        [],
      ),
    );
    const outside = covered(members).flatMap((member) =>
      of(hits, 'aid', member).flatMap((hit) => {
        const what = `${hit.code}${hit.text === '' ? '' : `（${hit.text}）`}`;
        const sentence = `${member.name}已享受${schemeTitle}，${hit.sourceTitle}显示同时享受${what}。`;
        return found('double', member.memberId, `${hit.source}:${hit.code}`, sentence, [hit]);
      }),
    );
    return [...inRegister, ...outside];
  },
  payroll: ({ isPaid, members }, hits) =>
    !isPaid
      ? []
      : byMember(members, hits, 'payroll').flatMap(([member, rows]) => {
          const where = told(rows);
          const sentence = `${member.name}在财政供养人员名单中${where}。`;
          return found('payroll', member.memberId, `${rows.length}`, sentence, rows);
        }),
  property: ({ isPaid, members }, hits, { limit }) =>
    isPaid ? property(members, hits, limit) : [],
  income,
  'shared-account': ({ isPaid, sharesAccountWith }) =>
    isPaid && sharesAccountWith.length > 0
      ? found(
          'shared-account',
          '',
          sharesAccountWith.join(' '),
          `本户的发放账户与 ${sharesAccountWith.slice(0, 5).join('、')} 等 ${sharesAccountWith.length} 户共用。`,
          [],
        )
      : [],
  'other-holder': otherHolder,
  amount: ({ isPaid, amount, ruleAmount }) =>
    !isPaid || ruleAmount === null || ruleAmount === amount
      ? []
      : found(
          'amount',
          '',
          `${amount}-${ruleAmount}`,
          `每月发放 ${formatYuan(amount)} 元，按现有情况核算应为 ${formatYuan(ruleAmount)} 元。`,
          [],
        ),
  covered: coveredCount,
  identity: ({ isPaid, members }) => (isPaid ? covered(members).flatMap(identityFault) : []),
  away: ({ isPaid, members }, hits, { month, limit }) =>
    !isPaid
      ? []
      : covered(members).flatMap((member) =>
          of(hits, 'residence', member)
            .filter(({ date }) => date <= addMonths(`${month}-01` as LocalDate, -limit))
            .slice(0, 1)
            .flatMap((hit) => {
              const where = hit.text === '' ? '外地' : hit.text;
              const sentence = `${member.name}自 ${formatDate(hit.date as LocalDate)}起在${where}居住，已满 ${limit} 个月。`;
              return found('away', member.memberId, hit.date, sentence, [hit]);
            }),
        ),
  'paid-when-stopped': paidWhenStopped,
  kin: ({ isPaid, kin, members }, hits) =>
    !isPaid || kin
      ? []
      : byMember(members, hits, 'kin').flatMap(([member, rows]) => {
          const sentence = `${member.name}是经办人员或者村干部的近亲属${told(rows)}，没有单独登记备案。`;
          return found('kin', member.memberId, '1', sentence, rows);
        }),
  relief: reliefTwice,
};

const found = (
  rule: RuleCode,
  memberId: string,
  figures: string,
  sentence: string,
  hits: readonly Hit[],
): readonly Found[] => [{ rule, memberId, figures, sentence, hits }];

function covered(members: readonly MatchedMember[]): readonly MatchedMember[] {
  return members.filter((each) => each.covered && !each.isDead);
}

function of(
  hits: readonly Hit[],
  element: ElementCode,
  { memberId }: { memberId: string },
): readonly Hit[] {
  return hits.filter((each) => each.element === element && each.memberId === memberId);
}

/** The household's living members a source has rows about. */
function byMember(members: readonly MatchedMember[], hits: readonly Hit[], element: ElementCode) {
  return members
    .filter((each) => !each.isDead)
    .map((member) => [member, of(hits, element, member)] as const)
    .filter(([, rows]) => rows.length > 0);
}

function nameOf(members: readonly MatchedMember[], memberId: string): string {
  return members.find((each) => each.memberId === memberId)?.name ?? '';
}

function told(rows: readonly Hit[]): string {
  const texts = [...new Set(rows.map(({ text }) => text).filter((text) => text !== ''))];
  return texts.length === 0 ? '' : `（${texts.join('；')}）`;
}

const SCOOTER = '残疾人代步车';

function property(
  members: readonly MatchedMember[],
  hits: readonly Hit[],
  limit: number,
): readonly Found[] {
  const living = members.filter((each) => !each.isDead).map(({ memberId }) => memberId);
  const own = (element: ElementCode) =>
    hits.filter((each) => each.element === element && living.includes(each.memberId));
  const vehicles = own('vehicle').filter(({ code }) => code !== SCOOTER);
  const houses = own('house');
  const companies = own('company');
  const parts: readonly [readonly Hit[], string][] = [
    [vehicles, `机动车 ${vehicles.length} 辆${told(vehicles)}`],
    [houses.length > limit ? houses : [], `房屋 ${houses.length} 处${told(houses)}`],
    [companies, `企业 ${companies.length} 家${told(companies)}`],
  ];
  const doubtful = parts.filter(([rows]) => rows.length > 0);
  if (doubtful.length === 0) return [];
  const rows = doubtful.flatMap(([each]) => [...each]);
  const figures = parts.map(([each]) => each.length).join('-');
  const sentence = `本户名下有${doubtful.map(([, text]) => text).join('、')}，与申报核对。`;
  return found('property', '', figures, sentence, rows);
}

function income(
  { isPaid, members, familySize, standard }: MatchedHousehold,
  hits: readonly Hit[],
): readonly Found[] {
  if (!isPaid || standard === null) return [];
  const living = members.filter((each) => !each.isDead);
  const rows = hits.filter(
    ({ element, memberId }) =>
      (element === 'pension' || element === 'wage') &&
      living.some((member) => member.memberId === memberId),
  );
  const sum = rows.reduce((all, { amount }) => all + (amount ?? 0), 0);
  const size = Math.max(familySize ?? living.length, 1);
  // Compared whole: a sum above the standard of all of them, never a rounded share.
  if (sum <= standard * size) return [];
  const sentence = `本户每月养老金、工资合计 ${formatYuan(fen(sum))} 元，${size} 人，人均高于每月 ${formatYuan(standard)} 元的标准。`;
  return found('income', '', `${sum}-${size}-${standard}`, sentence, rows);
}

function otherHolder(
  { isPaid, members, accountHolder }: MatchedHousehold,
  hits: readonly Hit[],
): readonly Found[] {
  if (!isPaid) return [];
  const names = members.map(({ name }) => name);
  const byBank = hits.filter(({ element, text }) => element === 'holder' && !names.includes(text));
  if (byBank.length > 0) {
    const sentence = `发放账户在银行的户名是${told(byBank)}，不是本户人员。`;
    return found('other-holder', '', byBank.map(({ text }) => text).join(' '), sentence, byBank);
  }
  if (accountHolder === '' || names.includes(accountHolder)) return [];
  return found(
    'other-holder',
    '',
    accountHolder,
    `登记的账户户名是${accountHolder}，不是本户人员。`,
    [],
  );
}

function coveredCount(
  { isPaid, members, familySize }: MatchedHousehold,
  hits: readonly Hit[],
): readonly Found[] {
  if (!isPaid) return [];
  const count = members.filter((each) => each.covered).length;
  const registered = hits.filter(
    ({ element, amount }) => element === 'household' && amount !== null,
  );
  const sizes = [familySize, ...registered.map(({ amount }) => amount)].filter(
    (each) => each !== null,
  );
  const size = Math.min(...sizes);
  if (sizes.length === 0 || count <= size) return [];
  const sentence = `保障人口 ${count} 人，多于家庭人口 ${size} 人。`;
  return found('covered', '', `${count}-${size}`, sentence, registered);
}

function identityFault({ memberId, name, idNumber, birth, sex }: MatchedMember): readonly Found[] {
  if (idNumber === '') return [];
  const id = checkIdNumber(idNumber);
  if (!id.ok)
    return found('identity', memberId, 'number', `${name}的身份证号有误：${id.message}。`, []);
  if (birth !== null && birth !== id.birth) {
    const sentence = `${name}登记的出生日期是 ${formatDate(birth)}，身份证号上是 ${formatDate(id.birth)}。`;
    return found('identity', memberId, `${birth}-${id.birth}`, sentence, []);
  }
  if (sex === null || sex === id.sex) return [];
  return found('identity', memberId, sex, `${name}登记的性别与身份证号不符。`, []);
}

function paidWhenStopped(
  { members, dueIn }: MatchedHousehold,
  hits: readonly Hit[],
): readonly Found[] {
  const paid = hits.filter(({ element, amount }) => element === 'payment' && (amount ?? 0) > 0);
  const wrong = paid.filter(({ date }) => dueIn(date.slice(0, 7) as Month) === 0);
  if (wrong.length === 0) return [];
  const months = [...new Set(wrong.map(({ date }) => date.slice(0, 7)))].toSorted();
  const sum = fen(wrong.reduce((all, { amount }) => all + (amount ?? 0), 0));
  const [first] = wrong;
  const sentence = `${nameOf(members, first?.memberId ?? '')}在没有待遇的月份（${months.join('、')}）仍有发放，共 ${formatYuan(sum)} 元。`;
  return found(
    'paid-when-stopped',
    first?.memberId ?? '',
    `${months.join(' ')}-${sum}`,
    sentence,
    wrong,
  );
}

function reliefTwice(
  { members }: MatchedHousehold,
  hits: readonly Hit[],
  { limit }: { limit: number },
): readonly Found[] {
  const rows = hits
    .filter(({ element }) => element === 'relief')
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.place - b.place));
  const twice = rows.filter((row, index) => {
    const before = rows.slice(0, index).findLast(({ code }) => code === row.code);
    return before !== undefined && row.date < addMonths(before.date as LocalDate, limit);
  });
  return twice.slice(-1).flatMap((last) => {
    const same = rows.filter(({ code }) => code === last.code);
    const dates = same.map(({ date }) => formatDate(date as LocalDate)).join('、');
    const sentence = `${nameOf(members, last.memberId)}因同一事由（${last.code}）在 ${limit} 个月内 ${same.length} 次得到临时救助：${dates}。`;
    return found(
      'relief',
      last.memberId,
      `${last.code}-${same.map(({ date }) => date).join(' ')}`,
      sentence,
      same,
    );
  });
}
