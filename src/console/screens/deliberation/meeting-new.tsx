import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { callMeeting, meetingCandidates } from '../../../modules/deliberation/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { type Candidates, kindTitles, meetingPath } from './meeting-words.ts';
import './meeting.css';

const blank = {
  kind: null as keyof typeof kindTitles | null,
  on: null as LocalDate | null,
  at: '09:30',
  place: '',
  chair: null as string | null,
  recorder: null as string | null,
  /** Rank below the chair, where somebody changed it. */
  rank: [] as readonly string[],
};

/** 召集会议： everybody with a vote is entitled; only their order, the day and the place are chosen. */
export default function MeetingNew() {
  const { answer, awaiting, problem } = useAnswer(meetingCandidates, { params: {} });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  return <CallForm people={answer.people} me={answer.me} bodies={answer.bodies} />;
}

function CallForm({ people, me, bodies }: Pick<Candidates, 'people' | 'me' | 'bodies'>) {
  const [meetingId] = useState(newKey);
  const navigate = useNavigate();
  const draft = useDraft('meeting:new', blank);
  const command = useCommand(callMeeting);
  const bind = useFields(draft.value, draft.setValue, command.errors);
  const members = distinct(people.filter(({ role }) => role !== 'secretary'));
  const secretaries = distinct(people.filter(({ role }) => role === 'secretary'));
  const { on, at, place } = draft.value;
  const kinds = bodies.map((value) => ({ value, label: kindTitles[value] }));
  const kind = draft.value.kind ?? bodies.at(-1) ?? null;
  const chair = draft.value.chair ?? people.find(({ role }) => role === 'chair')?.person ?? null;
  const recorder =
    draft.value.recorder ?? secretaries.find(({ person }) => person === me)?.person ?? null;
  const entitled = ranked(members, chair, draft.value.rank);
  const act = async () => {
    const body = { kind, on, at, place, chair, recorder, entitled } as Parameters<
      typeof command.give
    >[0]['body'];
    const done = await command.give({ params: { meetingId }, body });
    if (!done.ok) return;
    await draft.discard();
    await navigate({ to: meetingPath(meetingId) });
  };
  const options = (list: typeof members) =>
    list.map(({ person, name }) => ({ value: person, label: name }));
  return (
    <Page
      title="召集会议"
      under={<DraftStatus draft={draft} />}
      next={<NextAct title={command.title} onAct={() => void act()} busy={command.busy} />}
    >
      <ErrorSummary errors={command.errors} />
      <Refusal problem={command.problem} onAgain={() => void act()} />
      <EnterMoves>
        <Panel>
          <div className="ym-form">
            <CodeSelect label="会议" required options={kinds} {...bind('kind')} value={kind} />
            <DateField label="日期" required {...bind('on')} />
            <TextField label="时间" required hint="例如 09:30" {...bind('at')} />
            <TextField label="地点" required {...bind('place')} />
            <CodeSelect
              label="主持人"
              required
              options={options(members)}
              {...bind('chair')}
              value={chair}
            />
            <CodeSelect
              label="记录人（会议秘书，不表决）"
              required
              options={options(secretaries)}
              {...bind('recorder')}
              value={recorder}
            />
          </div>
        </Panel>
      </EnterMoves>
      <Ranking
        entitled={entitled}
        members={members}
        chair={chair}
        onRank={(rank) => draft.setValue((now) => ({ ...now, rank }))}
      />
    </Page>
  );
}

type RankingProps = {
  readonly entitled: readonly string[];
  readonly members: Candidates['people'];
  readonly chair: string | null;
  readonly onRank: (rank: readonly string[]) => void;
};

function Ranking({ entitled, members, chair, onRank }: RankingProps) {
  return (
    <Panel title={`应到会成员 ${entitled.length} 人`}>
      <p className="ym-quiet">
        本级全部有表决权的成员。主持人缺席或者回避时，由到会成员中排名在前的主持。
      </p>
      <ol className="yd-lines">
        {entitled.map((person, index) => (
          <li key={person} className="yd-line">
            <span>
              {index + 1}. {members.find((each) => each.person === person)?.name}
              {person === chair && '（主持人）'}
            </span>
            {index > 1 && (
              <Button size="small" onClick={() => onRank(movedUp(entitled, index))}>
                上移
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function distinct(people: Candidates['people']): Candidates['people'] {
  return [...new Map(people.map((each) => [each.person, each])).values()];
}

function ranked(
  members: Candidates['people'],
  chair: string | null,
  rank: readonly string[],
): string[] {
  const place = ({ person }: { person: string }) => {
    if (person === chair) return -1;
    const at = rank.indexOf(person);
    return at < 0 ? members.length : at;
  };
  return members.toSorted((one, other) => place(one) - place(other)).map(({ person }) => person);
}

function movedUp(list: readonly string[], index: number): string[] {
  const moved = list[index];
  const rest = list.filter((_, at) => at !== index);
  return moved === undefined ? rest : rest.toSpliced(index - 1, 0, moved);
}
