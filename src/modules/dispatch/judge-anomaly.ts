import type { AnomalyCode, AnomalyRule } from './anomaly.ts';

/** A case decided within the twelve months up to the month's end. */
export type YearCase = {
  readonly village: string;
  readonly outcome: 'grant' | 'refuse';
  /** Fen a month; 0 where nothing is paid by the month. */
  readonly monthly: number;
  readonly kin: boolean;
};

/** A case decided in the month itself. */
export type MonthCase = {
  readonly caseId: string;
  readonly village: string;
  readonly workingDays: number;
  readonly helpFirst: boolean;
  readonly decidedBy: string;
  /** Milliseconds. */
  readonly decidedAt: number;
  /** Votes of the last discussion; null where no meeting was held. */
  readonly tally: { readonly for: number; readonly against: number } | null;
};

/** Everything the rules look at: read off the record in a few statements, nothing of it written. */
export type Looked = {
  readonly year: readonly YearCase[];
  readonly month: readonly MonthCase[];
  /** What each person did on the cases decided in the month: how many cases by kind of work. */
  readonly duties: readonly {
    readonly township: string;
    readonly duty: string;
    readonly person: string;
    readonly cases: number;
    readonly of: number;
  }[];
  readonly hanging: readonly {
    readonly caseId: string;
    readonly village: string;
    readonly days: number;
  }[];
  readonly accounts: readonly {
    readonly area: string;
    readonly grants: readonly string[];
  }[];
  readonly resumed: readonly {
    readonly benefitId: string;
    readonly village: string;
    readonly months: number;
  }[];
  readonly townships: readonly {
    readonly township: string;
    readonly households: number;
    readonly stopped: number;
    readonly lateOpen: number;
    readonly findingsOverdue: number;
  }[];
  readonly returned: readonly { readonly area: string; readonly days: number }[];
  readonly looks: readonly {
    readonly person: string;
    readonly readings: number;
    readonly cases: readonly string[];
  }[];
};

/** What a rule found: about which place, whom or what, in one sentence, with what stands behind it. */
export type FoundAnomaly = {
  readonly rule: AnomalyCode;
  /** The same finding is the same key, however often it is looked for. */
  readonly key: string;
  readonly place: string;
  readonly sentence: string;
  /** Cases and households of the register. */
  readonly about: readonly string[];
  readonly people: readonly string[];
};

const MOST_ABOUT = 50;

/** Everything these rules find. They ask people to look; nothing they say changes a decision or a payment. */
export function judgeAnomalies(
  looked: Looked,
  rules: readonly AnomalyRule[],
): readonly FoundAnomaly[] {
  return rules.flatMap((rule) =>
    looks[rule.rule](looked, rule).map(({ about = [], people = [], ...found }) => ({
      ...{ rule: rule.rule, people, about: about.slice(0, MOST_ABOUT) },
      ...found,
      key: `${rule.rule}:${found.key}`,
    })),
  );
}

type Found = Pick<FoundAnomaly, 'key' | 'place' | 'sentence'> &
  Partial<Pick<FoundAnomaly, 'about' | 'people'>>;
type Look = (looked: Looked, rule: AnomalyRule) => readonly Found[];

const townshipOf = (village: string) => village.slice(0, 9);
const atTownship = ({ village }: { village: string }) => townshipOf(village);
const isGrant = ({ outcome }: YearCase) => outcome === 'grant';
const percent = (part: number, of: number) => Math.round((part * 100) / of);

