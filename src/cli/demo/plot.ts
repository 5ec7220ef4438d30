import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { withdrawApplication } from '../../modules/case/contract.ts';
import type { SyntheticFamily } from './person.ts';
import type { Cast, Days } from './story.ts';
import { archive } from './verbs/archive.ts';
import { assessAndOpine } from './verbs/assessment.ts';
import { confirm, reviewAtCounty, serve } from './verbs/confirmation.ts';
import { holdMeeting } from './verbs/deliberation.ts';
import {
  accept,
  declareFamily,
  declareNoRelatives,
  declareRelatives,
  openCase,
  recordFullChecklist,
  signAll,
  tellWhatIsMissing,
  versionOf,
} from './verbs/intake.ts';
import { investigate } from './verbs/investigation.ts';
import { object, postBoth, takeDownBoth } from './verbs/publicity.ts';
import {
  answerNothing,
  explainAll,
  issueReport,
  requestVerification,
} from './verbs/verification.ts';

/** How far a demo case has got. */
export type Chapter =
  | 'opened'
  | 'told'
  | 'accepted'
  | 'authorised'
  | 'requested'
  | 'verified'
  | 'investigated'
  | 'opined'
  | 'posted'
  | 'objected'
  | 'taken-down'
  | 'kin'
  | 'deliberated'
  | 'confirmed'
  | 'refused'
  | 'served'
  | 'announced'
  | 'archived'
  | 'withdrawn';

export type Plot = {
  readonly upTo: Chapter;
  readonly days: Days;
  readonly family: SyntheticFamily;
  readonly cast: Cast;
  /** Told the case's id once it is open. */
  readonly began?: (caseId: string) => void;
};

/** Something that happens on a day. */
export type Scene = {
  readonly on: LocalDate;
  readonly time: string;
  readonly play: () => Promise<void>;
};

type Told = Plot & { caseId: string };

type ChapterText = {
  readonly of: Chapter;
  readonly on: (days: Days) => LocalDate;
  readonly time: string;
  readonly play: (told: Told) => Promise<void>;
};

/** The chapters of a case in order; a case on the county's route is reviewed there instead of deliberated. */
export const chapters: readonly ChapterText[] = [
  {
    of: 'opened',
    on: (days) => days.accepted,
    time: '09:00',
    play: async (told) => {
      told.caseId = await openCase(told.cast.clerk, told.family.facts.place);
      told.began?.(told.caseId);
      await declareFamily(told.cast.clerk, told.caseId, told.family);
    },
  },
  {
    of: 'accepted',
    on: (days) => days.accepted,
    time: '09:40',
    play: async ({ cast, caseId }) => {
      await recordFullChecklist(cast.clerk, caseId);
      await accept(cast.clerk, caseId);
    },
  },
  {
    of: 'authorised',
    on: (days) => days.accepted,
    time: '10:10',
    play: async ({ cast, caseId, family, days, upTo }) => {
      await signAll(cast.clerk, caseId, family, days.accepted);
      const relative = { name: '何演委', relation: 'sibling', position: '村委会委员' };
      if (upTo === 'kin') await declareRelatives(cast.clerk, caseId, [relative]);
      else await declareNoRelatives(cast.clerk, caseId);
    },
  },
  {
    of: 'requested',
    on: (days) => days.requested,
    time: '09:30',
    play: async ({ cast, caseId }) => {
      await requestVerification(cast.officer, caseId);
    },
  },
  {
    of: 'verified',
    on: (days) => days.visited,
    time: '09:10',
    play: async ({ cast, caseId }) => {
      await answerNothing(cast.verifier, caseId);
      await issueReport(cast.verifier, caseId);
      await explainAll(cast.officer, caseId);
    },
  },
  {
    of: 'investigated',
    on: (days) => days.visited,
    time: '14:30',
    play: async ({ cast, caseId, days }) => {
      await investigate(cast.investigator, caseId, { on: days.visited });
    },
  },
  {
    of: 'opined',
    on: (days) => days.opined,
    time: '10:00',
    play: async ({ cast, caseId }) => {
      await assessAndOpine(cast.officer, caseId);
    },
  },
  {
    of: 'posted',
    on: (days) => days.opined,
    time: '15:00',
    play: ({ cast, caseId }) => postBoth(cast.poster, caseId),
  },
  {
    of: 'taken-down',
    on: (days) => days.takenDown,
    time: '09:20',
    play: ({ cast, caseId }) => takeDownBoth(cast.poster, caseId),
  },
  {
    of: 'deliberated',
    on: (days) => days.decided,
    time: '09:30',
    play: async ({ cast, caseId, days }) => {
      const { secretary, chair, voters } = cast;
      await holdMeeting({ secretary, chair, voters, on: days.decided }, [caseId]);
    },
  },
  {
    of: 'confirmed',
    on: (days) => days.decided,
    time: '15:00',
    play: async ({ cast, caseId }) => {
      await confirm(cast.chair, caseId);
    },
  },
  {
    of: 'served',
    on: (days) => days.decided,
    time: '16:00',
    play: async ({ cast, caseId, family, days }) => {
      await serve(cast.clerk, caseId, family.applicant.name, days.decided);
    },
  },
  {
    of: 'announced',
    on: (days) => days.decided,
    time: '16:30',
    play: ({ cast, caseId }) => postBoth(cast.poster, caseId, 'after'),
  },
  {
    of: 'archived',
    on: (days) => addDays(days.decided, 1),
    time: '10:00',
    play: async ({ cast, caseId }) => {
      await archive(cast.officer, caseId);
    },
  },
];

