import { read, write } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { receiveFile } from '../../platform/http/receive-file.ts';
import {
  parsed,
  rawRoute,
  type RawCall,
  requireArea,
  type Router,
} from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import { isRecused } from '../case/index.ts';
import { type CaseKind, caseKind } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { type EvidenceFile, evidenceOf, storeEvidence } from './store.ts';

/** Photos and scans: in through one door that judges them, out as a copy made anew (TH-16). */
export function registerFiles(router: Router, standards: Standards): void {
  const kind = caseKind(standards);
  rawRoute(router, contract.uploadCaseFile, access.UploadCaseFile, async (call) => {
    const { caseId } = call.params;
    return store(call, caseId, await areaOfCase(call, kind, caseId));
  });
  rawRoute(router, contract.uploadFile, access.UploadFile, (call) =>
    store(call, '', call.asker.area),
  );
  rawRoute(router, contract.viewFile, access.ViewFile, async (call) => {
    const { page } = parsed(contract.pageOfFile, call.request.query);
    await getVisible(call, kind);
    const bytes = await call.context.files.readView(call.params.hash, page);
    if (!bytes) throw absent();
    return send(call, bytes, 'image/jpeg', 'inline');
  });
  rawRoute(router, contract.originalFile, access.OriginalFile, async (call) => {
    const { name, mime } = await getVisible(call, kind);
    const bytes = await call.context.files.readOriginal(call.params.hash);
    if (!bytes) throw absent();
    const named = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    return send(call, bytes, mime, named);
  });
}

/** The case's village: a file of the county's own visit belongs to the case's township too. */
async function areaOfCase(
  { context, asker }: RawCall<string>,
  kind: CaseKind,
  caseId: string,
): Promise<string> {
  const loaded = await read(context.database, principalOf(asker), (tx) =>
    findStream(tx, kind, caseId),
  );
  if (!loaded || isRecused(loaded.state, asker.person)) throw absent();
  requireArea(context, asker, loaded.area);
  return loaded.area;
}

async function store(call: RawCall<string>, caseId: string, area: string): Promise<unknown> {
  const { context, asker, request } = call;
  const sent = await receiveFile(request);
  const put = await context.files.put(sent.bytes, sent.name);
  if (!put.ok) throw invalid(['file'], put.message);
  const { hash, name, kind, bytes, pages, capture } = put;
  const mime = kind === 'pdf' ? 'application/pdf' : `image/${kind}`;
  const file = { hash, caseId, area, name, mime, bytes, pages, takenAt: capture.takenAt ?? '' };
  await write(context.database, principalOf(asker), (tx) =>
    storeEvidence(tx, file, { person: asker.person, at: context.clock.now() }),
  );
  return { hash, name, mime, bytes, pages };
}

/** The file as the asker may see it: attached in their area, not to the case of their own relatives (JT-05). */
async function getVisible(
  { context, asker, params }: RawCall<'/files/:hash'>,
  kind: CaseKind,
): Promise<EvidenceFile> {
  return read(context.database, principalOf(asker), async (tx) => {
    for (const file of await evidenceOf(tx, params.hash)) {
      if (context.checksAccess && !file.area.startsWith(asker.area)) continue;
      if (file.caseId === '') return file;
      const loaded = await findStream(tx, kind, file.caseId);
      if (loaded && !isRecused(loaded.state, asker.person)) return file;
    }
    throw absent();
  });
}

/** Sent so that a browser shows it as a picture or saves it, and never runs it. */
function send(call: RawCall<string>, bytes: Buffer, mime: string, disposition: string): unknown {
  return call.reply
    .header('content-disposition', disposition)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .type(mime)
    .send(bytes);
}