const looks: { readonly [Code in AnomalyCode]: Look } = {
  'never-refused': ({ year }, { least }) =>
    groups(year, atTownship)
      .filter(([, cases]) => cases.length >= least && cases.every(isGrant))
      .map(([place, cases]) => ({
        ...{ key: place, place },
        sentence: `十二个月决定 ${cases.length} 件，没有一件不予确认`,
      })),
  'refusal-outlier': ({ year }, { least, limit }) => {
    const refusedIn = (cases: readonly YearCase[]) => cases.filter((each) => !isGrant(each)).length;
    return groups(year, atTownship).flatMap(([place, cases]) => {
      const others = year.filter(({ village }) => townshipOf(village) !== place);
      if (cases.length < least || others.length < least) return [];
      const [own, rest] = [
        percent(refusedIn(cases), cases.length),
        percent(refusedIn(others), others.length),
      ];
      if (Math.abs(own - rest) < limit) return [];
      const sentence = `十二个月不予确认 ${own}%，全县其他乡镇 ${rest}%`;
      return [{ key: place, place, sentence }];
    });
  },
  'fast-decision': ({ month }, { least, limit }) =>
    groups(
      month.filter(({ workingDays, helpFirst }) => !helpFirst && workingDays < limit),
      atTownship,
    )
      .filter(([, cases]) => cases.length >= least)
      .map(([place, cases]) => ({
        ...{ key: place, place, about: cases.map(({ caseId }) => caseId) },
        sentence: `${cases.length} 件从受理到决定不足 ${limit} 个工作日`,
      })),
  'same-amount': ({ year }, { least }) =>
    groups(
      year.filter((each) => isGrant(each) && each.monthly > 0),
      ({ village }) => village,
    )
      .filter(([, cases]) => cases.length >= least)
      .filter(([, cases]) => new Set(cases.map(({ monthly }) => monthly)).size === 1)
      .map(([place, cases]) => ({
        ...{ key: place, place },
        sentence: `十二个月确认 ${cases.length} 户，每户每月都是 ${((cases[0]?.monthly ?? 0) / 100).toFixed(2)} 元`,
      })),
  'all-agree': ({ month }, { least }) =>
    groups(
      month.filter(({ tally }) => tally !== null),
      atTownship,
    )
      .filter(([, cases]) => cases.length >= least)
      .filter(([, cases]) => cases.every(({ tally }) => tally?.against === 0))
      .map(([place, cases]) => ({
        ...{ key: place, place, about: cases.map(({ caseId }) => caseId) },
        sentence: `本月上会 ${cases.length} 件，没有一张反对票`,
      })),
  'same-minute': ({ month }, { least }) =>
    groups(month, ({ decidedBy, decidedAt }) => `${decidedBy} ${Math.floor(decidedAt / 60_000)}`)
      .filter(([, cases]) => cases.length >= least)
      .map(([key, cases]) => ({
        ...{ key, place: townshipOf(cases[0]?.village ?? '') },
        ...{ about: cases.map(({ caseId }) => caseId), people: [cases[0]?.decidedBy ?? ''] },
        sentence: `同一人在一分钟以内作出 ${cases.length} 件决定`,
      })),
  'notice-hanging': ({ hanging }, { least, limit }) =>
    groups(
      hanging.filter(({ days }) => days > limit),
      atTownship,
    )
      .filter(([, notices]) => notices.length >= least)
      .map(([place, notices]) => ({
        ...{ key: place, place, about: [...new Set(notices.map(({ caseId }) => caseId))] },
        sentence: `${notices.length} 张公示张贴超过 ${limit} 天，没有取下的照片`,
      })),
  'one-officer': ({ duties }, { least, limit }) =>
    duties
      .filter(({ cases, of }) => of >= least && percent(cases, of) >= limit)
      .map(({ township, duty, person, cases, of }) => ({
        ...{ key: `${township} ${duty} ${person}`, place: township, people: [person] },
        sentence: `本月决定的 ${of} 件中，${cases} 件的${dutyTitles[duty] ?? duty}由同一人办理`,
      })),
  'shared-account': ({ accounts }, { least }) =>
    accounts
      .filter(({ grants }) => grants.length >= least)
      .map(({ area, grants }) => ({
        ...{ key: grants.toSorted().join('+').slice(0, 80), place: townshipOf(area) },
        ...{ about: grants, sentence: `${grants.length} 户的款发到同一个账户` },
      })),
  'kin-none': ({ year }, { least }) =>
    groups(year, atTownship)
      .filter(([, cases]) => cases.length >= least && !cases.some(({ kin }) => kin))
      .map(([place, cases]) => ({
        ...{ key: place, place },
        sentence: `十二个月决定 ${cases.length} 件，没有一件近亲属备案`,
      })),
  'stop-resume': ({ resumed }, { limit }) =>
    resumed
      .filter(({ months }) => months <= limit)
      .map(({ benefitId, village, months }) => ({
        ...{ key: benefitId, place: village, about: [benefitId] },
        sentence: `停发以后 ${months} 个月恢复`,
      })),
  'none-left': ({ townships }, { least }) =>
    townships
      .filter(({ households, stopped }) => households >= least && stopped === 0)
      .map(({ township, households }) => ({
        ...{ key: township, place: township },
        sentence: `在册 ${households} 户，十二个月没有一户停止`,
      })),
  'late-open': ({ townships }, { least }) =>
    townships
      .filter(({ lateOpen }) => lateOpen >= least)
      .map(({ township, lateOpen }) => ({
        ...{ key: township, place: township },
        sentence: `到月末超过法定总期限没有决定的有 ${lateOpen} 件`,
      })),
  'return-unissued': ({ returned }, { least, limit }) =>
    groups(
      returned.filter(({ days }) => days > limit),
      ({ area }) => townshipOf(area),
    )
      .filter(([, lines]) => lines.length >= least)
      .map(([place, lines]) => ({
        ...{ key: place, place },
        sentence: `${lines.length} 笔退回的款超过 ${limit} 天没有补发`,
      })),
  'finding-overdue': ({ townships }, { least }) =>
    townships
      .filter(({ findingsOverdue }) => findingsOverdue >= least)
      .map(({ township, findingsOverdue }) => ({
        ...{ key: township, place: township },
        sentence: `${findingsOverdue} 条数据比对疑点超过期限没有核查结果`,
      })),
  'look-without-duty': (looked, { least }) =>
    looked.looks
      .filter(({ readings }) => readings >= least)
      .map(({ person, readings, cases }) => ({
        ...{ key: person, place: '', about: cases, people: [person] },
        sentence: `同一人查看了 ${cases.length} 件没有经办的办件中的完整号码、住址 ${readings} 次`,
      })),
};

const dutyTitles: Readonly<Record<string, string>> = {
  accept: '受理',
  visit: '入户调查',
  opinion: '初审意见',
};

/** In the order they first appear. */
function groups<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = found.get(key);
    if (own) own.push(row);
    else found.set(key, [row]);
  }
  return [...found];
}
