import { dayOf } from '../../kernel/clock.ts';
import { papers } from '../../paper/index.ts';
import { joinPdf } from '../../platform/document/join-pdf.ts';
import type { Asker } from '../../platform/http/context.ts';
import { absent, ProblemError } from '../../platform/http/problem.ts';
import { askFor, parsed, queryRoute, rawRoute, type Router } from '../../platform/http/route.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { registerCoverLetters } from './letter-routes.ts';
import { listDuePapers } from './due-paper.ts';
import { agrees, readScanned } from './issuance.ts';
import { paperKinds } from './paper-kind.ts';
import { checkIssued, findIssued } from './store.ts';

export function registerIssuance(router: Router, standards: Standards): void {
  registerCheck(router);
  queryRoute(router, contract.paperKinds, access.PaperKinds, async () => ({ kinds: paperKinds() }));
  queryRoute(router, contract.duePapers, access.DuePapers, async ({ tx, asker }) => {
    const due = await listDuePapers(tx, asker.area);
    return {
      papers: due.map(({ area, ...each }) => ({ ...each, placeName: standards.nameOf(area) })),
    };
  });
  registerBatch(router);
  registerCoverLetters(router, standards);
}

function registerCheck(router: Router): void {
  queryRoute(router, contract.checkPaper, access.CheckPaper, async (call) => {
    const { tx, params, search, context } = call;
    const typed = search.h === '' ? params.code : `yimen:${params.code}.${search.h}`;
    const scanned = readScanned(typed);
    const found = scanned && (await checkIssued(tx, scanned.code));
    if (!scanned || !found) throw absent();
    const own = await findIssued(tx, scanned.code);
    const names = await context.namesOf(tx, own ? [own.person] : []);
    return {
      code: scanned.code,
      title: papers[found.paper].title,
      organ: found.organ,
      number: found.number,
      dated: found.dated,
      issuedAt: found.at,
      replacedAt: found.replacedAt,
      agrees: agrees(scanned, found.hash),
      issuedBy: own ? (names.get(own.person) ?? '') : null,
      address: own?.address ?? null,
    };
  });
}

/** Many papers as one print job, each asked for as whoever prints would ask for it alone. */
function registerBatch(router: Router): void {
  const { app } = router;
  rawRoute(router, contract.printBatch, access.PrintBatch, async (call) => {
    const { request, reply, asker, context } = call;
    const { addresses, type, sides } = parsed(contract.printBatch.body, request.body ?? {});
    const parts: Buffer[] = [];
    const errors: { path: (string | number)[]; message: string }[] = [];
    for (const [index, address] of addresses.entries()) {
      const part = await printed(app, asker, withType(address, type));
      if (part) parts.push(part);
      else errors.push({ path: ['addresses', index], message: NOT_PRINTED });
    }
    if (errors.length > 0) throw new ProblemError({ code: 'invalid', errors });
    const joined = await joinPdf(parts, {
      title: `批量打印（${parts.length}份）`,
      date: dayOf(context.clock.now()),
      isDoubleSided: sides === 'double',
    });
    return reply
      .header('content-disposition', 'inline')
      .header('x-content-type-options', 'nosniff')
      .type('application/pdf')
      .send(Buffer.from(joined));
  });
}

const NOT_PRINTED = '这份文书现在没有内容可打，或者不归您打印，请取消选择后再打';

async function printed(app: Router['app'], asker: Asker, address: string): Promise<Buffer | null> {
  const { status, type, bytes } = await askFor(app, asker, address);
  return status === 200 && type.startsWith('application/pdf') ? bytes : null;
}

function withType(address: string, type: 'usual' | 'large'): string {
  if (type === 'usual') return address;
  return `${address}${address.includes('?') ? '&' : '?'}type=${type}`;
}
