import { ageOn, type LocalDate } from '../../kernel/local-date.ts';
import { ASSET_KIND, INCOME_KIND } from '../../rules/code-list.ts';
import type { AssetFacts, HouseholdFacts, IncomeFacts, MemberFacts } from '../../rules/facts.ts';
import { sourceTitles, type VerificationSource } from '../../rules/procedure.ts';

export type Source = VerificationSource;

/** The papers a family may be asked for, as officials name them. */
export const documentTitles = {
  application: '社会救助申请书',
  'id-card': '居民身份证',
  'residence-booklet': '居民户口簿',
  marriage: '结婚证',
  disability: '残疾人证',
  diagnosis: '医疗诊断证明',
  student: '在校就读证明',
  'special-status': '特定情形的法律文书或者证明',
  income: '收入证明',
  asset: '财产证明',
  support: '赡养、抚养、扶养的裁判文书或者协议',
  spending: '刚性支出票据',
} as const;
export type DocumentCode = keyof typeof documentTitles;

export type RequiredDocument = {
  readonly code: DocumentCode;
  /** The member it is about; null for the household. */
  readonly memberId: string | null;
  readonly title: string;
  readonly why: string;
  readonly how: string;
  /** Whether a written promise may stand in for it (证明事项告知承诺制, DB-10c). */
  readonly promisable: boolean;
};

type Asked = Omit<RequiredDocument, 'title'>;

/**
 * What this family must bring, derived from its facts. Nothing is asked for that a connected source supplies
 * (DB-10b): with the household register connected nobody brings the booklet.
 */
export function requiredDocuments(
  facts: HouseholdFacts,
  sources: readonly Source[],
  today: LocalDate,
): readonly RequiredDocument[] {
  const asked = [
    ...ofHousehold(facts, sources),
    ...facts.members.flatMap((member) => ofMember(member, today)),
    ...ofIncomes(facts, sources),
    ...ofAssets(facts, sources),
    ...ofSupport(facts),
  ];
  const first = new Map(asked.toReversed().map((each) => [`${each.code} ${each.memberId}`, each]));
  return asked
    .filter((each) => first.get(`${each.code} ${each.memberId}`) === each)
    .map((each) => ({ ...each, title: documentTitles[each.code] }));
}

function ofHousehold(facts: HouseholdFacts, sources: readonly Source[]): Asked[] {
  const asked: Asked[] = [
    {
      code: 'application',
      memberId: null,
      why: '申请应当书面提出',
      how: '窗口打印后由申请人或者代理人签字',
      promisable: false,
    },
  ];
  if (!sources.includes('household-register')) {
    asked.push({
      code: 'residence-booklet',
      memberId: null,
      why: '核对家庭成员和户籍',
      how: '带原件，窗口扫描后退还',
      promisable: false,
    });
  }
  const couple = facts.members.some((each) => each.relation === 'spouse');
  if (couple && !sources.includes('marriage')) {
    asked.push({
      code: 'marriage',
      memberId: null,
      why: '核对婚姻关系',
      how: '带原件；遗失的可以书面承诺',
      promisable: true,
    });
  }
  return asked;
}

function ofMember(member: MemberFacts, today: LocalDate): Asked[] {
  const age = member.birth ? ageOn(member.birth, today) : null;
  const asked: Asked[] = [];
  const ask = (code: DocumentCode, promisable: boolean, why: string, how: string) =>
    asked.push({ code, memberId: member.id, why, how, promisable });
  // Those under 16 need not hold a card (居民身份证法); the register shows them.
  if (age === null || age >= 16) {
    ask('id-card', false, '核对本人身份', '带原件，窗口核对后退还');
  }
  if (member.disabilityKind !== null && member.disabilityKind !== 'none') {
    ask('disability', true, '确定残疾类别和等级', '带残疾人证；不在手边的可以书面承诺');
  }
  if (member.seriouslyIll) {
    ask('diagnosis', true, '确定重特大疾病', '医院诊断证明或者病历；可以先承诺后补');
  }
  const grown = member.relation === 'child' && age !== null && age >= 18;
  if (grown && member.studentFullTime) {
    ask('student', true, '在校接受全日制本科及以下教育的成年子女计入家庭', '学生证或者学校证明');
  }
  const { specialStatus } = member;
  if (specialStatus !== null && specialStatus !== 'none' && specialStatus !== 'conscript') {
    ask('special-status', true, '本人是否计入家庭成员要看这一情形', '裁判文书、决定书或者单位证明');
  }
  return asked;
}

