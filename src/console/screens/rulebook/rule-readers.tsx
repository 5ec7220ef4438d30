import { workingRuleReaders } from '../../../modules/rulebook/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from './rule-words.ts';
import '../../card-table.css';

/** Who must have read the text that holds: those who have not come first. */
export function RuleReaders({ ruleId }: { readonly ruleId: string }) {
  const found = useAnswer(workingRuleReaders, { params: { ruleId } });
  const { answer } = found;
  if (!answer) {
    return (
      <Panel title="谁没有读">
        <Refusal problem={found.problem} onAgain={found.askAgain} />
        <Awaiting what={found.awaiting} />
      </Panel>
    );
  }
  const unread = answer.readers.filter(({ readOn }) => readOn === '');
  const read = answer.readers.filter(({ readOn }) => readOn !== '');
  return (
    <Panel title={unread.length > 0 ? `${unread.length} 人没有读` : '应读的人都已阅读'}>
      <div className="yc-card-room">
        <table className="yc-card-table">
          <thead>
            <tr>
              <th>姓名</th>
              <th>岗位</th>
              <th>地方</th>
              <th>阅读</th>
            </tr>
          </thead>
          <tbody>
            {[...unread, ...read].map((each) => (
              <tr key={`${each.person} ${each.placeName}`}>
                <th scope="row">{each.name}</th>
                <td data-label="岗位">{each.roleTitle}</td>
                <td data-label="地方">{each.placeName}</td>
                <td data-label="阅读">{each.readOn ? dayWords(each.readOn) : '没有读'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
