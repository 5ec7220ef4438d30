import { dayOf } from '../../kernel/clock.ts';
import { read, type ReadTx } from '../../platform/database/database.ts';
import { type Asker, type Context, principalOf } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, rawRoute, type Router } from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import { inPostIn } from '../identity/store.ts';
import { paperRoute } from '../issuance/paper-route.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { actTitles } from './act.ts';
import { certificatePaperOf } from './certificate-paper.ts';
import { certificatesIn } from './certificate-store.ts';
import * as contract from './contract.ts';
import { monthsOf } from './course.ts';
import { myTraining } from './my-training.ts';
import { standingOf } from './standing-of.ts';
import {
  attendantsOf,
  coursesAt,
  findCourse,
  sessionsAt,
  trainingCourseKind,
  trainingKind,
} from './store.ts';

/** What is read and printed of training. */
export function registerTrainingViews(router: Router, standards: Standards): void {
  registerQueries(router, standards);
  registerCourseFile(router);
  registerCertificate(router, standards);
}

function registerQueries(router: Router, standards: Standards): void {
  queryRoute(router, contract.myTraining, access.MyTraining, async ({ tx, asker, context }) =>
    myTraining({ tx, asker, context, standards }),
  );
  queryRoute(router, contract.courseView, access.CourseView, async (call) => {
    const { tx, asker, params, context } = call;
    const course = await findCourse(tx, asker.area, params.courseId);
    if (!course) throw absent();
    const mayPublish = access.PublishCourse.roles.some((role) => role === asker.role);
    const stream = mayPublish && (await findStream(tx, trainingCourseKind, params.courseId));
    const content = stream ? stream.state.content : null;
    const { acts, parts, ...shown } = course;
    const { certificateMonths } = standards.procedureOf(asker.area, dayOf(context.clock.now()));
    return {
      ...{ courseId: shown.courseId, title: shown.title, edition: shown.edition },
      ...{ publishedOn: shown.publishedOn, retiredOn: shown.retiredOn },
      needsAttendance: shown.needsAttendance,
      validMonths: monthsOf(course.months, certificateMonths.value),
      acts: [...acts],
      version: stream ? stream.version : 0,
      parts: parts.map(({ file, ...part }) => ({ ...part, fileName: file?.name ?? '' })),
      sessions: await sessionsOf({ tx, asker, context }, course.courseId, mayPublish),
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

type Asked = { readonly tx: ReadTx; readonly asker: Asker; readonly context: Context };

/** Days of teaching of a course, with the names of those who were there for whoever plans them. */
async function sessionsOf({ tx, asker, context }: Asked, course: string, withNames: boolean) {
  const present = withNames ? await attendantsOf(tx, course) : [];
  const names = await context.namesOf(tx, [...new Set(present.map(({ person }) => person))]);
  const sessions = (await sessionsAt(tx, asker.area)).filter(({ courseId }) => courseId === course);
  return sessions.map(({ courseId: _, ...session }) => ({
    ...session,
    present: present
      .filter(({ sessionId }) => sessionId === session.sessionId)
      .map(({ person }) => names.get(person) ?? '')
      .toSorted(),
  }));
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

/** Whoever holds a certificate prints it; nobody prints another's. */
function registerCertificate(router: Router, standards: Standards): void {
  paperRoute(router, contract.certificatePaper, access.CertificatePaper, async (call) => {
    const { tx, asker, params, context } = call;
    const { area } = asker;
    const stream = await findStream(tx, trainingKind, `${asker.person}.${area}`);
    const certificate = stream?.state.certificates.find(({ number }) => number === params.number);
    if (!certificate) return null;
    const course = await findCourse(tx, area, certificate.courseId);
    const { township, county } = officesOf(
      standards.nameOf(area.slice(0, 9)),
      standards.nameOf(area.slice(0, 6)),
    );
    const about = {
      ...{ name: asker.name, course: course?.title ?? '', organ: county.bureau },
      ...{ unit: area.length > 6 ? township.name : county.bureau, demo: context.demo },
    };
    return { paper: 'training-certificate', data: certificatePaperOf(certificate, about), area };
  });
}