// What a source says about an income, where one does. Crops and livestock are assessed on the visit.
const INCOME_SOURCES: { readonly [Kind in IncomeFacts['kind']]?: readonly Source[] } = {
  wage: ['social-insurance', 'tax'],
  business: ['tax', 'market-entity'],
  interest: ['deposit'],
  dividend: ['securities'],
  'insurance-return': ['commercial-insurance'],
  pension: ['social-insurance'],
  unemployment: ['social-insurance'],
  survivor: ['social-insurance'],
};
const DOCUMENTED_INCOMES: readonly IncomeFacts['kind'][] = [
  'wage',
  'business',
  'rent',
  'interest',
  'dividend',
  'insurance-return',
  'asset-sale',
  'land-transfer',
  'collective-dividend',
  'pension',
  'unemployment',
  'survivor',
  'compensation',
  'gift',
  'support-received',
  'other',
];

function ofIncomes(facts: HouseholdFacts, sources: readonly Source[]): Asked[] {
  return (facts.incomes ?? []).flatMap((income) => {
    if (!DOCUMENTED_INCOMES.includes(income.kind)) return [];
    const worker = facts.members.find((each) => each.id === income.member);
    // Odd jobs leave no trace in social insurance or tax.
    const casual = income.kind === 'wage' && worker?.employment !== 'employed';
    const seen = !casual && INCOME_SOURCES[income.kind]?.some((each) => sources.includes(each));
    if (seen) return [];
    return {
      code: 'income' as const,
      memberId: income.member,
      why: `“${INCOME_KIND[income.kind]}”无法通过信息核对取得`,
      how: '工资单、协议、转账记录等任一种；确实没有的，写明情况并承诺属实',
      promisable: true,
    };
  });
}

const ASSET_SOURCES: { readonly [Kind in AssetFacts['kind']]?: Source } = {
  deposit: 'deposit',
  securities: 'securities',
  fund: 'securities',
  insurance: 'commercial-insurance',
  'internet-finance': 'internet-finance',
  vehicle: 'vehicle',
  house: 'real-estate',
  'non-residential': 'real-estate',
  'market-entity': 'market-entity',
};

function ofAssets(facts: HouseholdFacts, sources: readonly Source[]): Asked[] {
  return (facts.assets ?? []).flatMap((asset) => {
    const source = ASSET_SOURCES[asset.kind];
    if (source && sources.includes(source)) return [];
    return {
      code: 'asset' as const,
      memberId: asset.owner,
      why: `“${ASSET_KIND[asset.kind]}”无法通过信息核对取得`,
      how: '借据、登记证、购买凭证等任一种；确实没有的，写明情况并承诺属实',
      promisable: true,
    };
  });
}

function ofSupport(facts: HouseholdFacts): Asked[] {
  const agreed = (facts.supporters ?? []).filter((each) => (each.agreedMonthly ?? 0) > 0);
  return [
    ...agreed.map((each) => ({
      code: 'support' as const,
      memberId: each.supports,
      why: '按裁判、调解或者协议确定的给付额计算',
      how: '判决书、调解书或者协议；不在手边的可以书面承诺',
      promisable: true,
    })),
    ...(facts.spendings ?? []).map((each) => ({
      code: 'spending' as const,
      memberId: each.member,
      why: '用于扣减刚性支出',
      how: '票据或者结算单；医保结算单可以由窗口协助查询',
      promisable: true,
    })),
  ];
}

/** What the office looks up itself, so that nobody runs for it (printed on the one-time notice). */
export function lookedUpByOffice(sources: readonly Source[]): readonly string[] {
  return sources.map((each) => `${sourceTitles[each]}信息`);
}
