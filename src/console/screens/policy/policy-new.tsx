import { useState } from 'react';
import { newKey } from '../../../ui/intent.ts';
import { blankPolicy } from './policy-form.ts';
import { PolicyDrafting } from './policy-drafting.tsx';

/** 起草新标准. */
export default function PolicyNew() {
  const [policyId] = useState(newKey);
  return (
    <PolicyDrafting
      title="起草新标准"
      name="policy:new"
      policyId={policyId}
      initial={blankPolicy}
    />
  );
}
