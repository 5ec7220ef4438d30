import { Button } from 'antd';
import { useState } from 'react';
import { findingHolders } from '../../../modules/matching/contract.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';

type HandOverProps = {
  readonly findingId: string;
  readonly busy: boolean;
  readonly onHand: (person: string) => void;
};

/** Names who looks into a finding, from those whose work it is. */
export function HandOver({ findingId, busy, onHand }: HandOverProps) {
  const { answer } = useAnswer(findingHolders, { params: { findingId } });
  const [chosen, setChosen] = useState<string | null>(null);
  const options = (answer?.holders ?? []).map(({ person, name }) => ({
    value: person,
    label: name,
  }));
  if (options.length === 0) return null;
  return (
    <>
      <CodeSelect
        id="holder"
        label="核查人员"
        options={options}
        value={chosen}
        onChange={setChosen}
      />
      <Button disabled={busy || chosen === null} onClick={() => chosen && onHand(chosen)}>
        交由此人核查
      </Button>
    </>
  );
}
