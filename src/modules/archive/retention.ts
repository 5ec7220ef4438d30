import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { type Citation } from '../../kernel/citation.ts';
import { cite } from '../../law/index.ts';

/** Years a file is kept at least after the household left (DA-02 says three; we take five until D-10 is settled). */
export const KEPT_YEARS = 5;

export type ArchiveClass = {
  readonly title: string;
  readonly holds: string;
  readonly kept: string;
  readonly citation: Citation;
};

/** What belongs where, and how long it is kept (DA-01 to DA-04). */
export const archiveClasses = {
  approval: {
    title: '审批类',
    holds: '申请、核对、调查、公示、会议、决定、送达等审批材料，一户一档；特困人员一人一档',
    kept: `退出救助（不予确认的自决定）后不少于 ${KEPT_YEARS} 年`,
    citation: cite('DA-02'),
  },
  routine: {
    title: '日常管理类',
    holds: '定期核查、增减停、听证、走访、动态管理材料，附在本户案卷之后',
    kept: `与本户审批类一并保管，不少于 ${KEPT_YEARS} 年`,
    citation: cite('DA-02'),
  },
  minutes: {
    title: '文书档案',
    holds: '集体研究会议的议程、纪要和签名，统计报表',
    kept: '按本单位报经档案主管部门批准的保管期限表',
    citation: cite('DA-03'),
  },
  accounting: {
    title: '会计档案',
    holds: '资金账册、凭证、发放表',
    kept: '30 年',
    citation: cite('DA-03'),
  },
} as const satisfies Record<string, ArchiveClass>;

/** What decides when the time of a file begins: the case, and for a granted one its entries in the register. */
export type Leaving = {
  readonly outcome: 'grant' | 'refuse' | null;
  readonly decidedOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  /** Given once (临时救助): it is over with the decision. */
  readonly once: boolean;
  readonly benefits: readonly {
    /** The first day without assistance, foreseen or past; null while it goes on. */
    readonly endsOn: LocalDate | null;
  }[];
};

export type Retention = {
  /** The day the time runs from; null while the household still receives assistance. */
  readonly startsOn: LocalDate | null;
  /** The last day the file must be kept. */
  readonly endsOn: LocalDate | null;
  readonly isOver: boolean;
};

/** How long a file must be kept, as of a day. Everybody on it must have left before the time begins. */
export function retentionOf(leaving: Leaving | undefined, today: LocalDate): Retention {
  const startsOn = leaving ? startOf(leaving) : null;
  if (!startsOn || startsOn > today) return { startsOn: null, endsOn: null, isOver: false };
  const endsOn = addMonths(startsOn, KEPT_YEARS * 12);
  return { startsOn, endsOn, isOver: today > endsOn };
}

function startOf(leaving: Leaving): LocalDate | null {
  const { outcome, decidedOn, closedOn, once, benefits } = leaving;
  if (outcome === null) return closedOn;
  if (outcome === 'refuse' || once) return decidedOn;
  const ends = benefits.map(({ endsOn }) => endsOn);
  if (ends.length === 0 || ends.includes(null)) return null;
  return ends.reduce((last, each) => (last !== null && each !== null && each < last ? last : each));
}
