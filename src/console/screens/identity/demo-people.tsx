import { useState } from 'react';
import type { Problem } from '../../../ui/problem.ts';
import { type DemoPerson, enterDemo } from './sign-in-line.ts';

type DemoPeopleProps = {
  readonly people: readonly DemoPerson[];
  readonly onProblem: (problem: Problem | null) => void;
  readonly onDone: () => void;
};

/** The made-up people of the demo by office, each with what they do; one press enters as them. */
export function DemoPeople({ people, onProblem, onDone }: DemoPeopleProps) {
  const [entering, setEntering] = useState<string | null>(null);
  const enter = async (person: DemoPerson) => {
    setEntering(person.id);
    const reply = await enterDemo(person.id);
    setEntering(null);
    onProblem(reply.ok ? null : reply.problem);
    if (reply.ok) onDone();
  };
  return (
    <section className="yc-demo-people" aria-label="演示人员">
      <h2>以演示人员进入</h2>
      {byOffice(people).map(([office, members]) => (
        <div key={office}>
          <h3>{office}</h3>
          <ul>
            {members.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  disabled={entering !== null}
                  onClick={() => void enter(person)}
                >
                  <span className="yc-demo-name">
                    {person.name} · {person.roleTitle}
                  </span>
                  <span className="ym-quiet">
                    {entering === person.id ? '正在进入…' : person.what}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** Offices in the order in which they first appear. */
export function byOffice(people: readonly DemoPerson[]): [string, DemoPerson[]][] {
  const offices = new Map<string, DemoPerson[]>();
  for (const person of people) {
    offices.set(person.placeName, [...(offices.get(person.placeName) ?? []), person]);
  }
  return [...offices];
}
