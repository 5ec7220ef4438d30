import { Button } from 'antd';
import { useState } from 'react';
import { dayOf, instant } from '../../../kernel/clock.ts';
import { type PolicyJudged, policyFile } from '../../../modules/policy/contract.ts';
import { EARLIEST, previewFigures } from '../../../modules/preview/contract.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { type ChangeFieldsProps, FigureFields, StandardFields } from '../preview/change-fields.tsx';
import { FileChanges } from '../preview/file-changes.tsx';
import { FileFaults } from '../preview/file-faults.tsx';
import { kindTitles } from '../preview/preview-form.ts';
import type { PolicyForm } from './policy-form.ts';
import '../../card-table.css';
import '../preview/preview.css';

type PolicyFieldsProps = {
  readonly form: PolicyForm;
  readonly setForm: (change: (form: PolicyForm) => PolicyForm) => void;
  readonly errors: readonly FieldError[];
  readonly judged: PolicyJudged | null;
};

/** 起草: what is laid down, by whom, from when; what is wrong with it and what it changes stand below as it is typed. */
export function PolicyFields({ form, setForm, errors, judged }: PolicyFieldsProps) {
  const [today] = useState(() => dayOf(instant(Date.now())));
  const on = form.from && form.from >= EARLIEST ? form.from : today;
  const { answer } = useAnswer(previewFigures, { params: {}, search: { on } });
  const bind = useFields(form, setForm, errors);
  const setChange: ChangeFieldsProps['setForm'] = (change) =>
    setForm((now) => ({ ...now, ...change(now) }));
  const fields = { form, setForm: setChange, errors };
  const figures = answer?.figures ?? [];
  return (
    <>
      <Panel title="文件">
        <EnterMoves className="ym-form">
          <TextField
            label="名称"
            required
            most={60}
            hint="例如：提高城乡低保标准"
            {...bind('title')}
          />
          <TextField label="制定机关" required most={60} {...bind('issuer')} />
        </EnterMoves>
        <p className="ym-quiet">文号和发文日期在公布时填写。</p>
      </Panel>
      <Panel title="调整什么">
        <div className="ym-choices" role="radiogroup" aria-label="调整什么">
          {(Object.keys(kindTitles) as PolicyForm['kind'][]).map((kind) => (
            <label key={kind} className="ym-choice">
              <input
                type="radio"
                name="kind"
                checked={form.kind === kind}
                onChange={() => setForm((now) => ({ ...now, kind }))}
              />
              <span>{kind === 'file' ? '整个地方文件' : kindTitles[kind]}</span>
            </label>
          ))}
        </div>
        {form.kind === 'standard' && <StandardFields {...fields} figures={figures} />}
        {form.kind === 'figure' && <FigureFields {...fields} figures={figures} />}
        {form.kind === 'file' && <WholeFile form={form} setForm={setForm} errors={errors} />}
      </Panel>
      {judged && <Found form={form} setForm={setForm} judged={judged} />}
    </>
  );
}

const FILES = [
  ['standard', '现行标准'],
  ['rule', '现行规则'],
  ['procedure', '现行程序'],
] as const;
const TEXT_LINES = 16;

function WholeFile({ form, setForm, errors }: Omit<PolicyFieldsProps, 'judged'>) {
  const [file, setFile] = useState<string | null>(null);
  const bind = useFields(form, setForm, errors, 'change');
  const { answer } = useAnswer(policyFile, {
    params: { file: file ?? 'standard' },
    when: file !== null,
  });
  const take = () => answer && setForm((now) => ({ ...now, text: answer.text }));
  return (
    <div className="yc-drafted">
      <div className="ym-row">
        {FILES.map(([key, title]) => (
          <Button key={key} onClick={() => setFile(key)} disabled={file === key}>
            {title}
          </Button>
        ))}
        {answer && (
          <Button type="primary" onClick={take}>
            放进下面，接着改
          </Button>
        )}
      </div>
      <div className="yc-drafted-text">
        <TextField
          label="文件的内容"
          required
          lines={TEXT_LINES}
          hint="已经公布的内容不改不删；新的规定加在后面，写明依据的新文件。"
          {...bind('text')}
        />
      </div>
    </div>
  );
}

type FoundProps = Pick<PolicyFieldsProps, 'form' | 'setForm'> & { readonly judged: PolicyJudged };

function Found({ form, setForm, judged }: FoundProps) {
  const { faults, changes, questions, text } = judged;
  const reason = (key: string) => (value: string) =>
    setForm((now) => ({ ...now, reasons: { ...now.reasons, [key]: value } }));
  return (
    <Panel title="检查和比较">
      <p role="status">{stateWords(judged)}</p>
      {form.kind === 'file' ? (
        <FileFaults faults={faults} text={text} />
      ) : (
        <ul>
          {faults.map(({ is, message }) => (
            <li key={message} className={is === 'fault' ? 'ym-wrong' : 'ym-quiet'}>
              {message}
            </li>
          ))}
        </ul>
      )}
      {questions.map(({ key, message }) => (
        <div key={key} className="ym-form">
          <p className="ym-wide ym-wrong">{message}</p>
          <div className="ym-wide">
            <TextField
              id={`reasons.${key}`}
              label="确实如此的，写明理由"
              value={form.reasons[key] ?? ''}
              onChange={reason(key)}
            />
          </div>
        </div>
      ))}
      {changes.length > 0 && <FileChanges changes={changes} />}
    </Panel>
  );
}

function stateWords({ faults, changes, questions }: PolicyJudged): string {
  const wrong = faults.filter(({ is }) => is === 'fault').length;
  if (wrong > 0) return `有 ${wrong} 处要改，改好以后才能测算和送批。可以先保存。`;
  if (changes.length === 0) return '与现行的没有不同。';
  const asked = questions.length > 0 ? `，有 ${questions.length} 处像是写错了，请核对` : '';
  return `没有错误${asked}；与现行的有 ${changes.length} 处不同。`;
}
