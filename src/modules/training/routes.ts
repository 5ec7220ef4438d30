import { randomInt } from 'node:crypto';
import { dayOf } from '../../kernel/clock.ts';
import { read, type ReadTx } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { queryRoute, rawRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { findStream } from '../../platform/record/record.ts';
import { nextNumber } from '../case/store.ts';
import { inPostIn } from '../identity/store.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { actTitles } from './act.ts';
import { certificatesIn } from './certificate-store.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import * as attempt from './decide-attempt.ts';
import { myTraining } from './my-training.ts';
import { standingOf } from './standing-of.ts';
import {
  attemptsOn,
  attendedBy,
  type CourseRow,
  coursesAt,
  findCourse,
  questionsOf,
  sessionsAt,
  trainingCourseKind,
  trainingKind,
  trainingSessionKind,
} from './store.ts';
import type { DrawnQuestion } from './training.ts';

export function registerTraining(router: Router, standards: Standards): void {
  registerCourses(router, standards);
  registerSessions(router);
  registerTests(router, standards);
  registerQueries(router, standards);
  registerCourseFile(router);
}

const UUID = /^[0-9a-f-]{36}$/;

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

function registerQueries(router: Router, standards: Standards): void {
  queryRoute(router, contract.myTraining, access.MyTraining, async ({ tx, asker, context }) =>
    myTraining({ tx, asker, context, standards }),
  );
  queryRoute(router, contract.courseView, access.CourseView, async ({ tx, asker, params }) => {
    const course = await findCourse(tx, asker.area, params.courseId);
    if (!course) throw absent();
    const mayPublish = access.PublishCourse.roles.some((role) => role === asker.role);
    const stream = mayPublish && (await findStream(tx, trainingCourseKind, params.courseId));
    const content = stream ? stream.state.content : null;
    const { acts, parts, ...shown } = course;
    const sessions = await sessionsAt(tx, asker.area);
    return {
      ...{ courseId: shown.courseId, title: shown.title, edition: shown.edition },
      ...{ publishedOn: shown.publishedOn, retiredOn: shown.retiredOn },
      needsAttendance: shown.needsAttendance,
      acts: [...acts],
      version: stream ? stream.version : 0,
      parts: parts.map(({ file, ...part }) => ({ ...part, fileName: file?.name ?? '' })),
      sessions: sessions
        .filter(({ courseId }) => courseId === params.courseId)
        .map(({ courseId: _, ...session }) => session),
      content: content as never,
    };
  });
  queryRoute(router, contract.trainingStanding, access.TrainingStanding, async (call) => {
    const { tx, asker, context } = call;
    const today = dayOf(context.clock.now());
    const procedure = standards.procedureOf(asker.area, today);
    const people = await inPostIn(tx, asker.area, today);
    const nameOf = (place: string) => standards.nameOf(place);
    const certificates = await certificatesIn(tx, asker.area);
    const learners = standingOf({ people, certificates, procedure, today, nameOf });
    const lacking = learners.filter(({ standing: { is } }) => is !== 'held' && is !== 'soon');
    const once = new Map(people.map((each) => [each.person, each]));
    return {
      acts: procedure.certifiedActs.value.map((act) => actTitles[act]),
      warnDays: procedure.certificateWarnDays.value,
      lacking: lacking.length,
      soon: learners.filter(({ standing: { is } }) => is === 'soon').length,
      learners,
      people: [...once.values()].map(({ person, name, area }) => ({
        ...{ person, name },
        placeName: nameOf(area),
      })),
      courses: (await coursesAt(tx, asker.area))
        .filter(({ retiredOn }) => retiredOn === '')
        .map(({ courseId, title }) => ({ courseId, title })),
    };
  });
}

function registerCourseFile(router: Router): void {
  rawRoute(router, contract.courseFile, access.CourseFile, async (call) => {
    const { asker, context, params, reply } = call;
    const course = await read(context.database, principalOf(asker), (tx) =>
      findCourse(tx, asker.area, params.courseId),
    );
    if (!course) throw absent();
    const file = course.parts[Number(params.part)]?.file;
    const bytes = file && (await context.files.readOriginal(file.hash));
    if (!file || !bytes) throw absent();
    return reply
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      )
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .type(file.mime)
      .send(bytes);
  });
}
