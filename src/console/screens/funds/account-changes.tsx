import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { formatDate, localDate } from '../../../kernel/local-date.ts';
import {
  accountChangeList,
  askAccountChange,
  checkAccountChange,
} from '../../../modules/funds/contract.ts';
import { benefitList } from '../../../modules/review/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { type Uploaded, upload } from '../../../ui/upload.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { useSession } from '../../session.ts';
import { errorsUnder } from '../case/quiet-act.tsx';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import '../../card-table.css';

type Change = ValueOf<(typeof accountChangeList)['answer']>['changes'][number];
const statuses = { asked: '待县级核对', approved: '核对相符', declined: '不相符' } as const;

/** 账户更正: entered at the window with the family there, checked at the county by somebody else. */
export default function AccountChanges() {
  const { session } = useSession();
  const found = useAnswer(accountChangeList, { params: {} });
  const role = session?.post?.role ?? '';
  const isWindow = role === 'window-clerk' || role === 'case-officer';
  const isCounty = role === 'aid-officer' || role === 'county-leader';
  const changes = found.answer?.changes ?? [];
  const waiting = changes.filter(({ status }) => status === 'asked');
  return (
    <Page
      title="账户更正"
      under="本人（监护人）到场登记，县级另一人照影像再输入一遍核对，几个工作日以后生效。"
    >
      {isWindow && <Ask onDone={found.askAgain} />}
      {isCounty &&
        waiting.map((change) => (
          <Check key={change.changeId} change={change} onDone={found.askAgain} />
        ))}
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <Awaiting what={found.awaiting} />
      {found.answer && <Listed changes={changes} />}
    </Page>
  );
}

function Listed({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.length === 0) return <p className="ym-quiet">没有账户更正。</p>;
  return (
    <div className="yc-card-room">
      <table className="yc-card-table">
        <thead>
          <tr>
            <th>发放对象</th>
            <th>新账户</th>
            <th>登记</th>
            <th>情况</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((each) => (
            <tr key={each.changeId}>
              <th scope="row">
                {each.payee}　{each.number}
              </th>
              <td data-label="新账户">
                {each.bank} {each.holder} 尾号 {each.accountTail}
              </td>
              <td data-label="登记">{formatDate(localDate(each.askedOn))}</td>
              <td data-label="情况">
                {statuses[each.status]}
                {each.effectiveOn !== '' && `，${formatDate(localDate(each.effectiveOn))}生效`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Check({ change, onDone }: { readonly change: Change; readonly onDone: () => void }) {
  const { changeId, version } = change;
  const [form, setForm] = useState({
    agrees: null as 'yes' | 'no' | null,
    account: '',
    opinion: '',
  });
  const command = useCommand(checkAccountChange);
  const bind = useFields(form, setForm, errorsUnder(changeId, command.errors), changeId);
  const act = async () => {
    const body = { ...form, agrees: form.agrees === null ? null : form.agrees === 'yes' };
    const done = await command.give({ params: { changeId }, body: body as never, version });
    if (done.ok) onDone();
  };
  return (
    <Panel title={`核对：${change.payee}　${change.bank} ${change.holder}`}>
      <p>
        <a href={`/api/files/${change.proofHash}/view`} target="_blank" rel="noreferrer">
          查看申请和银行卡影像
        </a>
      </p>
      <ActTrouble command={command} onAgain={() => void act()} />
      <EnterMoves>
        <div className="ym-form">
          <TextField label="照影像再输入账号" required most={24} {...bind('account')} />
          <CodeSelect
            label="与影像"
            required
            options={[
              { value: 'yes', label: '相符' },
              { value: 'no', label: '不相符' },
            ]}
            {...bind('agrees')}
          />
          <TextField label="意见" required most={500} {...bind('opinion')} />
        </div>
        <NextAct
          title={command.title}
          onAct={() => void act()}
          busy={command.busy}
          because={change.isOwn ? '登记的人不能自己核对' : null}
        />
      </EnterMoves>
    </Panel>
  );
}

const blank = () => ({
  ...{ changeId: newKey(), grantId: null as string | null, bank: '', holder: '', account: '' },
  ...{ reason: '', proof: [] as readonly Uploaded[] },
});

function Ask({ onDone }: { readonly onDone: () => void }) {
  const [form, setForm] = useState(blank);
  const found = useAnswer(benefitList, { params: {}, search: { limit: 200 } as never });
  const command = useCommand(askAccountChange);
  const bind = useFields(form, setForm, command.errors);
  const options = (found.answer?.benefits ?? []).map(({ benefitId, head, number }) => ({
    value: benefitId,
    label: `${head}　${number}`,
  }));
  const act = async () => {
    const [file] = form.proof;
    const proof = file && { hash: file.id, name: file.name, mime: file.mediaType };
    const done = await command.give({ params: {}, body: { ...form, proof } as never });
    if (!done.ok) return;
    setForm(blank);
    onDone();
  };
  return (
    <Panel title="登记账户更正">
      <ActTrouble command={command} onAgain={() => void act()} />
      <EnterMoves>
        <div className="ym-form">
          <CodeSelect label="发放对象" required options={options} {...bind('grantId')} />
          <TextField label="开户行" required most={60} {...bind('bank')} />
          <TextField label="户名" required most={40} {...bind('holder')} />
          <TextField label="账号" required most={24} {...bind('account')} />
          <div className="ym-wide">
            <TextField label="更正原因" required most={300} {...bind('reason')} />
          </div>
          <div className="ym-wide">
            <FilePicker
              label="本人到场签字的申请和银行卡影像"
              required
              send={(file, onShare, key) => upload('/files', file, onShare, key)}
              {...bind('proof')}
            />
          </div>
        </div>
        <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
      </EnterMoves>
    </Panel>
  );
}
