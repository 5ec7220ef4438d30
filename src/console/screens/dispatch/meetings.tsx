import { access } from '../../../modules/dispatch/access.ts';
import { recordMeeting } from '../../../modules/dispatch/contract.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { dayWords } from '../../day-words.ts';
import type { ActField, ActForm } from '../review/act-spec.ts';
import { TypedAct } from '../inspection/typed-act.tsx';
import type { PartProps } from './anomalies.tsx';

const PLACES = [1, 2, 3] as const;

/** What the county talked over about the month, and what it decided. */
export function Meetings({ view, role, onDone }: PartProps) {
  const { meetings, closed, dispatchId } = view;
  const mayRecord = access.RecordDispatchMeeting.roles.some((each) => each === role);
  return (
    <>
      {meetings.length === 0 && <p className="ym-empty">还没有登记调度会。</p>}
      {meetings.map(({ heldOn, place, chair, attendees, notes, decisions }) => (
        <Panel key={`${heldOn} ${place}`} title={`${dayWords(heldOn)} 调度会`}>
          <DescriptionSheet
            items={[
              { label: '地点', value: place },
              { label: '主持', value: chair },
              { label: '参会', value: attendees.join('、'), wide: true },
              { label: '讨论', value: notes, wide: true },
            ]}
          />
          <ul>
            {decisions.map(({ what, who, dueOn }) => (
              <li key={what}>
                {what}（{who}，{dayWords(dueOn)}前）
              </li>
            ))}
          </ul>
        </Panel>
      ))}
      {!closed && mayRecord && (
        <TypedAct
          name={`dispatch-meeting:${dispatchId}`}
          contract={recordMeeting}
          params={{ dispatchId }}
          about="一次会登记一次；议定事项写明承办人和期限。"
          fields={fields}
          initial={initial}
          bodyOf={bodyOf}
          onDone={onDone}
        />
      )}
    </>
  );
}

const fields: readonly ActField[] = [
  { key: 'heldOn', label: '开会日期', is: 'date' },
  { key: 'place', label: '开会地点', is: 'text' },
  { key: 'chair', label: '主持人', is: 'text' },
  { key: 'attendees', label: '参会人', is: 'text', hint: '姓名之间用顿号隔开' },
  { key: 'notes', label: '讨论情况', is: 'text', lines: 4 },
  ...PLACES.flatMap((place): readonly ActField[] => [
    { key: `what${place}`, label: `议定事项 ${place}`, is: 'text', optional: true },
    { key: `who${place}`, label: `事项 ${place} 承办人`, is: 'text', optional: true },
    { key: `dueOn${place}`, label: `事项 ${place} 完成期限`, is: 'date', optional: true },
  ]),
];

const initial: ActForm = {
  ...{ heldOn: null, place: '', chair: '', attendees: '', notes: '' },
  ...Object.fromEntries(
    PLACES.flatMap((place) => [
      [`what${place}`, ''],
      [`who${place}`, ''],
      [`dueOn${place}`, null],
    ]),
  ),
};

function bodyOf(form: ActForm) {
  const { heldOn, place, chair, notes } = form;
  return {
    ...{ heldOn, place, chair, notes },
    attendees: String(form['attendees'] ?? '')
      .split(/[、，,\s]+/)
      .filter((name) => name !== ''),
    decisions: PLACES.filter((at) => form[`what${at}`] !== '').map((at) => ({
      what: form[`what${at}`],
      who: form[`who${at}`],
      dueOn: form[`dueOn${at}`],
    })),
  };
}
