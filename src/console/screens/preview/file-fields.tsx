import { Button } from 'antd';
import { useRef, useState } from 'react';
import { localDate } from '../../../kernel/local-date.ts';
import { EARLIEST, MOST_FILE_CHARACTERS } from '../../../modules/preview/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useFields } from '../../../ui/use-fields.ts';
import type { ChangeFieldsProps } from './change-fields.tsx';
import { FileChanges } from './file-changes.tsx';
import { FileFaults } from './file-faults.tsx';
import type { FileCheck } from './use-file-check.ts';

type FileFieldsProps = Omit<ChangeFieldsProps, 'figures'> & { readonly check: FileCheck };

const TEXT_LINES = 14;

/** A drafted locality file: chosen, looked through line by line, mended on the spot, kept with the draft. */
export function FileFields({ form, setForm, errors, check }: FileFieldsProps) {
  const bind = useFields(form, setForm, errors, 'change');
  const { checked, problem, isBusy } = check;
  const from = bind('fileFrom');
  return (
    <div className="yc-drafted">
      <FileChoice
        name={form.fileName}
        onText={(fileName, text) => setForm((now) => ({ ...now, fileName, text, fileFrom: null }))}
      />
      <div className="yc-drafted-text">
        <TextField
          label="文件的内容"
          required
          lines={TEXT_LINES}
          hint="选择文件以后显示在这里，可以直接改，也可以粘贴。改动随草稿保存，测算以前不影响任何地方。"
          {...bind('text')}
        />
      </div>
      <p className="ym-quiet" role="status">
        {stateWords(form.text, check)}
      </p>
      <Refusal problem={problem} />
      {checked && <FileFaults faults={checked.faults} text={form.text} />}
      {checked && checked.changes.length > 0 && <FileChanges changes={checked.changes} />}
      <div className="ym-form">
        <DateField
          {...from}
          id="change.from"
          label="自哪一天起算"
          required
          notBefore={localDate(EARLIEST)}
          value={form.fileFrom ?? (checked?.from ? localDate(checked.from) : null)}
          error={errors.find(({ path }) => path === 'change.from')?.message}
          disabled={isBusy && !checked}
          hint="一般就是文件里最早改动的那一天；要多算或者少算几个月的补发，在这里改。"
        />
      </div>
    </div>
  );
}

function stateWords(text: string, { checked, isBusy }: FileCheck): string {
  if (text === '') return '还没有选择文件。';
  if (isBusy) return '正在检查文件…';
  if (!checked) return '';
  const faults = checked.faults.filter(({ is }) => is === 'fault').length;
  if (faults > 0) return `有 ${faults} 处要改，改好以后才能测算。`;
  if (checked.changes.length === 0) return '没有错误，但与现行的没有不同，没有可以测算的。';
  const asked = checked.faults.length;
  return `没有错误${asked > 0 ? `，有 ${asked} 处请再看一看` : ''}；与现行的有 ${checked.changes.length} 处不同。`;
}

type FileChoiceProps = {
  readonly name: string;
  readonly onText: (name: string, text: string) => void;
};

function FileChoice({ name, onText }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState('');
  const read = async (file: File | undefined) => {
    if (!file) return;
    const found = await textOf(file);
    setRefused(typeof found === 'string' ? '' : found.refused);
    if (typeof found === 'string') onText(file.name, found);
  };
  return (
    <div className="ym-row">
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>选择文件（JSON）</Button>
      {name && <span>{name}</span>}
      {refused && (
        <span className="ym-wrong" role="alert">
          {refused}
        </span>
      )}
    </div>
  );
}

async function textOf(file: File): Promise<string | { refused: string }> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    if (text.length <= MOST_FILE_CHARACTERS) return text;
    return { refused: `“${file.name}”超过 100 万字，不是一个地方的规则文件；原来的内容没有动。` };
  } catch {
    return {
      refused: `“${file.name}”不是 UTF-8 编码的文字，请另存为 UTF-8 后再选；原来的内容没有动。`,
    };
  }
}
