import { useState } from 'react';
import { access } from '../../../modules/worklist/access.ts';
import { assignWork, type ListedWork, workload } from '../../../modules/worklist/contract.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import { roleTitles, type Role } from '../../../modules/identity/index.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useSession } from '../../session.ts';
import { AbsenceAct, AbsenceList } from './absence-act.tsx';
import { WorkTable } from './work-table.tsx';
import { countWords } from './work-words.ts';

type Load = ValueOf<(typeof workload)['answer']>;

/** 任务和人手: who has how much, who is away, what is late; the leader gives it to somebody else here. */
export default function WorkloadPage() {
  const { answer, awaiting, problem, askAgain } = useAnswer(workload, { params: {} });
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const leads = access.AssignWork.roles.some((each) => each === role);
  if (!answer) {
    return (
      <Page title="任务和人手">
        <Refusal problem={problem} onAgain={askAgain} />
        <Awaiting what={awaiting} />
      </Page>
    );
  }
  const unowned = answer.unowned > 0 ? `；${answer.unowned} 项正在分办` : '';
  return (
    <Page title="任务和人手" under={`${countWords(answer.items)}${unowned}`}>
      <Panel title="任务">
        <p className="ym-quiet">
          超期 {answer.escalateAfter} 个工作日的，同时列入上一级的任务和人手。
        </p>
        <WorkTable
          items={answer.items}
          last={{
            title: '办理人',
            cell: (item) =>
              leads && item.place === answer.place ? (
                <Owner item={item} people={answer.people} onDone={askAgain} />
              ) : (
                ownerWords(item)
              ),
          }}
          empty="现在没有任务。"
        />
      </Panel>
      <People people={answer.people} />
      <section className="yc-quiet-acts" aria-label="离岗">
        <h2>离岗</h2>
        <AbsenceList absences={answer.absences} onDone={askAgain} />
        {leads && (
          <AbsenceAct holders={answer.people} substitutes={answer.people} onDone={askAgain} />
        )}
      </section>
    </Page>
  );
}

function ownerWords({ ownerName, placeName }: ListedWork): string {
  return ownerName === '' ? `${placeName}，正在分办` : `${ownerName}（${placeName}）`;
}

function People({ people }: Pick<Load, 'people'>) {
  return (
    <Panel title="人手">
      <div className="yc-card-room">
        <table className="yc-card-table">
          <thead>
            <tr>
              <th>姓名</th>
              <th>岗位</th>
              <th>在办</th>
              <th>本周到期</th>
              <th>超期</th>
              <th>在岗</th>
            </tr>
          </thead>
          <tbody>
            {mostFirst(people).map(({ person, name, roles, open, thisWeek, late, away }) => (
              <tr key={person}>
                <th scope="row">{name}</th>
                <td data-label="岗位">
                  {roles.map((role) => roleTitles[role as Role]).join('、')}
                </td>
                <td data-label="在办">{open} 项</td>
                <td data-label="本周到期">{thisWeek} 项</td>
                <td data-label="超期">{late} 项</td>
                <td data-label="在岗">{away ? '离岗' : '在岗'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function mostFirst(people: Load['people']) {
  return people.toSorted((a, b) => b.late - a.late || b.open - a.open);
}

/** With whom it is; choosing another gives it to them. */
function Owner(props: {
  readonly item: ListedWork;
  readonly people: Load['people'];
  readonly onDone: () => void;
}) {
  const { item, people, onDone } = props;
  const [chosen, setChosen] = useState(item.owner);
  const command = useCommand(assignWork);
  const act = async (person: string) => {
    setChosen(person);
    const done = await command.give({ params: { itemId: item.itemId }, body: { person } });
    if (done.ok) onDone();
    else setChosen(item.owner);
  };
  // Only whoever has one of its posts can be given it.
  const able = people.filter(({ roles }) => roles.some((role) => item.roles.includes(role)));
  const isHere = able.some(({ person }) => person === chosen);
  return (
    <>
      <select
        aria-label={`${item.what}的办理人`}
        value={chosen}
        disabled={command.busy}
        onChange={(event) => void act(event.target.value)}
      >
        {!isHere && <option value={chosen}>{item.ownerName || '正在分办'}</option>}
        {able.map(({ person, name }) => (
          <option key={person} value={person}>
            {name}
          </option>
        ))}
      </select>
      <Refusal problem={command.problem} onAgain={() => undefined} />
    </>
  );
}
