import { useEffect, useRef, useState } from 'react';
import { searchApplicants } from '../../../modules/intake/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { type Found, FoundPeople } from '../intake/found-people.tsx';

/** Who has this ID number or phone; asked in a body, because such a number must not stand in an address. */
export function NumberSearch({ text }: { text: string }) {
  const [found, setFound] = useState<Found | null>(null);
  const { give, problem, busy } = useCommand(searchApplicants);
  const latest = useRef(give);
  latest.current = give;
  // A new number is a new question; nothing else asks again.
  useEffect(() => {
    setFound(null);
    void latest.current({ params: {}, body: { text } }).then((done) => {
      if (done.ok) setFound(done.answer);
    });
  }, [text]);
  return (
    <Panel title="按号码查找">
      {busy && <p>正在查找…</p>}
      <Refusal problem={problem} />
      {found && <FoundPeople found={found} />}
    </Panel>
  );
}
