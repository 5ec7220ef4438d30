import { useState } from 'react';
import { publishWorkingRule, repealWorkingRule } from '../../../modules/rulebook/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActFields } from '../review/act-fields.tsx';
import { type ActField, type ActForm, fileIn } from '../review/act-spec.ts';
import type { RuleShown } from './rule-words.ts';

type ActProps = { readonly view: RuleShown; readonly onDone: () => void };

const fields: readonly ActField[] = [
  { key: 'title', label: '制度名称', is: 'text' },
  { key: 'documentNumber', label: '文号', is: 'text' },
  { key: 'issuer', label: '印发机关', is: 'text' },
  { key: 'issuedOn', label: '印发日期', is: 'date' },
  { key: 'effectiveFrom', label: '施行日期', is: 'date' },
  {
    ...{ key: 'text', label: '正文', is: 'text', lines: 12, optional: true },
    hint: '可以直接粘贴全文；只上传原件的可以不填',
  },
  { key: 'file', label: '印发的原件', is: 'file', optional: true, hint: 'PDF 或者图片' },
];

/** A new text of the rule; the one before stays readable, and everybody has to read the new one. */
export function PublishAct({ view, onDone }: ActProps) {
  const { ruleId, streamVersion } = view;
  const initial: ActForm = {
    ...{ title: view.title, documentNumber: '', issuer: '' },
    ...{ issuedOn: null, effectiveFrom: null, text: '', file: [] },
  };
  const draft = useDraft<ActForm>(`working-rule:${ruleId}`, initial);
  const command = useCommand(publishWorkingRule);
  const form = { ...initial, ...draft.value };
  const act = async () => {
    const body = { ...form, file: fileIn(form.file) } as never;
    const version = streamVersion > 0 ? { version: streamVersion } : {};
    const done = await command.give({ params: { ruleId }, body, ...version });
    if (!done.ok) return;
    await draft.discard();
    onDone();
  };
  return (
    <QuietAct
      name="publish"
      title={view.versions.length > 0 ? '发布新的文本' : '发布文本'}
      about="文本发布以后不能改动；新文本施行之日起，应读的人都要重新阅读。"
      command={command}
      onAct={() => void act()}
      isUrgent={view.versions.length === 0}
    >
      <ActFields
        name="publish"
        fields={fields}
        form={form}
        setForm={draft.setValue}
        errors={errorsUnder('publish', command.errors)}
      />
      <DraftStatus draft={draft} />
    </QuietAct>
  );
}

const repealFields: readonly ActField[] = [
  { key: 'on', label: '废止日期', is: 'date' },
  { key: 'reason', label: '理由', is: 'text' },
];

export function RepealAct({ view, onDone }: ActProps) {
  const [form, setForm] = useState<ActForm>({ on: null, reason: '' });
  const command = useCommand(repealWorkingRule);
  const { ruleId, streamVersion } = view;
  const act = async () => {
    const body = form as never;
    const done = await command.give({ params: { ruleId }, body, version: streamVersion });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name="repeal"
      title="废止这项制度"
      about="废止以后算缺项，直到发布新的文本；原来的文本仍可查阅。"
      command={command}
      onAct={() => void act()}
    >
      <ActFields
        name="repeal"
        fields={repealFields}
        form={form}
        setForm={setForm}
        errors={errorsUnder('repeal', command.errors)}
      />
    </QuietAct>
  );
}
