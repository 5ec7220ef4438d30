import { daysBetween, type LocalDate } from '../../src/kernel/local-date.ts';
import type { FaultWay } from './year-plan.ts';

/** What may bring a fault to light. */
export const finders = {
  verification: '信息核对',
  rule: '办理规则',
  list: '三个百分之百',
  matching: '定期比对',
  draw: '随机抽查',
  anomaly: '调度疑点',
} as const;
export type Finder = keyof typeof finders;

export type PlantedFault = {
  readonly subject: string;
  readonly way: FaultWay;
  readonly on: LocalDate;
  found: { readonly by: Finder; readonly on: LocalDate; readonly days: number } | null;
};

/** What was wrong, what was found, and what was alarmed at without reason. */
export type FaultLedger = {
  readonly planted: readonly PlantedFault[];
  readonly falseAlarms: readonly {
    readonly by: Finder;
    readonly subject: string;
    readonly what: string;
  }[];
  readonly plant: (subject: string, way: FaultWay, on: LocalDate) => void;
  /** Somebody was pointed at: a fault found, if there is one and nobody found it before; else a false alarm, once. */
  readonly point: (subject: string, by: Finder, on: LocalDate, what: string) => void;
};

export function createFaultLedger(): FaultLedger {
  const planted: PlantedFault[] = [];
  const falseAlarms: { by: Finder; subject: string; what: string }[] = [];
  return {
    planted,
    falseAlarms,
    plant: (subject, way, on) => planted.push({ subject, way, on, found: null }),
    point: (subject, by, on, what) => {
      const fault = planted.find((each) => each.subject === subject);
      // Before it happened nothing could be found: whatever pointed there pointed at nothing.
      if (fault && fault.on <= on) {
        fault.found ??= { by, on, days: daysBetween(fault.on, on) };
        return;
      }
      const isKnown = falseAlarms.some((each) => each.by === by && each.subject === subject);
      if (!isKnown) falseAlarms.push({ by, subject, what });
    },
  };
}
