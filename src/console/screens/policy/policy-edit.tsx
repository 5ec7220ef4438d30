import { policyView } from '../../../modules/policy/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useParam } from '../../use-param.ts';
import { PolicyDrafting } from './policy-drafting.tsx';
import { formOf } from './policy-form.ts';

/** 修改草案: what was saved, to be changed; it needs another preview afterwards. */
export default function PolicyEdit() {
  const policyId = useParam('policyId');
  const { answer, awaiting, problem } = useAnswer(policyView, { params: { policyId } });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const { version, content } = answer;
  return (
    <PolicyDrafting
      title="修改草案"
      name={`policy:${policyId}:${version}`}
      policyId={policyId}
      version={version}
      initial={formOf(content)}
    />
  );
}
