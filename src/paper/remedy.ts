import type { Citation } from '../kernel/citation.ts';

/**
 * In whose name the decision is made (DL-04): the township in its own name (权力下放, 赋权), the county bureau
 * through the township (委托), or the county bureau itself where nothing is delegated.
 */
export type Mode = 'own-name' | 'entrusted' | 'county';

export type RemedyFacts = {
  readonly mode: Mode;
  /** A decision, or a failure to act on an application (then review must come first). */
  readonly act: 'decision' | 'inaction';
  readonly township: { readonly name: string; readonly kind: 'township' | 'subdistrict' };
  readonly county: {
    /** 县级人民政府: decides on review. */
    readonly government: string;
    /** 县级民政部门. */
    readonly bureau: string;
  };
  /** Which court has jurisdiction is a local setting: some provinces concentrate administrative suits. */
  readonly court: string;
};

/** What a notice says about remedies; the shape papers take as `remedies`. */
export type Remedies = {
  readonly decidedBy: string;
  readonly reviewBody: string;
  readonly reviewDays: number;
  readonly court: string;
  readonly suitMonths: number;
  readonly afterReviewDays: number;
  readonly reviewFirst: boolean;
  readonly sentences: string[];
  readonly citations: Citation[];
};

const REVIEW_DAYS = 60;
const SUIT_MONTHS = 6;
const AFTER_REVIEW_DAYS = 15;

/**
 * The remedies against a decision on assistance, or against silence: who answers, which government reviews
 * within how many days, which court hears a suit within how many months (OT-05, SL-76).
 */
export function remediesOf(facts: RemedyFacts): Remedies {
  const decidedBy = facts.mode === 'own-name' ? facts.township.name : facts.county.bureau;
  const reviewFirst = facts.act === 'inaction';
  return {
    decidedBy,
    reviewBody: facts.county.government,
    reviewDays: REVIEW_DAYS,
    court: facts.court,
    suitMonths: SUIT_MONTHS,
    afterReviewDays: AFTER_REVIEW_DAYS,
    reviewFirst,
    sentences: sentencesOf(facts, decidedBy),
    citations: citationsOf(facts),
  };
}

function sentencesOf({ act, court, county }: RemedyFacts, decidedBy: string): string[] {
  const afterReview = `对行政复议决定不服的，可以自收到行政复议决定书之日起${AFTER_REVIEW_DAYS}日内，向${court}提起行政诉讼。`;
  const answers = `行政复议的被申请人、行政诉讼的被告为${decidedBy}。`;
  if (act === 'inaction') {
    return [
      `您认为${decidedBy}对您的申请没有依法办理的，可以先向${county.government}申请行政复议。`,
      afterReview,
      answers,
    ];
  }
  return [
    `您对本决定不服的，可以自知道本决定之日起${REVIEW_DAYS}日内，向${county.government}申请行政复议。`,
    `您也可以自知道本决定之日起${SUIT_MONTHS}个月内，直接向${court}提起行政诉讼。`,
    afterReview,
    answers,
  ];
}

function citationsOf({ mode, act, township }: RemedyFacts): Citation[] {
  const rule = 'OT-05';
  const entrusted: Citation[] =
    mode === 'entrusted'
      ? [
          { rule: 'DL-04', source: '行政复议法第十九条（委托的行政机关是被申请人）' },
          { rule: 'DL-04', source: '行政诉讼法第二十六条（委托的行政机关是被告）' },
        ]
      : [];
  const first: Citation[] =
    act === 'inaction'
      ? [{ rule, source: '行政复议法第二十三条第一款第三项（未履行法定职责，复议前置）' }]
      : [
          { rule, source: '行政复议法第二十条第一款（六十日）' },
          { rule, source: '行政诉讼法第四十六条第一款（六个月）' },
        ];
  return [
    { rule: 'SL-76', source: '社会救助法第七十六条' },
    { rule, source: `行政复议法第二十四条第一款${itemOfReviewArticle(mode, township.kind)}` },
    ...first,
    { rule, source: '行政诉讼法第四十五条（十五日）' },
    ...entrusted,
  ];
}

/** APL a.24(1): (1) departments of this level, (2) the people's governments below, (3) 派出机关. */
function itemOfReviewArticle(mode: Mode, kind: 'township' | 'subdistrict'): string {
  if (mode !== 'own-name') return '第一项';
  return kind === 'township' ? '第二项' : '第三项';
}
