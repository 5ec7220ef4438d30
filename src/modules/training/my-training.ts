import { dayOf } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { findStream } from '../../platform/record/record.ts';
import type { Procedure } from '../../rules/procedure.ts';
import type { Standards } from '../standards/store.ts';
import { actsOfRole, actTitles } from './act.ts';
import { certificatesFor } from './certificate-store.ts';
import type { MyTraining } from './contract.ts';
import { standingIn } from './hindrance.ts';
import {
  attemptsOn,
  attendedBy,
  coursesAt,
  questionsOf,
  sessionsAt,
  trainingKind,
} from './store.ts';
import type { Attempt, TrainingState } from './training.ts';

type Asked = {
  readonly tx: ReadTx;
  readonly asker: Asker;
  readonly context: Context;
  readonly standards: Standards;
};

/** What somebody must know, what is offered, the paper in hand, and what came of earlier ones. */
export async function myTraining({ tx, asker, context, standards }: Asked): Promise<MyTraining> {
  const now = context.clock.now();
  const today = dayOf(now);
  const procedure = standards.procedureOf(asker.area, today);
  const stream = await findStream(tx, trainingKind, `${asker.person}.${asker.area}`);
  const state = stream?.state ?? trainingKind.initial;
  const all = await coursesAt(tx, asker.area);
  const titleOf = (id: string) => all.find(({ courseId }) => courseId === id)?.title ?? '';
  const open = state.attempts.find((each) => each.status === 'open' && now <= each.endsAt);
  const begun = await attemptsOn(tx, asker.person, today);
  return {
    name: asker.name,
    acts: await actsOf(tx, asker, procedure, today),
    courses: await offeredTo(tx, asker, all, today),
    certificates: state.certificates.toReversed().map((each) => ({
      ...{ number: each.number, course: titleOf(each.courseId), from: each.from },
      acts: each.acts.map((act) => actTitles[act]),
      until: each.until,
      revokedBecause: each.revoked?.reason ?? '',
    })),
    attempts: await pastAttempts(tx, state, open),
    paper: open ? { ...(await paperOf(tx, open)), title: titleOf(open.courseId) } : null,
    terms: {
      questions: procedure.testQuestions.value,
      passPercent: procedure.testPassPercent.value,
      attemptsPerDay: procedure.testAttemptsPerDay.value,
      minutes: procedure.testMinutes.value,
      attemptsLeft: Math.max(0, procedure.testAttemptsPerDay.value - begun),
    },
  };
}

async function actsOf(tx: ReadTx, asker: Asker, procedure: Procedure, today: LocalDate) {
  const { certifiedActs, certificateWarnDays } = procedure;
  const lines: MyTraining['acts'] = [];
  for (const act of actsOfRole(asker.role, certifiedActs.value)) {
    const own = await certificatesFor(tx, [asker.person], act);
    const standing = standingIn(own, today, certificateWarnDays.value);
    lines.push({ act, title: actTitles[act], standing });
  }
  return lines;
}

async function offeredTo(
  tx: ReadTx,
  asker: Asker,
  all: Awaited<ReturnType<typeof coursesAt>>,
  today: LocalDate,
): Promise<MyTraining['courses']> {
  const attended = await attendedBy(tx, asker.person);
  const sessions = (await sessionsAt(tx, asker.area)).filter(({ on }) => on >= today);
  return all
    .filter(({ retiredOn }) => retiredOn === '')
    .map(({ courseId, title, acts, parts, needsAttendance, publishedOn }) => ({
      ...{ courseId, title, acts: [...acts], parts: parts.length, needsAttendance, publishedOn },
      attended: attended.has(courseId),
      nextSession: sessions.findLast((each) => each.courseId === courseId)?.on ?? '',
    }));
}

async function pastAttempts(tx: ReadTx, state: TrainingState, open: Attempt | undefined) {
  const lines: MyTraining['attempts'] = [];
  for (const each of state.attempts.slice(-10).toReversed()) {
    const { attemptId, courseId, edition, on, correct, drawn, wrong } = each;
    const bank = wrong.length === 0 ? [] : await questionsOf(tx, courseId, edition);
    const status = each.status === 'open' && each !== open ? 'lapsed' : each.status;
    lines.push({
      ...{ attemptId, courseId, on, status, correct, total: drawn.length },
      wrong: bank
        .filter(({ id }) => wrong.includes(id))
        .map(({ text, basis }) => ({ text, basis })),
    });
  }
  return lines;
}

/** As it was drawn: the options in their shuffled order, without a word about which is right. */
async function paperOf(tx: ReadTx, { attemptId, courseId, edition, drawn, endsAt }: Attempt) {
  const bank = await questionsOf(tx, courseId, edition);
  return {
    ...{ attemptId, courseId, endsAt },
    questions: drawn.flatMap(({ questionId, order }) => {
      const question = bank.find(({ id }) => id === questionId);
      if (!question) return [];
      return {
        ...{ id: questionId, text: question.text, several: question.answers.length > 1 },
        options: order.map((option) => ({ option, text: question.options[option] ?? '' })),
      };
    }),
  };
}
