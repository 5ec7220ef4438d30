import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';
import { type CaseGiven, type CaseState, hasStage } from '../case/index.ts';
import { nextInstalment } from '../instalment/index.ts';
import type { AddedMaterial, ArchiveEvent } from './archive.ts';
import type { FileUse, FileUseEvent, FileUseState } from './file-use.ts';
import { archiveItems } from './item.ts';
import { type ArchiveRefusal, refusals } from './refusal.ts';

/**
 * What a decided case still needs before its file is closed (DA-08): service; for a grant the boards its county
 * names; where help came first its papers and the report to the meeting (LS-08, LS-09, JT-10).
 */
export function missingFromArchive(state: CaseState): readonly string[] {
  const { decision, service, completion, reported } = state.confirmation;
  const posted = state.publicity.notices.filter((each) => each.kind === 'after');
  const boards = { township: '乡镇公布', village: '村（社区）公布' } as const;
  const places = state.assessment.opinion?.places ?? ['township', 'village'];
  const unposted = (['township', 'village'] as const).filter(
    (level) => places.includes(level) && posted.every((each) => each.level !== level),
  );
  return [
    ...(service ? [] : ['送达回证']),
    ...(hasStage(state, 'completion') && !completion ? ['先行救助的补充说明'] : []),
    ...(hasStage(state, 'report') && !reported ? ['向会议报告的记录'] : []),
    ...(decision?.outcome === 'grant' ? unposted.map((level) => boards[level]) : []),
    ...(nextInstalment(state) ? ['分次发放的记录'] : []),
  ];
}

/** Closes the file of one household: its index as the record has it at this moment, and how long it is kept. */
export function archiveCase(_: object, state: CaseState): Decision<ArchiveEvent, ArchiveRefusal> {
  if (state.archive.archived) return refused(refusals['already-archived']);
  const { decision } = state.confirmation;
  if (!decision) return refused(refusals['nothing-to-archive']);
  const missing = missingFromArchive(state);
  if (missing.length > 0) {
    const message = `档案还缺：${missing.join('、')}。请补齐后归档。`;
    return refused({ ...refusals['archive-incomplete'], message });
  }
  return happened({
    type: 'FileArchived',
    items: archiveItems(state),
    keepUntilRule: keepUntilRule(decision.outcome),
  });
}

/** A paper made elsewhere that belongs into the closed file; its index stays and the paper comes behind it. */
export function addMaterial(
  material: AddedMaterial,
  state: CaseState,
  { today }: Pick<CaseGiven, 'today'>,
): Decision<ArchiveEvent, ArchiveRefusal> {
  if (!state.archive.archived) return refused(refusals['file-not-archived']);
  if (material.on > today) return refused(refusals['material-from-future']);
  return happened({ type: 'MaterialAdded', material });
}

/** The 2008 notice asks for three years after the household left; we keep five until it is settled (D-10). */
export function keepUntilRule(outcome: 'grant' | 'refuse'): string {
  const { source, doubt = '' } = cite('DA-02');
  const from = outcome === 'grant' ? '退出救助之日' : '决定之日';
  return `自${from}起不少于5年。依据：${source}。${doubt}`;
}

type UseAnswer = Decision<FileUseEvent, ArchiveRefusal>;

/** What a use is judged by: the file as it stands, and the packets its asker already waits for. */
export type UseGiven = {
  readonly today: LocalDate;
  readonly isArchived: boolean;
  readonly isLent: boolean;
  /** Accepted or ended: there is something to prove. */
  readonly isBegun: boolean;
  readonly waitsForPacket: boolean;
};

/** Registers who uses the file of a household, and why, before it is opened, handed out or copied (DA-06). */
export function useFile(use: FileUse, state: FileUseState, given: UseGiven): UseAnswer {
  if (state) return refused(refusals['use-exists']);
  const no = use.way === 'packet' ? whyNoPacket(given) : whyNoUse(use, given);
  return no ? refused(refusals[no]) : happened({ type: 'FileUsed', use });
}

function whyNoPacket({ isBegun, waitsForPacket }: UseGiven): ArchiveRefusal | null {
  if (!isBegun) return 'packet-too-early';
  return waitsForPacket ? 'packet-under-way' : null;
}

function whyNoUse({ way, dueOn }: FileUse, given: UseGiven): ArchiveRefusal | null {
  if (!given.isArchived) return 'file-not-archived';
  if (way !== 'loan') return null;
  if (given.isLent) return 'file-lent';
  return dueOn !== null && dueOn < given.today ? 'due-before-today' : null;
}

export function returnFile(command: { condition: string }, state: FileUseState): UseAnswer {
  if (state?.way !== 'loan' || state.returned) return refused(refusals['file-not-lent']);
  return happened({ type: 'FileReturned', condition: command.condition });
}
