import { Link } from '@tanstack/react-router';
import { instrumentOpenCases } from '../../../modules/delegation/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { casePath } from '../case/case-words.ts';

/** The cases a withdrawal would send to the county. */
export function OpenCases({ instrumentId }: { instrumentId: string }) {
  const { answer, awaiting, problem } = useAnswer(instrumentOpenCases, {
    params: { instrumentId },
  });
  return (
    <>
      <Refusal problem={problem} />
      <Awaiting what={awaiting} />
      <ul>
        {answer?.cases.map(({ caseId, number, applicant, act, totalDue }) => (
          <li key={caseId}>
            <Link to={casePath(caseId)}>{applicant || '尚未登记姓名'}</Link> {number || '尚未受理'}
            {act && ` · ${act}`}
            {totalDue && ` · 总期限 ${totalDue}`}
          </li>
        ))}
      </ul>
    </>
  );
}
