import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { complaintStaff, registerComplaint } from '../../../modules/complaint/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { UnkeptAct } from '../inspection/typed-act.tsx';
import { type ActField, type ActForm, filesIn } from '../review/act-spec.ts';
import { ComplaintDesk } from './complaint-desk.tsx';

type Staff = ValueOf<(typeof complaintStaff)['answer']>;
type Person = Staff['people'][number];

/** 登记: by phone, at the desk, by letter. What is typed leaves the browser only with the act. */
export default function ComplaintNew() {
  const navigate = useNavigate();
  const { session } = useSession();
  const [complaintId] = useState(newKey);
  const [accused, setAccused] = useState<readonly Person[]>([]);
  const [isDone, setIsDone] = useState(false);
  const { answer, awaiting, problem } = useAnswer(complaintStaff, { params: {} });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const mayRead = session?.post?.role !== 'aid-officer';
  const done = () =>
    mayRead ? void navigate({ to: `/complaints/${complaintId}` as string }) : setIsDone(true);
  const ref = complaintId.slice(0, 8).toUpperCase();
  return (
    <Page title="登记举报投诉">
      <ComplaintDesk>
        {isDone ? (
          <Panel title="已经登记">
            <p>编号 {ref}，已转县监督检查办理。请把编号告诉来电、来访的人。</p>
            <Link to={'/today' as string}>回到今日</Link>
          </Panel>
        ) : (
          <UnkeptAct
            name="register-complaint"
            contract={registerComplaint}
            params={{ complaintId }}
            about="反映乡镇、村的由县级办理；反映县级人员的，本人看不到；反映县级负责人的转送上级。"
            fields={fieldsOf(answer)}
            initial={{
              channel: 'phone',
              receivedOn: null,
              place: null,
              text: '',
              files: [],
              name: '',
              phone: '',
              address: '',
            }}
            bodyOf={(form) => bodyOf(form, accused)}
            onDone={done}
          >
            <AccusedField people={answer.people} chosen={accused} onChoose={setAccused} />
          </UnkeptAct>
        )}
      </ComplaintDesk>
    </Page>
  );
}

function bodyOf(form: ActForm, accused: readonly Person[]) {
  const { name, phone, address, files, ...rest } = form;
  const isNamed = name !== '' || phone !== '';
  return {
    ...rest,
    files: filesIn(files),
    accused: accused.map(({ person }) => person),
    reporter: isNamed ? { name, phone, address } : null,
  };
}

function fieldsOf({ places }: Staff): readonly ActField[] {
  return [
    {
      ...{ key: 'channel', label: '怎样收到', is: 'code' },
      options: [
        { value: 'phone', label: '电话' },
        { value: 'window', label: '当面' },
        { value: 'letter', label: '来信' },
      ],
    },
    { key: 'receivedOn', label: '收到日期', is: 'date' },
    {
      ...{ key: 'place', label: '反映的地方', is: 'code' },
      options: places.map(({ code, name }) => ({ value: code, label: name })),
    },
    { key: 'text', label: '反映的事情', is: 'text', lines: 5, hint: '什么人、什么事、什么时候' },
    { key: 'name', label: '举报人姓名', is: 'text', optional: true, hint: '匿名的不填' },
    { key: 'phone', label: '举报人电话', is: 'text', optional: true },
    { key: 'address', label: '举报人住址', is: 'text', optional: true },
    { key: 'files', label: '来信、证据', is: 'files', optional: true },
  ];
}

/** Whom it speaks of: each is shut out from the moment it is registered. */
function AccusedField(props: {
  readonly people: readonly Person[];
  readonly chosen: readonly Person[];
  readonly onChoose: (people: readonly Person[]) => void;
}) {
  const { people, chosen, onChoose } = props;
  const left = people.filter((each) => !chosen.includes(each));
  const add = (person: string | null) => {
    const found = people.find((each) => each.person === person);
    if (found) onChoose([...chosen, found]);
  };
  return (
    <div className="ym-form yc-complaint-accused">
      <CodeSelect
        id="accused"
        label="被反映的工作人员"
        hint="知道的才选；选中的人登记以后看不到、办不了这一件"
        value={null}
        onChange={add}
        options={left.map(({ person, name, post }) => ({ value: person, label: name, more: post }))}
      />
      {chosen.length > 0 && (
        <ul>
          {chosen.map((each) => (
            <li key={each.person}>
              {each.name}（{each.post}）
              <Button
                size="small"
                onClick={() => onChoose(chosen.filter((other) => other !== each))}
                aria-label={`去掉${each.name}`}
              >
                去掉
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
