import { fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import type { SyntheticFamily } from './person.ts';
import type { Scene } from './plot.ts';
import { simpleFamily } from './simple-family.ts';
import type { Cast } from './story.ts';
import { assess, opine } from './verbs/assessment.ts';
import { confirm } from './verbs/confirmation.ts';
import { accept, authorisedCase, declareFamily, openCase } from './verbs/intake.ts';
import { investigate } from './verbs/investigation.ts';
import {
  answerNothing,
  explainAll,
  issueReport,
  requestVerification,
} from './verbs/verification.ts';

const BURNT = '夜间失火，房屋和粮食烧毁，当晚无处安身，情况紧急，建议先行救助。';

type OtherCases = {
  readonly cast: Cast;
  readonly village: string;
  /** A working day by how many lie between it and today. */
  readonly ago: (workingDays: number) => LocalDate;
};

/** One case each of what is not 低保: help first that owes its papers, 特困 that waits for the care assessment. */
export function otherCases({ cast, village, ago }: OtherCases): Scene[] {
  const burnt = household(901, village, struckByFire);
  const alone = household(902, village, livingAlone);
  const cases = { burnt: '', alone: '' };
  return [
    {
      on: ago(5),
      time: '10:00',
      play: async () => {
        const asked = { scheme: 'tekun' } as const;
        cases.alone = await authorisedCase(cast.clerk, alone, ago(5), asked);
        await requestVerification(cast.officer, cases.alone);
      },
    },
    {
      on: ago(3),
      time: '10:00',
      play: async () => {
        await answerNothing(cast.verifier, cases.alone);
        await issueReport(cast.verifier, cases.alone);
        await explainAll(cast.officer, cases.alone);
        await investigate(cast.investigator, cases.alone, { on: ago(3) });
      },
    },
    {
      on: ago(1),
      time: '08:30',
      play: async () => {
        const asked = { scheme: 'temporary', channel: 'help-first' } as const;
        cases.burnt = await openCase(cast.clerk, burnt.facts.place, asked);
        await declareFamily(cast.clerk, cases.burnt, burnt);
        await accept(cast.clerk, cases.burnt);
        await assess(cast.officer, cases.burnt);
        await opine(cast.officer, cases.burnt, BURNT);
        await confirm(cast.chair, cases.burnt);
      },
    },
  ];
}

function household(
  number: number,
  village: string,
  change: (facts: HouseholdFacts) => HouseholdFacts,
): SyntheticFamily {
  const family = simpleFamily({ number, village, members: 1, monthlyIncome: fen(0) });
  return { ...family, facts: change(family.facts) };
}

function livingAlone(facts: HouseholdFacts): HouseholdFacts {
  const members = facts.members.map((each) => ({
    ...each,
    currentScheme: 'none' as const,
    careMode: 'home' as const,
  }));
  return { ...facts, members };
}

function struckByFire(facts: HouseholdFacts): HouseholdFacts {
  return {
    ...livingAlone(facts),
    pastReliefs: [],
    relief: {
      ...{ kind: 'emergency', cause: 'fire', severity: 'general', persons: 1 },
      ...{ months: 1, days: 0, loss: fen(800_000), repeatJustified: null },
    },
  };
}
