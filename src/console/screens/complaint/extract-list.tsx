import { extractList } from '../../../modules/complaint/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';

/** 举报核查情况通报: what the county tells townships of complaints, in its own words. */
export default function ExtractList() {
  const { answer, awaiting, problem, askAgain } = useAnswer(extractList, { params: {} });
  return (
    <Page
      title="举报核查情况通报"
      under="县级核查有结论以后下发的摘要；举报人是谁不在其中，也不得打听"
    >
      <Refusal problem={problem} onAgain={askAgain} />
      {!answer && awaiting && <p className="ym-empty">{awaiting}</p>}
      {answer?.extracts.length === 0 && (
        <p className="ym-empty">没有通报。县级下发摘要以后列在这里。</p>
      )}
      {answer?.extracts.map(({ extractId, townshipName, text, releasedOn }) => (
        <Panel key={extractId} title={`${townshipName} · ${dayWords(releasedOn)}`}>
          <p>{text}</p>
        </Panel>
      ))}
    </Page>
  );
}
