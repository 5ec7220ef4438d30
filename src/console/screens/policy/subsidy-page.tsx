import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import {
  approveSubsidy,
  giveUpSubsidy,
  stopSubsidy,
  subsidyView,
} from '../../../modules/policy/subsidy-contract.ts';
import { subsidisedSchemes, subsidyStatuses } from '../../../modules/policy/subsidy.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
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
import { BarChart } from '../preview/bar-chart.tsx';
import { countWords, dayWords, moneyWords } from '../preview/preview-words.ts';
import { effectWords, ratesWords, schemesWords, spanWords, titleWords } from './subsidy-words.ts';
import '../../card-table.css';
import '../preview/preview.css';

type Shown = ValueOf<(typeof subsidyView)['answer']>;
type ActsProps = {
  readonly subsidy: Shown;
  readonly role: string;
  readonly onDone: () => void;
};

/** 一项价格补贴: what the document lays down, whom it reaches, and what the rolls have paid of it. */
export default function SubsidyPage() {
  const subsidyId = useParam('subsidyId');
  const { session } = useSession();
  const { answer, awaiting, problem, askAgain } = useAnswer(subsidyView, { params: { subsidyId } });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const role = session?.post?.role ?? '';
  return (
    <Page title={`价格补贴 ${titleWords(answer)}`} under={subsidyStatuses[answer.status]}>
      <Refusal problem={problem} onAgain={askAgain} />
      <Approve subsidy={answer} role={role} onDone={askAgain} />
      <Panel title="文件规定">
        <DescriptionSheet items={itemsOf(answer)} />
      </Panel>
      <Reach subsidy={answer} />
      <Months subsidy={answer} />
      <End subsidy={answer} role={role} onDone={askAgain} />
    </Page>
  );
}

function itemsOf(subsidy: Shown) {
  const { drafted, approved, ended, issuedOn, scanName, whyRight } = subsidy;
  return [
    { label: '月份', value: spanWords(subsidy) },
    { label: '每人每月', value: ratesWords(subsidy) },
    { label: '对象', value: schemesWords(subsidy) },
    { label: '发文日期', value: dayWords(issuedOn) },
    { label: '扫描件', value: scanName },
    { label: '拟定', value: `${drafted.by} ${dayWords(drafted.on)}` },
    ...(whyRight === '' ? [] : [{ label: '金额没有写错', value: whyRight, wide: true }]),
    ...(approved ? [{ label: `${approved.by}批准`, value: approved.words, wide: true }] : []),
    ...(ended ? [{ label: `${ended.by}终止`, value: ended.words, wide: true }] : []),
  ];
}

/** Whom it reaches with the register as it was when the plan was drafted. */
function Reach({ subsidy }: { readonly subsidy: Shown }) {
  const { townships } = subsidy;
  const sentence = `按拟定时的名册：${effectWords(subsidy)}。`;
  return (
    <Panel title="发给谁">
      <p>
        <strong>{sentence}</strong>
      </p>
      <BarChart
        title="各乡镇（街道）每月金额（元）"
        told={sentence}
        bars={townships.map(({ name, amount }) => ({
          ...{ label: name, figure: amount, words: moneyWords(amount), isLess: false },
        }))}
      />
      <div className="yc-card-room">
        <table className="yc-card-table">
          <thead>
            <tr>
              <th scope="col">乡镇（街道）</th>
              <th className="ym-figure">户数</th>
              <th className="ym-figure">人数</th>
              <th className="ym-figure">每月（元）</th>
            </tr>
          </thead>
          <tbody>
            {townships.map(({ name, households, people, amount }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="ym-figure" data-label="户数">
                  {households}
                </td>
                <td className="ym-figure" data-label="人数">
                  {people}
                </td>
                <td className="ym-figure" data-label="每月（元）">
                  {moneyWords(amount)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Months({ subsidy: { months } }: { readonly subsidy: Shown }) {
  if (months.length === 0) return null;
  return (
    <Panel title="已列入花名册">
      <ul className="yc-points">
        {months.map(({ month, scheme, lines, amount, held, paid, returned }) => (
          <li key={`${month} ${scheme}`}>
            {`${month} ${subsidisedSchemes[scheme]}：${countWords(lines, '笔')} ${moneyWords(amount)} 元，`}
            {`到账 ${countWords(paid, '笔')}，退票 ${countWords(returned, '笔')}，暂缓 ${countWords(held, '笔')}`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Approve({ subsidy, role, onDone }: ActsProps) {
  const { subsidyId, version, status, draftedByMe } = subsidy;
  const [form, setForm] = useState({ opinion: '' });
  const command = useCommand(approveSubsidy);
  const bind = useFields(form, setForm, command.errors);
  if (status !== 'drafted' || role !== 'county-leader') return null;
  const act = async () => {
    const done = await command.give({ params: { subsidyId }, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <Panel title="批准">
      <ActTrouble command={command} onAgain={() => void act()} />
      <div className="ym-form">
        <div className="ym-wide">
          <TextField label="批准意见" required most={500} {...bind('opinion')} />
        </div>
      </div>
      <NextAct
        title={command.title}
        onAct={() => void act()}
        busy={command.busy}
        because={draftedByMe ? '拟定的人不能批准，请由另一人批准' : null}
      />
    </Panel>
  );
}

/** Given up before it was approved, or stopped after. */
function End({ subsidy, role, onDone }: ActsProps) {
  const { subsidyId, version, status } = subsidy;
  const isDraft = status === 'drafted';
  const [form, setForm] = useState({ reason: '' });
  const command = useCommand((isDraft ? giveUpSubsidy : stopSubsidy) as typeof giveUpSubsidy);
  const bind = useFields(form, setForm, errorsUnder('end', command.errors), 'end');
  const mayGiveUp = isDraft && (role === 'aid-officer' || role === 'county-leader');
  const mayStop = status === 'approved' && role === 'county-leader';
  if (!mayGiveUp && !mayStop) return null;
  const act = async () => {
    const done = await command.give({ params: { subsidyId }, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <div className="yc-quiet-acts">
      <QuietAct
        name="end"
        title={command.title}
        about={
          isDraft
            ? '放弃以后可以另拟一项。'
            : '已经列入花名册的照发；以后的花名册不再列。发错的按追回办理。'
        }
        command={command}
        onAct={() => void act()}
      >
        <TextField label="理由" required most={300} {...bind('reason')} />
      </QuietAct>
    </div>
  );
}
