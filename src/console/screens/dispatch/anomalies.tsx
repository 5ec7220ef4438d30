import { Link } from '@tanstack/react-router';
import { disposalTitles, ownerTitles } from '../../../modules/dispatch/anomaly.ts';
import {
  type AnomalyLine,
  answerAnomaly,
  type DispatchView,
  handAnomaly,
  seekAnomalies,
} from '../../../modules/dispatch/contract.ts';
import { access } from '../../../modules/dispatch/access.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { dayWords } from '../../day-words.ts';
import { optionsFrom } from '../review/act-spec.ts';
import { SecondAct, UnkeptAct } from '../inspection/typed-act.tsx';

const COUNTY_STAFF = 'inspector,aid-officer,verifier,county-leader';

export type PartProps = {
  readonly view: DispatchView;
  readonly role: string;
  readonly onDone: () => void;
};

const may = (rule: { readonly roles: readonly string[] }, role: string) =>
  rule.roles.includes(role);

/** What the rules found, with who answers for it; each stays until somebody says what came of it. */
export function Anomalies({ view, role, onDone }: PartProps) {
  const { anomalies, closed, soughtOn, rules, dispatchId } = view;
  return (
    <>
      {!closed && may(access.SeekAnomalies, role) && (
        <UnkeptAct
          name="seek"
          contract={seekAnomalies}
          params={{ dispatchId }}
          about={`${soughtOn === '' ? '还没有查找过' : `${dayWords(soughtOn)}查找过`}。异常只请人去核对，不影响任何一家的待遇；月份结束以后再查找一次才能月结。`}
          fields={[]}
          initial={{}}
          bodyOf={() => ({})}
          onDone={onDone}
        />
      )}
      {anomalies.length === 0 && <p className="ym-empty">没有查到异常。</p>}
      {anomalies.map((anomaly) => (
        <OneAnomaly key={anomaly.key} {...{ anomaly, view, role, onDone }} />
      ))}
      <details className="yc-quiet-act">
        <summary>查找异常的规则</summary>
        <dl className="yd-definitions">
          {rules.map(({ title, basis, source, from }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>
                {basis}（{dayWords(from)}起）。<span className="ym-quiet">来源：{source}</span>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function OneAnomaly({
  anomaly,
  view,
  role,
  onDone,
}: PartProps & { readonly anomaly: AnomalyLine }) {
  const { title, placeName, sentence, answered, about, peopleNames, leftOpen } = anomaly;
  const who = anomaly.handedToName || ownerTitles[anomaly.owner];
  const isOpen = answered === null && !view.closed;
  return (
    <Panel title={placeName === '' ? title : `${title} · ${placeName}`}>
      <p>
        <strong data-verdict={answered ? 'met' : 'refused'}>{sentence}</strong>
      </p>
      <DescriptionSheet
        items={[
          { label: '承办', value: who },
          {
            label: '期限',
            value: `${dayWords(anomaly.dueOn)}${anomaly.isOverdue ? '（已逾期）' : ''}`,
          },
          ...(peopleNames === '' ? [] : [{ label: '有关人员', value: peopleNames }]),
          {
            ...{ label: '处置', wide: true },
            value: answered
              ? `${dayWords(answered.on)} ${answered.byName}：${disposalTitles[answered.disposal]}。${answered.note}`
              : leftOpen === ''
                ? '还没有处置'
                : `月结时没有处置：${leftOpen}`,
          },
        ]}
      />
      {about.length > 0 && (
        <ul className="yd-about">
          {about.map(({ what, path }) => (
            <li key={path}>
              <Link to={path}>{what}</Link>
            </li>
          ))}
        </ul>
      )}
      {isOpen && <Disposal {...{ anomaly, view, role, onDone }} />}
    </Panel>
  );
}

function Disposal({ anomaly, view, role, onDone }: PartProps & { readonly anomaly: AnomalyLine }) {
  const { key } = anomaly;
  const params = { dispatchId: view.dispatchId };
  return (
    <div className="yc-quiet-acts">
      {may(access.AnswerAnomaly, role) && (
        <SecondAct
          name={`answer:${key}`}
          contract={answerAnomaly}
          params={params}
          about="写明核对了什么、结论是什么。需要核查、整改、问责的，到相应页面办理。"
          fields={[
            {
              ...{ key: 'disposal', label: '处置结果', is: 'code' },
              options: optionsFrom(disposalTitles),
            },
            { key: 'note', label: '处置说明', is: 'text', lines: 3 },
          ]}
          initial={{ disposal: null, note: '' }}
          bodyOf={(form) => ({ ...form, key })}
          onDone={onDone}
        />
      )}
      {may(access.HandAnomaly, role) && (
        <SecondAct
          name={`hand:${key}`}
          contract={handAnomaly}
          params={params}
          about="交给一名县级人员；与异常有关的人不能承办。"
          fields={[
            { key: 'to', label: '承办人', is: 'people', roles: COUNTY_STAFF },
            { key: 'dueOn', label: '处置期限', is: 'date' },
            { key: 'reason', label: '交办说明', is: 'text', lines: 2 },
          ]}
          initial={{ to: [], dueOn: null, reason: '' }}
          bodyOf={({ to, ...form }) => ({ ...form, key, to: (to as readonly string[])[0] ?? '' })}
          onDone={onDone}
        />
      )}
    </div>
  );
}
