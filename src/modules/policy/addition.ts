import type { LocalDate } from '../../kernel/local-date.ts';
import type { PublishedPart } from '../standards/index.ts';

type Row = Readonly<Record<string, unknown>>;

/** A locality file as it is written, as far as it is looked at here; its shape has been checked. */
type Written = {
  readonly place: string;
  readonly name: string;
  readonly documents: Readonly<Record<string, Row>>;
  readonly entries: readonly Row[];
  readonly adopts: readonly Row[];
};

export type AdditionFault = { readonly path: readonly PropertyKey[]; readonly message: string };

/** What a drafted file adds to the present one. */
export type Addition = {
  readonly documents: Readonly<Record<string, Row>>;
  readonly entries: readonly Row[];
  readonly faults: readonly AdditionFault[];
};

/**
 * A file in force is only added to: whatever was decided under it must replay as it was. What was wrong is put right
 * by a new entry, of the same day where need be, resting on a document of its own.
 */
export function additionOf(draftedJson: unknown, presentJson: unknown): Addition {
  const [drafted, present] = [written(draftedJson), written(presentJson)];
  const left = counted(present.entries);
  const faults: AdditionFault[] = [];
  const entries = drafted.entries.filter((entry, index) => {
    const key = canonical(entry);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    else if (Object.hasOwn(present.documents, String(entry['document'])))
      faults.push(restsOnOld(index));
    return count === 0;
  });
  for (const [key, count] of left) if (count > 0) faults.push(missing(JSON.parse(key) as Row));
  for (const [key, document] of Object.entries(present.documents)) {
    if (canonical(drafted.documents[key]) === canonical(document)) continue;
    const title = String(document['title'] ?? key);
    const message = `已经公布的文件“${title}”（${key}）不能改动或者删去，请恢复原样；更正的文件另写一个`;
    faults.push({ path: ['documents', ...(drafted.documents[key] ? [key] : [])], message });
  }
  if (canonical(drafted.adopts) !== canonical(present.adopts)) {
    faults.push({ path: ['adopts'], message: '暂用的口径（adopts）不能在这里改动，请恢复原样' });
  }
  const documents = Object.fromEntries(
    Object.entries(drafted.documents).filter(([key]) => !Object.hasOwn(present.documents, key)),
  );
  return { documents, entries, faults };
}

export type Issued = {
  readonly versionId: string;
  readonly file: string;
  readonly document: string;
  readonly issuer: string;
  /** Nothing decided before that day rests on it. */
  readonly inUseFrom: LocalDate;
};

/** The part as it is published: documents of its own names, with the number, known from the day it is in use. */
export function issuedPart(
  draftedJson: unknown,
  addition: Addition,
  issued: Issued,
): PublishedPart {
  const { versionId, file, document, issuer, inUseFrom } = issued;
  const { place, name } = written(draftedJson);
  const keyOf = (key: unknown) => `v-${versionId}-${String(key)}`;
  const documents = Object.entries(addition.documents).map(([key, draft]) => {
    const { numberless: _, number, ...rest } = draft;
    return [
      keyOf(key),
      { ...rest, number: number ?? document, issuer: rest['issuer'] || issuer, known: inUseFrom },
    ];
  });
  return {
    ...{ versionId, file, place, name },
    documents: Object.fromEntries(documents) as PublishedPart['documents'],
    entries: addition.entries.map((entry) => ({ ...entry, document: keyOf(entry['document']) })),
  };
}

function restsOnOld(index: number): AdditionFault {
  const message =
    '新增或者改动的规定要写明依据的新文件：请在 documents 里另写一个文件，在 document 里写它的名称';
  return { path: ['entries', index, 'document'], message };
}

function missing(entry: Row): AdditionFault {
  const side = { urban: '城市', rural: '农村' }[String(entry['residence'])] ?? '';
  const what = `“${String(entry['parameter'])}”${side}自 ${String(entry['effective'])} 起的规定`;
  const message = `已经公布的${what}不能改动或者删去，请恢复原样；写错了的，另加一条从同一天起、依据新文件的规定`;
  return { path: ['entries'], message };
}

function written(json: unknown): Written {
  const {
    place = '',
    name = '',
    documents = {},
    entries = [],
    adopts = [],
  } = (json ?? {}) as Partial<Written>;
  return { place, name, documents, entries, adopts };
}

function counted(rows: readonly Row[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const key of rows.map(canonical)) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

/** As text whatever the order of the keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
