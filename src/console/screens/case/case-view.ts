import type { ValueOf } from '../../../kernel/contract.ts';
import { type LocalDate, localDate } from '../../../kernel/local-date.ts';
import type { caseView } from '../../../modules/case/contract.ts';
import { roleTitles } from '../../../modules/identity/index.ts';
import type { LegalClock } from '../../../ui/act/clock-words.ts';
import type { Stage } from '../../../ui/reading/stage-bar.tsx';

export type CaseViewed = ValueOf<(typeof caseView)['answer']>;
export type StageViewed = CaseViewed['stages'][number];

/** A deadline of the server as the clock shows it. */
export function clockOf(due: StageViewed['due'], act?: string): LegalClock | undefined {
  if (!due) return undefined;
  const { on, left, provisional } = due;
  return { due: localDate(on), left, provisional, ...(act && { act }) };
}

/** The stages of the flow for the bar: dates, and who acted or whose turn it is. */
export function stagesForBar({ stages, summary }: CaseViewed): readonly Stage[] {
  const isClosed = summary.status === 'closed';
  // What the case does not need would only be in the way; it appears when it becomes needed.
  const needed = stages.filter(({ status }) => status !== 'not-needed');
  return needed.map((stage) => {
    const on = dayOfStage(stage);
    return {
      key: stage.id,
      title: stage.title,
      state: stateOf(stage, isClosed),
      ...(on && { on }),
      who: whoWords(stage),
    };
  });
}

function stateOf({ status }: StageViewed, isClosed: boolean): Stage['state'] {
  if (status === 'done') return 'done';
  if (status === 'waiting') return 'ahead';
  return isClosed ? 'paused' : 'now';
}

function dayOfStage({ status, actedOn, due }: StageViewed): LocalDate | null {
  if (status === 'done' && actedOn) return localDate(actedOn);
  return status === 'open' && due ? localDate(due.on) : null;
}

function whoWords(stage: StageViewed): string {
  const acted = stage.actedBy ? `${stage.actedBy} ${stage.actedOn} 办理` : '';
  if (stage.status === 'done') return [stage.because, acted].filter(Boolean).join('，');
  if (stage.status === 'waiting') return '前面的环节办完后开始';
  const turn = `由${rolesWords(stage.turn)}办理`;
  return [stage.because, turn, acted && `最近 ${acted}`].filter(Boolean).join('，');
}

export function rolesWords(roles: readonly string[]): string {
  return roles.map((role) => (roleTitles as Record<string, string>)[role] ?? role).join('、');
}

/** Stages to be worked on now: where it is this role's turn first, then where it may act, then the others. */
export function openStagesFor(
  { stages, summary }: CaseViewed,
  role: string,
): readonly StageViewed[] {
  if (summary.status === 'closed') return [];
  const rank = ({ turn, roles }: StageViewed) =>
    turn.includes(role) ? 0 : roles.includes(role) ? 1 : 2;
  return stages
    .filter(({ status }) => status === 'open')
    .toSorted((one, other) => rank(one) - rank(other));
}
