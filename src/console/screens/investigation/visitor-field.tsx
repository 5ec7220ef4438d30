import { colleagues } from '../../../modules/investigation/contract.ts';
import { FieldFrame, type FieldProps } from '../../../ui/field/field-frame.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';

type Colleague = { readonly person: string; readonly name: string };

/** Who of one's own office may take part in a visit. */
export function useColleagues(role: string): readonly Colleague[] {
  return useAnswer(colleagues, { params: {}, search: { role } }).answer?.colleagues ?? [];
}

/** The people of a visit, chosen by name; large targets for a thumb. */
export function VisitorField(
  props: FieldProps<readonly string[]> & { readonly people: readonly Colleague[] },
) {
  const { value, onChange, people } = props;
  const toggle = (person: string, isIn: boolean) =>
    onChange(isIn ? [...value, person] : value.filter((each) => each !== person));
  return (
    <FieldFrame {...props} group>
      {({ id }) => (
        <div className="yc-tiles">
          {people.map(({ person, name }, index) => (
            <label key={person} className="yc-tile">
              <input
                type="checkbox"
                id={index === 0 ? id : `${id}--${person}`}
                checked={value.includes(person)}
                onChange={(event) => toggle(person, event.target.checked)}
              />
              <span>{name}</span>
            </label>
          ))}
          {people.length === 0 && <p className="ym-empty">正在读取同事名单…</p>}
        </div>
      )}
    </FieldFrame>
  );
}
