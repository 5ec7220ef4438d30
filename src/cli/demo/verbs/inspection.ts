import { randomUUID } from 'node:crypto';
import type { FileRef } from '../../../kernel/evidence.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { checkView, recordCheck } from '../../../modules/inspection/contract.ts';
import * as contract from '../../../modules/inspection/correction-contract.ts';
import { commitmentOf } from '../../../modules/draw/cbs.ts';
import * as draw from '../../../modules/draw/contract.ts';
import type { Party } from '../../../modules/draw/draw.ts';
import type { Desk, Reply } from '../desk.ts';

/** Who takes part in a draw. The city has no account here: the inspector brings its sealed letter. */
export type DrawDesks = {
  readonly inspector: Desk;
  readonly leader: Desk;
  readonly auditor: Desk;
  readonly aid: Desk;
};

const SECRETS: { readonly [P in Party]: string } = {
  'county-civil-affairs': 'a1'.repeat(32),
  'county-discipline': 'b2'.repeat(32),
  'city-civil-affairs': 'c3'.repeat(32),
};

const deskOf = (desks: DrawDesks, party: Party): Desk =>
  ({
    'county-civil-affairs': desks.leader,
    'county-discipline': desks.auditor,
    'city-civil-affairs': desks.inspector,
  })[party];

/** A party's commitment; the city's comes with its letter. */
export function commit(
  desks: DrawDesks,
  drawId: string,
  party: Party,
  letter: FileRef | null,
): Promise<Reply> {
  const period = { county: drawId.slice(0, 6), period: drawId.slice(7) };
  const commitment = commitmentOf({ party, secret: SECRETS[party] }, period);
  return deskOf(desks, party).give(draw.commitSecret, { drawId }, { party, commitment, letter });
}

export function reveal(desks: DrawDesks, drawId: string, party: Party): Promise<Reply> {
  const body = { party, secret: SECRETS[party], openedFrom: 'party', reason: '', proof: null };
  return deskOf(desks, party).give(draw.revealSecret, { drawId }, body);
}

export async function drawVersion(desk: Desk, drawId: string): Promise<number> {
  return (await desk.ask(draw.drawView, { drawId })).body.version;
}

export type CheckFiles = { readonly photo: FileRef; readonly sheet: FileRef };

/** The sheet of a visit where all is as the file says, or where the income is not. */
export function checkBody(
  on: LocalDate,
  visitors: readonly string[],
  { photo, sheet }: CheckFiles,
  differs = false,
) {
  return {
    ...{ on, visitors, place: '户内', photos: [photo], signatures: [sheet] },
    outcome: differs ? 'differs' : 'agrees',
    grade: differs ? 'grave' : 'none',
    discrepancies: differs ? ['income'] : [],
    facts: [
      {
        ...{ item: '收入来源', onFile: '务农', agrees: !differs },
        onSite: differs ? '长子在镇上开店，月入四千元' : '务农，与档案一致',
      },
    ],
    result: differs ? '家庭收入少报，应当重新核算' : '与档案一致',
  };
}

export async function recordVisit(
  desk: Desk,
  checkId: string,
  body: ReturnType<typeof checkBody>,
): Promise<Reply> {
  const { version } = (await desk.ask(checkView, { checkId })).body;
  return desk.give(recordCheck, { checkId }, body, { ifMatch: version });
}

export async function correctionOf(
  desk: Desk,
  of: { readonly checkId: string; readonly township: string; readonly dueOn: string },
): Promise<string> {
  const correctionId = randomUUID();
  await desk.must(
    contract.orderCorrection,
    { correctionId },
    { ...of, what: '家庭收入少报，多发了救助金', measure: '重新核算，变更救助金额，说明原因' },
  );
  return correctionId;
}