// Where a plot leaves the straight line: the last chapter it shares, and what happens then instead.
const turns: Partial<Record<Chapter, { last: Chapter; then?: Omit<ChapterText, 'of'> }>> = {
  told: {
    last: 'opened',
    then: {
      on: (days) => days.accepted,
      time: '09:20',
      play: async ({ cast, caseId }) => {
        await tellWhatIsMissing(cast.clerk, caseId);
      },
    },
  },
  objected: {
    last: 'posted',
    then: {
      on: (days) => addDays(days.opined, 2),
      time: '11:00',
      play: async ({ cast, caseId }) => {
        await object(cast.officer, caseId);
      },
    },
  },
  kin: { last: 'taken-down' },
  refused: { last: 'served' },
  withdrawn: {
    last: 'verified',
    then: {
      on: (days) => days.visited,
      time: '16:00',
      play: async ({ cast, caseId }) => {
        const ifMatch = await versionOf(cast.clerk, caseId);
        const reason = '子女接到身边赡养，家庭自愿撤回申请';
        await cast.clerk.must(withdrawApplication, { caseId }, { reason }, { ifMatch });
      },
    },
  },
};

/** The scenes of one plot, up to where it stands today. */
export function tellUpTo(plot: Plot, all: readonly ChapterText[]): Scene[] {
  const told: Told = { ...plot, caseId: '' };
  const turn = turns[plot.upTo];
  const end = all.findIndex((chapter) => chapter.of === (turn?.last ?? plot.upTo));
  const texts: Omit<ChapterText, 'of'>[] = all.slice(0, end + 1);
  if (turn?.then) texts.push(turn.then);
  return texts.map(({ on, time, play }) => ({
    on: on(plot.days),
    time,
    play: () => play(told),
  }));
}

/** The same case on the ordinary route: the county reviews and decides. */
export const countyChapters: readonly ChapterText[] = chapters.flatMap((chapter): ChapterText[] => {
  if (chapter.of === 'deliberated') {
    const play = async ({ cast, caseId }: Told) => {
      await reviewAtCounty(cast.aid, caseId);
    };
    return [{ ...chapter, play }];
  }
  if (chapter.of === 'confirmed') {
    const play = async ({ cast, caseId }: Told) => {
      await confirm(cast.leader, caseId);
    };
    return [{ ...chapter, play }];
  }
  return [chapter];
});
