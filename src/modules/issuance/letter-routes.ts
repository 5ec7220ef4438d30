import { villageName } from '../../kernel/village-name.ts';
import { dayOf } from '../../kernel/clock.ts';
import { writeLetter } from '../../platform/document/write-letter.ts';
import { read } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import { parsed, rawRoute, type Router } from '../../platform/http/route.ts';
import { applicantName } from '../household/index.ts';
import { getCase } from '../case/get-case.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { type CoverLetterKind, coverLetterOf, coverLetters } from './cover-letter.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** 转介函, 协查函, 备案函 as DOCX: a draft that somebody edits and sends, not an issued paper. */
export function registerCoverLetters(router: Router, standards: Standards): void {
  rawRoute(router, contract.coverLetter, access.CoverLetter, async (call) => {
    const { request, reply, asker, params, context } = call;
    const { id } = parsed(contract.coverLetterSearch, request.query);
    if (!Object.hasOwn(coverLetters, params.letter)) throw absent();
    const kind = params.letter as CoverLetterKind;
    const { state, area } = await read(context.database, principalOf(asker), (tx) =>
      getCase(standards, { tx, asker, context }, params.caseId),
    );
    const township = standards.nameOf(area.slice(0, 9));
    const offices = officesOf(township, standards.nameOf(area.slice(0, 6)));
    const letter = coverLetterOf(kind, state, {
      today: dayOf(context.clock.now()),
      applicant: applicantName(state.household) || '申请人',
      villageName: villageName(standards.nameOf(area)),
      organ: offices.township.name,
      bureau: offices.county.bureau,
      id,
    });
    if (!letter) throw absent();
    const warning = context.demo ? { warning: '演示数据，不具有任何效力' } : {};
    const bytes = await writeLetter({ ...letter, ...warning });
    const name = encodeURIComponent(`${coverLetters[kind]}.docx`);
    return reply
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .header('x-content-type-options', 'nosniff')
      .type(DOCX)
      .send(Buffer.from(bytes));
  });
}
