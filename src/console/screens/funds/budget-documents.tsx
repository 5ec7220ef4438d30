import { useState } from 'react';
import { formatDate, localDate } from '../../../kernel/local-date.ts';
import { approveBudget, declineBudget } from '../../../modules/funds/budget-contract.ts';
import { documentKinds, documentStatuses } from '../../../modules/funds/index.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { type BudgetDocument, potWords } from './budget-words.ts';
import { yuan } from './fund-words.ts';

type Props = {
  readonly documents: readonly BudgetDocument[];
  readonly role: string;
  readonly onDone: () => void;
};

/** The papers of a year; one nobody has checked yet stands open for whoever may. */
export function BudgetDocuments({ documents, role, onDone }: Props) {
  const open = documents.filter(({ status }) => status === 'entered');
  return (
    <>
      {role === 'fund-reviewer' &&
        open.map((each) => <Check key={each.documentId} document={each} onDone={onDone} />)}
      <Listed documents={documents} />
    </>
  );
}

function Check({ document, onDone }: Pick<Props, 'onDone'> & { document: BudgetDocument }) {
  const { documentId, version, documentNumber, items, isOwn } = document;
  const [form, setForm] = useState({ opinion: '' });
  const command = useCommand(approveBudget);
  const bind = useFields(form, setForm, errorsUnder(documentId, command.errors), documentId);
  const act = async () => {
    const done = await command.give({ params: { documentId }, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <Panel title={`复核：${documentNumber}`}>
      <ul className="yc-points">
        {items.map((each) => (
          <li key={potWords(each)}>
            {potWords(each)}　{yuan(each.amount)} 元
          </li>
        ))}
      </ul>
      <p>
        <a href={`/api/fund-documents/${documentId}/file`} target="_blank" rel="noreferrer">
          查看文件扫描件
        </a>
      </p>
      <ActTrouble command={command} onAgain={() => void act()} />
      <div className="ym-form">
        <div className="ym-wide">
          <TextField label="复核意见" required most={500} {...bind('opinion')} />
        </div>
      </div>
      <NextAct
        title={command.title}
        onAct={() => void act()}
        busy={command.busy}
        because={isOwn ? '登记的人不能自己复核' : null}
      />
      <Decline document={document} onDone={onDone} />
    </Panel>
  );
}

function Decline({ document, onDone }: Pick<Props, 'onDone'> & { document: BudgetDocument }) {
  const { documentId, version } = document;
  const name = `decline-${documentId}`;
  const [form, setForm] = useState({ reason: '' });
  const command = useCommand(declineBudget);
  const bind = useFields(form, setForm, errorsUnder(name, command.errors), name);
  const act = async () => {
    const done = await command.give({ params: { documentId }, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <div className="yc-quiet-acts">
      <QuietAct
        name={name}
        title={command.title}
        about="退回以后不入账，文号可以重新登记。"
        command={command}
        onAct={() => void act()}
      >
        <TextField label="理由" required most={300} {...bind('reason')} />
      </QuietAct>
    </div>
  );
}

function Listed({ documents }: Pick<Props, 'documents'>) {
  if (documents.length === 0) return <p className="ym-quiet">这一年还没有登记指标文件。</p>;
  return (
    <Panel title="指标文件">
      <div className="yc-card-room">
        <table className="yc-card-table">
          <thead>
            <tr>
              <th>文号</th>
              <th>种类</th>
              <th className="ym-figure">合计（元）</th>
              <th>登记</th>
              <th>情况</th>
            </tr>
          </thead>
          <tbody>
            {documents.map((each) => (
              <tr key={each.documentId}>
                <th scope="row">{each.documentNumber}</th>
                <td data-label="种类">{documentKinds[each.kind]}</td>
                <td className="ym-figure" data-label="合计">
                  {yuan(each.total)}
                </td>
                <td data-label="登记">
                  {formatDate(localDate(each.enteredOn))}，{each.enteredBy}
                </td>
                <td data-label="情况">
                  {documentStatuses[each.status]}
                  {each.words !== '' && `：${each.words}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
