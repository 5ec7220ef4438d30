import { useState } from 'react';
import {
  approveDestruction,
  carryOutDestruction,
  declineDestruction,
  destructionView,
  keepFile,
} from '../../../modules/archive/contract.ts';
import { destructionStatuses } from '../../../modules/archive/destruction.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { dayWords, type DestructionShown, schemeTitle } from './archive-words.ts';
import '../../card-table.css';
import './archive.css';

/** One list for destruction: its files, who put it forward, who answered, who carried it out. */
export default function DestructionPage() {
  const destructionId = useParam('destructionId');
  const found = useAnswer(destructionView, { params: { destructionId } });
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const { answer } = found;
  if (!answer) {
    return (
      <Page title="销毁清册">
        <Refusal problem={found.problem} onAgain={found.askAgain} />
        <Awaiting what={found.awaiting} />
      </Page>
    );
  }
  const props = { destructionId, list: answer, onDone: found.askAgain };
  return (
    <Page title={answer.number} under={destructionStatuses[answer.status]}>
      {role === 'county-leader' && answer.status === 'proposed' && <Answer {...props} />}
      {role === 'aid-officer' && answer.status === 'approved' && <CarryOut {...props} />}
      <Panel title="清册">
        <Signed list={answer} />
        <ListedFiles list={answer} />
      </Panel>
    </Page>
  );
}

type Props = {
  readonly destructionId: string;
  readonly list: DestructionShown;
  readonly onDone: () => void;
};

function Answer(props: Props) {
  const { destructionId, list, onDone } = props;
  const [form, setForm] = useState({ opinion: '' });
  const command = useCommand(approveDestruction);
  const bind = useFields(form, setForm, command.errors);
  const because = list.isOwn ? '提出清册的人不能自己批准，请另一名领导审批' : null;
  const act = async () => {
    const { version } = list;
    const done = await command.give({ params: { destructionId }, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <Panel title="审批">
      <ActTrouble command={command} onAgain={() => void act()} />
      <div className="ym-form">
        <div className="ym-wide">
          <TextField label="审批意见" required lines={2} most={500} {...bind('opinion')} />
        </div>
      </div>
      <NextAct
        title={command.title}
        onAct={() => void act()}
        busy={command.busy}
        because={because}
      />
      <div className="yc-quiet-acts">
        <Keep {...props} />
        <Decline {...props} />
      </div>
    </Panel>
  );
}

function Keep({ destructionId, list, onDone }: Props) {
  const [form, setForm] = useState<{ caseId: string | null; reason: string }>({
    caseId: null,
    reason: '',
  });
  const command = useCommand(keepFile);
  const bind = useFields(form, setForm, errorsUnder('keep', command.errors), 'keep');
  const options = list.items.map(({ caseId, number }) => ({ value: caseId, label: number }));
  const act = async () => {
    const body = { caseId: form.caseId ?? '', reason: form.reason };
    const done = await command.give({ params: { destructionId }, body, version: list.version });
    if (!done.ok) return;
    setForm({ caseId: null, reason: '' });
    onDone();
  };
  return (
    <QuietAct
      name="keep"
      title="其中一卷继续保管"
      about="移出清册，案卷照旧保管；以后可以再列。"
      command={command}
      onAct={() => void act()}
    >
      <CodeSelect label="哪一卷" required options={options} {...bind('caseId')} />
      <TextField label="理由" required most={300} {...bind('reason')} />
    </QuietAct>
  );
}

function Decline({ destructionId, list, onDone }: Props) {
  const [form, setForm] = useState({ reason: '' });
  const command = useCommand(declineDestruction);
  const bind = useFields(form, setForm, errorsUnder('decline', command.errors), 'decline');
  const act = async () => {
    const { version } = list;
    const done = await command.give({ params: { destructionId }, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name="decline"
      title="整份不批准"
      about="清册作废，案卷全部继续保管。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="理由" required most={300} {...bind('reason')} />
    </QuietAct>
  );
}

function CarryOut({ destructionId, list, onDone }: Props) {
  const [form, setForm] = useState({ witness: '' });
  const command = useCommand(carryOutDestruction);
  const bind = useFields(form, setForm, command.errors);
  const act = async () => {
    const { version } = list;
    const done = await command.give({ params: { destructionId }, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <Panel title="执行销毁">
      <p className="yc-plain">
        销毁以后不能恢复：这 {list.items.length}{' '}
        卷的内容、原件、查询结果全部抹去，只留下记录链的校验值和这份清册。
      </p>
      <ActTrouble command={command} onAgain={() => void act()} />
      <div className="ym-form">
        <TextField label="监销人姓名和职务" required most={60} {...bind('witness')} />
      </div>
      <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
    </Panel>
  );
}

function Signed({ list }: { list: DestructionShown }) {
  const { proposed, answered, destroyed, status } = list;
  const answeredTitle = status === 'declined' ? '不批准' : '批准';
  return (
    <DescriptionSheet
      items={[
        { label: '提出', value: `${dayWords(proposed.on)}，${proposed.by}` },
        { label: '鉴定情况', value: list.appraisal, wide: true },
        ...(answered
          ? [
              {
                label: answeredTitle,
                value: `${dayWords(answered.on)}，${answered.by}：${answered.words}`,
                wide: true,
              },
            ]
          : []),
        ...(destroyed
          ? [
              {
                label: '销毁',
                value: `${dayWords(destroyed.on)}，${destroyed.by}执行，${destroyed.words}监销；抹去 ${destroyed.events} 条记录的内容，记录链的校验值保留`,
                wide: true,
              },
            ]
          : []),
      ]}
    />
  );
}

function ListedFiles({ list }: { list: DestructionShown }) {
  return (
    <div className="yc-card-room">
      <table className="yc-card-table">
        <thead>
          <tr>
            <th>办件编号</th>
            <th>救助类别</th>
            <th>乡镇</th>
            <th>归档</th>
            <th>保管期限</th>
            <th>件数</th>
          </tr>
        </thead>
        <tbody>
          {list.items.map((item) => (
            <tr key={item.caseId}>
              <th scope="row">{item.number}</th>
              <td data-label="类别">{schemeTitle(item.scheme)}</td>
              <td data-label="乡镇">{item.townshipName}</td>
              <td data-label="归档">{dayWords(item.archivedOn)}</td>
              <td data-label="保管期限">
                {dayWords(item.startsOn)}至{dayWords(item.endsOn)}
              </td>
              <td data-label="件数">{item.pieces}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {list.kept.map(({ caseId, by, on, reason }) => (
        <p key={caseId} className="ym-quiet">
          继续保管 1 卷：{dayWords(on)}，{by}：{reason}
        </p>
      ))}
    </div>
  );
}
