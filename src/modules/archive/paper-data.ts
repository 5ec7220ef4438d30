import type { DataOf } from '../../paper/index.ts';
import { type CasePaper, paperHead, paperHousehold } from '../case/paper-head.ts';
import { SCHEME } from '../../rules/scheme.ts';
import type { ArchiveItem } from './archive.ts';
import { archiveItems } from './item.ts';
import type { LaterItem } from './later.ts';

/**
 * 卷内目录： the closed index with what came later behind it, or what it would be today (DA-01, DA-08). Null before there is an application.
 */
export function archiveIndexOf(
  sheet: CasePaper<unknown>,
  later: readonly LaterItem[],
): DataOf<'archive-index'> | null {
  const { state, townshipName, personName } = sheet;
  const { archived } = state.archive;
  const { accepted } = state.intake;
  const { openedOn } = state.course;
  if (!accepted || !openedOn) return null;
  const outcome = state.confirmation.decision?.outcome ?? 'grant';
  return {
    head: paperHead(sheet),
    household: paperHousehold(sheet),
    archiveNumber: `${townshipName}-${SCHEME[state.course.scheme]}-${accepted.number}`,
    kind: 'approval',
    retention: `${outcome === 'grant' ? '退出救助' : '决定'}后不少于5年`,
    openedOn,
    ...(archived && { closedOn: archived.on }),
    entries: [...(archived?.items ?? archiveItems(state)).map(entryOf), ...later.flatMap(added)],
    keeper: archived ? { name: personName(archived.by), signedOn: archived.on } : {},
  };
}

type Entry = DataOf<'archive-index'>['entries'][number];

function entryOf({ title, on, hash }: ArchiveItem): Entry {
  return {
    title: title.slice(0, 80),
    ...(on && { date: on }),
    ...(hash && { note: `SM3 ${hash.slice(0, 16)}` }),
  };
}

/** What came after the file was closed, behind its index: the event and each file that came with it. */
function added({ class: kind, title, on, files }: LaterItem): readonly Entry[] {
  const note = kind === 'approval' ? '续补' : '续补，日常管理类';
  return [
    { title: title.slice(0, 80), date: on, note },
    ...files.map(({ name, hash }) => entryOf({ title: `${title}：${name}`, on, hash })),
  ];
}
