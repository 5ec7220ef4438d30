import { randomUUID } from 'node:crypto';
import { dayOf } from '../../kernel/clock.ts';
import { type LocalDate, formatDate } from '../../kernel/local-date.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';
import { SYSTEM, write, type WriteTx } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { absent, invalid, refusedBy } from '../../platform/http/problem.ts';
import type { Router } from '../../platform/http/route.ts';
import { type Act, append, lockStream } from '../../platform/record/record.ts';
import { placeCode } from '../../kernel/place.ts';
import { publicCommand } from '../identity/public-route.ts';
import { inPostIn } from '../identity/store.ts';
import type { Standards } from '../standards/store.ts';
import { type ComplaintState, dueOf, standingOf } from './complaint.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { accusedOf, isPlaceOfCounty, limitsOf } from './linked-case.ts';
import { complaintKind, findByCode, storeCode } from './store.ts';
import { openFromVault, sealInVault } from './vault.ts';

const PER_MINUTE = 10;
/** Nobody with an account: the reporter's own device. */
const PORTAL = 'portal';

const digestOf = (code: string) => sm3(Buffer.from(`complaint-code ${code}`)).toString('hex');

function portalAct(context: Context): Act {
  const recordedAt = context.clock.now();
  return { actor: PORTAL, post: PORTAL, command: randomUUID(), recordedAt };
}

/** What a family does by phone: report, and follow it by a code that only their device knows. */
export function registerPortal(router: Router, standards: Standards): void {
  const { context } = router;
  const { database } = context;
  publicCommand(router, contract.fileComplaint, PER_MINUTE, ({ body }) =>
    write(database, SYSTEM, (tx) => file(tx, context, standards, body)),
  );
  publicCommand(router, contract.traceComplaint, PER_MINUTE, ({ body }) =>
    write(database, SYSTEM, (tx) => trace(tx, context, body.code)),
  );
}

type Filed = ReturnType<(typeof contract.fileComplaint)['body']['parse']>;

async function file(tx: WriteTx, context: Context, standards: Standards, body: Filed) {
  const { complaintId, place, text, reporter } = body;
  if (!isPlaceOfCounty(standards, place)) throw invalid(['place'], '没有这个地方，请重新选择。');
  const digest = digestOf(body.code);
  // Sent again after the line broke: the same code says it is the same complaint.
  if ((await findByCode(tx, digest))?.complaintId === complaintId) return { ok: true };
  const act = portalAct(context);
  const today = dayOf(act.recordedAt);
  const area = place.slice(0, 6);
  const officials = await inPostIn(tx, area, today);
  // Nobody would ever see it.
  if (!officials.some(({ role }) => role === 'inspector' || role === 'county-leader')) {
    throw invalid(
      ['place'],
      '这里只受理本县的举报，请选择本县的乡镇、村；反映其他地方的，请向当地民政部门提出。',
    );
  }
  const seal = (part: 'text' | 'reporter', words: string) =>
    sealInVault(context, complaintId, part, words);
  const loaded = (await lockStream(tx, complaintKind, complaintId)) ?? {
    ...{ id: complaintId, area, version: 0, state: complaintKind.initial },
  };
  const decision = decide.receive(
    { channel: PORTAL, receivedOn: today, place, files: [] },
    loaded.state,
    {
      ...{ now: act.recordedAt, today },
      by: { person: PORTAL, name: '', post: PORTAL, role: PORTAL, area: placeCode(area) },
      accused: accusedOf(officials, ({ name }) => body.accused.includes(name)),
      text: seal('text', text),
      reporter: reporter && seal('reporter', JSON.stringify(reporter)),
      limits: limitsOf(standards, area, today),
    },
  );
  if (!decision.ok) throw refusedBy(decision.refusal);
  await append(tx, complaintKind, loaded, decision.events, act);
  await storeCode(tx, { digest, complaintId, area });
  return { ok: true };
}

async function trace(tx: WriteTx, context: Context, code: string) {
  const found = await findByCode(tx, digestOf(code));
  const loaded = found && (await lockStream(tx, complaintKind, found.complaintId));
  if (!loaded) throw absent();
  const { id, state } = loaded;
  await append(tx, complaintKind, loaded, decide.seeAnswer(state), portalAct(context));
  return {
    standing: standingOf(state),
    words: wordsFor(state),
    dueOn: dueOf(state) ?? '',
    answer:
      openFromVault(context, id, 'answer', state.answered?.answer) ||
      openFromVault(context, id, 'reason', state.declined?.reason),
  };
}

/** For the person who reported, in plain words. */
function wordsFor(state: ComplaintState): string {
  const by = (day: LocalDate | null) => (day ? `，${formatDate(day)}前` : '');
  const words = {
    received: `县民政局已经收到您反映的事情${by(dueOf(state))}告诉您是否受理。`,
    accepted: `县民政局正在核查${by(dueOf(state))}办结。您的姓名和联系方式不会告诉被反映的人。`,
    concluded: '已经查完，正在给您答复。',
    closed: '已经办结。',
    declined: '这件事不由民政部门受理，理由写在下面。',
    'passed-up': `已经转送${state.passedUp?.to ?? '上级机关'}办理。`,
  };
  return words[standingOf(state)];
}
