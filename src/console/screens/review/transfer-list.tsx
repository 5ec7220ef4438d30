import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { formatDate, type LocalDate } from '../../../kernel/local-date.ts';
import { intakePlaces } from '../../../modules/intake/contract.ts';
import { access } from '../../../modules/review/access.ts';
import * as contract from '../../../modules/review/transfer-contract.ts';
import { SCHEME_SHORT, type Scheme } from '../../../rules/scheme.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useSession } from '../../session.ts';
import { casePath } from '../case/case-words.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActFields } from './act-fields.tsx';
import type { ActForm } from './act-spec.ts';
import { benefitPath } from './benefit-path.ts';

/** 转出转入: households on their way between townships; the receiving one answers here. */
export default function TransferList() {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const { answer, awaiting, problem, askAgain } = useAnswer(contract.transferList, { params: {} });
  const mayAnswer = access.AcceptTransfer.roles.some((each) => each === role);
  const transfers = answer?.transfers ?? [];
  return (
    <Page title="转出转入" under="县内迁居的救助对象，迁出乡镇申请、迁入乡镇同意、县级办结">
      <Refusal problem={problem} onAgain={askAgain} />
      <Awaiting what={awaiting} />
      {answer && transfers.length === 0 && <p className="ym-empty">没有正在办理的转移。</p>}
      {transfers.map((line) => (
        <Panel key={line.transferId} title={`${line.head}：${line.fromName} → ${line.toName}`}>
          <Line line={line} />
          {mayAnswer && isOpen(line) && line.incoming && line.answer === 'awaited' && (
            <div className="yc-quiet-acts">
              <Accept line={line} onDone={askAgain} />
              <Decline line={line} onDone={askAgain} />
            </div>
          )}
        </Panel>
      ))}
    </Page>
  );
}

const isOpen = ({ endedBecause }: contract.TransferLine) => endedBecause === '';

const answers = { awaited: '等待迁入乡镇答复', accepted: '已同意转入', declined: '不同意转入' };

function Line({ line }: { line: contract.TransferLine }) {
  const { transferId, benefitId, number, files, note, villageName } = line;
  const scheme = SCHEME_SHORT[line.scheme as Scheme];
  const about = line.isCase
    ? `${scheme}申请`
    : `${scheme}，${line.members} 人，${formatYuan(line.amount as Fen)} 元/月`;
  const path = benefitId ? benefitPath(benefitId) : line.caseId ? casePath(line.caseId) : null;
  return (
    <DescriptionSheet
      items={[
        {
          label: line.isCase ? '办件' : '救助对象',
          value: about,
          wide: true,
        },
        {
          label: '编号',
          value: path ? <Link to={path}>{number || '尚未受理'}</Link> : number || '尚未受理',
        },
        {
          label: line.isCase ? '移送日期' : '迁居日期',
          value: formatDate(line.movedOn as LocalDate),
        },
        { label: '情况', value: line.reason, wide: true },
        {
          label: '随转材料',
          value: files.map(({ hash, name }) => (
            <a
              key={hash}
              href={`/api/transfers/${transferId}/files/${hash}`}
              target="_blank"
              rel="noreferrer"
            >
              {name}{' '}
            </a>
          )),
          wide: true,
        },
        ...(isOpen(line)
          ? []
          : [{ label: '已自动终止', value: `${line.endedBecause}，不需要再办。`, wide: true }]),
        {
          label: '答复',
          value: `${answers[line.answer]}${villageName && `，${villageName}`}${note && `：${note}`}`,
          wide: true,
        },
      ]}
    />
  );
}

type Answer = { readonly line: contract.TransferLine; readonly onDone: () => void };

function Accept({ line: { transferId }, onDone }: Answer) {
  const [form, setForm] = useState<ActForm>({ village: null, note: '' });
  const { answer } = useAnswer(intakePlaces, { params: {} });
  const command = useCommand(contract.acceptTransfer);
  const act = async () => {
    const done = await command.give({ params: { transferId }, body: form as never });
    if (done.ok) onDone();
  };
  const villages = (answer?.villages ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <QuietAct
      name={`accept-${transferId}`}
      title={contract.acceptTransfer.title}
      about="看过随转材料、核实居住情况后同意；县级办结以后列入本乡镇名册，自次月起发放。"
      command={command}
      onAct={() => void act()}
      isUrgent
    >
      <ActFields
        name={`accept-${transferId}`}
        fields={[
          { key: 'village', label: '迁入的村（社区）', is: 'code', options: villages },
          { key: 'note', label: '核实情况', is: 'text', lines: 2 },
        ]}
        form={form}
        setForm={setForm}
        errors={errorsUnder(`accept-${transferId}`, command.errors)}
      />
    </QuietAct>
  );
}

function Decline({ line: { transferId }, onDone }: Answer) {
  const [form, setForm] = useState<ActForm>({ reason: '' });
  const command = useCommand(contract.declineTransfer);
  const act = async () => {
    const done = await command.give({ params: { transferId }, body: form as never });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name={`decline-${transferId}`}
      title={contract.declineTransfer.title}
      about="没有迁入、材料不符的，写明理由，由迁出乡镇继续发放。"
      command={command}
      onAct={() => void act()}
    >
      <ActFields
        name={`decline-${transferId}`}
        fields={[{ key: 'reason', label: '不同意的理由', is: 'text', lines: 2 }]}
        form={form}
        setForm={setForm}
        errors={errorsUnder(`decline-${transferId}`, command.errors)}
      />
    </QuietAct>
  );
}
