import { randomInt } from 'node:crypto';
import { dayOf } from '../../kernel/clock.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import type { Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { nextNumber } from '../case/store.ts';
import { inPostIn } from '../identity/store.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import * as attempt from './decide-attempt.ts';
import {
  attemptsOn,
  attendedBy,
  type CourseRow,
  findCourse,
  questionsOf,
  trainingCourseKind,
  trainingKind,
  trainingSessionKind,
} from './store.ts';
import type { DrawnQuestion } from './training.ts';
import { registerTrainingViews } from './view-routes.ts';

export function registerTraining(router: Router, standards: Standards): void {
  registerCourses(router, standards);
  registerSessions(router);
  registerTests(router, standards);
  registerTrainingViews(router, standards);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function registerCourses(router: Router, standards: Standards): void {
  streamCommand(router, trainingCourseKind, {
    contract: contract.publishCourse,
    access: access.PublishCourse,
    id: ({ params }) => params.courseId,
    begins: ({ asker, params }) => {
      if (!UUID.test(params.courseId)) throw absent();
      return asker.area;
    },
    given: async ({ tx, act, body }, { area }) => {
      for (const { file } of body.parts) if (file) await requireScan(tx, file.hash);
      return { procedure: standards.procedureOf(area, dayOf(act.recordedAt)) };
    },
    decide: decide.publishCourse,
  });
  streamCommand(router, trainingCourseKind, {
    contract: contract.retireCourse,
    access: access.RetireCourse,
    id: ({ params }) => params.courseId,
    given: async () => null,
    decide: (body, state) => decide.retireCourse(body, state),
  });
  streamCommand(router, trainingKind, {
    contract: contract.revokeCertificate,
    access: access.RevokeCertificate,
    id: ({ params }) => params.learnerId,
    // A test handed in meanwhile changes nothing about the one that is taken back.
    anyVersion: true,
    given: async () => null,
    decide: (body, state) => decide.revokeCertificate(body, state),
  });
}

async function requireScan(tx: ReadTx, hash: string): Promise<void> {
  const seen = await evidenceOf(tx, hash);
  if (seen.some(({ caseId }) => caseId === '')) return;
  throw invalid(['parts'], '没有收到课件，请重新上传。');
}

function registerSessions(router: Router): void {
  streamCommand(router, trainingSessionKind, {
    contract: contract.planSession,
    access: access.PlanSession,
    id: ({ params }) => params.sessionId,
    begins: ({ asker, params }) => {
      if (!UUID.test(params.sessionId)) throw absent();
      return asker.area;
    },
    given: async ({ tx, act, asker, body }) => {
      const course = await findCourse(tx, asker.area, body.courseId);
      if (!course) throw absent();
      return { today: dayOf(act.recordedAt), isOffered: course.retiredOn === '' };
    },
    decide: decide.planSession,
  });
  streamCommand(router, trainingSessionKind, {
    contract: contract.recordTrainingAttendance,
    access: access.RecordTrainingAttendance,
    id: ({ params }) => params.sessionId,
    anyVersion: true,
    given: async ({ tx, act }, { area }) => {
      const today = dayOf(act.recordedAt);
      const people = await inPostIn(tx, area, today);
      return { today, inPost: people.map(({ person, area: place }) => ({ person, area: place })) };
    },
    decide: decide.recordTrainingAttendance,
  });
}

/** A test belongs to whoever takes it: the stream is their own, begun with the first attempt. */
function registerTests(router: Router, standards: Standards): void {
  streamCommand(router, trainingKind, {
    contract: contract.startTest,
    access: access.StartTest,
    id: ({ asker }) => `${asker.person}.${asker.area}`,
    begins: ({ asker }) => asker.area,
    anyVersion: true,
    given: async ({ tx, act, asker, body }) => {
      const today = dayOf(act.recordedAt);
      const course = await findCourse(tx, asker.area, body.courseId);
      if (!course) throw absent();
      const procedure = standards.procedureOf(asker.area, today);
      return {
        now: act.recordedAt,
        ...{ today, procedure },
        attended: (await attendedBy(tx, asker.person)).has(body.courseId),
        begunToday: await attemptsOn(tx, asker.person, today),
        course: {
          ...{ courseId: course.courseId, edition: course.edition, acts: course.acts },
          ...{ retired: course.retiredOn !== '', needsAttendance: course.needsAttendance },
          months: course.months,
          drawn: await draw(tx, course, procedure.testQuestions.value),
        },
      };
    },
    decide: attempt.startAttempt,
  });
  streamCommand(router, trainingKind, {
    contract: contract.submitTest,
    access: access.SubmitTest,
    id: ({ asker }) => `${asker.person}.${asker.area}`,
    anyVersion: true,
    given: async ({ tx, act, asker, body }, { state }) => {
      const today = dayOf(act.recordedAt);
      const begun = state.attempts.find(({ attemptId }) => attemptId === body.attemptId);
      const bank = begun ? await questionsOf(tx, begun.courseId, begun.edition) : [];
      const year = today.slice(0, 4);
      const last = await nextNumber(tx, `certificate:${asker.area}:${year}`);
      return {
        now: act.recordedAt,
        today,
        procedure: standards.procedureOf(asker.area, today),
        key: new Map(bank.map(({ id, answers }) => [id, answers])),
        number: `${standards.nameOf(asker.area)}训证〔${year}〕${last}号`,
      };
    },
    decide: attempt.submitAttempt,
  });
}

/** So many questions by chance, each with its options by chance. */
async function draw(
  tx: ReadTx,
  { courseId, edition }: CourseRow,
  count: number,
): Promise<readonly DrawnQuestion[]> {
  const bank = await questionsOf(tx, courseId, edition);
  return shuffled(bank)
    .slice(0, count)
    .map(({ id, options }) => ({ questionId: id, order: shuffled(options.map((_, no) => no)) }));
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(randomInt(rest.length), 1));
}
