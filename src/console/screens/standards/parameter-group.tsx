import { useState } from 'react';
import type { LocalityParameter, LocalityValues } from '../../../modules/standards/contract.ts';
import { ParameterHistory } from './parameter-history.tsx';
import { PublishedFigures } from './published-figure.tsx';
import { type Group, otherOf, saysTheSame } from './shown-parameter.ts';

type ParameterGroupProps = {
  readonly group: Group;
  readonly values: LocalityValues;
  /** The other place or day, while two are compared. */
  readonly other: LocalityValues | undefined;
  readonly heads: readonly [string, string];
};

/** One group of figures and rules, each with where it comes from; two side by side while comparing. */
export function ParameterGroup({ group, values, other, heads }: ParameterGroupProps) {
  return (
    <details className="ym-panel" open>
      <summary>
        <h2>
          {group.title} <span className="yc-band-count">{group.parameters.length} 项</span>
        </h2>
      </summary>
      <div className="yc-card-room">
        <table className="yc-card-table yc-parameters" data-compared={other ? '' : undefined}>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">{other ? heads[0] : '规定和出处'}</th>
              {other && <th scope="col">{heads[1]}</th>}
            </tr>
          </thead>
          <tbody>
            {group.parameters.map((parameter) => (
              <ParameterRow
                key={parameter.name}
                parameter={parameter}
                values={values}
                other={other}
                otherParameter={otherOf(other?.groups, group.title, parameter.name)}
                heads={heads}
              />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

type ParameterRowProps = Omit<ParameterGroupProps, 'group'> & {
  readonly parameter: LocalityParameter;
  readonly otherParameter: LocalityParameter | null;
};

function ParameterRow({ parameter, values, other, otherParameter, heads }: ParameterRowProps) {
  const [isOpen, setOpen] = useState(false);
  const times = parameter.timeline.length;
  const isDifferent = other && !saysTheSame(parameter, otherParameter);
  return (
    <tr data-open={isDifferent ? '' : undefined}>
      <th scope="row">
        {parameter.title}
        {isDifferent && <span className="yc-different">不同</span>}
        {times > 1 && (
          <button
            type="button"
            className="ym-link yc-history-act"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? '收起历年' : `历年 ${times} 次`}
          </button>
        )}
      </th>
      <td data-label={heads[0]}>
        <PublishedFigures parameter={parameter} blocks={blocksOf(values, parameter.name)} />
        {isOpen && <ParameterHistory parameter={parameter} on={values.on} />}
      </td>
      {other && (
        <td data-label={heads[1]}>
          <PublishedFigures parameter={otherParameter} blocks={blocksOf(other, parameter.name)} />
        </td>
      )}
    </tr>
  );
}

function blocksOf({ missing }: LocalityValues, name: string): readonly string[] | null {
  return missing.find((each) => each.name === name)?.blocks ?? null;
}
