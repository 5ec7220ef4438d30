import { myWork } from '../../../modules/worklist/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { AbsenceAct, AbsenceList } from './absence-act.tsx';
import { WorkTable } from './work-table.tsx';
import { countWords } from './work-words.ts';

/** 我的任务: what is with me by name, and when I am away. */
export default function MyWork() {
  const { answer, awaiting, problem, askAgain } = useAnswer(myWork, { params: {} });
  const { session } = useSession();
  if (!answer) {
    return (
      <Page title="我的任务">
        <Refusal problem={problem} onAgain={askAgain} />
        <Awaiting what={awaiting} />
      </Page>
    );
  }
  const { id = '', name = '' } = session?.person ?? {};
  return (
    <Page title="我的任务" under={countWords(answer.items)}>
      <Panel title="分给我的">
        <WorkTable items={answer.items} empty="现在没有分给您的任务；新的任务几分钟内会分到人。" />
      </Panel>
      <section className="yc-quiet-acts" aria-label="离岗">
        <h2>离岗</h2>
        <AbsenceList absences={answer.absences} onDone={askAgain} />
        <AbsenceAct
          holders={[{ person: id, name, holderId: answer.holderId }]}
          substitutes={answer.colleagues}
          onDone={askAgain}
        />
      </section>
    </Page>
  );
}
