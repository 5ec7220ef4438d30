import { Button } from 'antd';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { readComplaint } from '../../../modules/complaint/contract.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';

type Texts = ValueOf<NonNullable<(typeof readComplaint)['answer']>>;

const titles = { text: '反映的事情', finding: '核查情况', reason: '理由', answer: '答复' } as const;

/** What was reported, found and answered; whoever opens it says why. */
export function ReadTexts(props: { readonly complaintId: string; readonly onRead: () => void }) {
  const [form, setForm] = useState({ purpose: '' });
  const [texts, setTexts] = useState<Texts | null>(null);
  const command = useCommand(readComplaint);
  const bind = useFields(form, setForm, command.errors);
  const read = async () => {
    const done = await command.give({ params: { complaintId: props.complaintId }, body: form });
    if (!done.ok) return;
    setTexts(done.answer as Texts);
    props.onRead();
  };
  const keys = (['text', 'finding', 'reason', 'answer'] as const).filter((key) => texts?.[key]);
  return (
    <Panel title="内容">
      {texts === null ? (
        <>
          <ActTrouble command={command} onAgain={() => void read()} />
          <div className="ym-form">
            <TextField label="查看的用途" required {...bind('purpose')} />
          </div>
          <Button onClick={() => void read()} disabled={command.busy}>
            查看内容
          </Button>
        </>
      ) : (
        <>
          {keys.map((key) => (
            <section key={key}>
              <h3>{titles[key]}</h3>
              <p className="yc-complaint-text">{texts[key]}</p>
            </section>
          ))}
          <Button onClick={() => setTexts(null)}>收起</Button>
        </>
      )}
    </Panel>
  );
}
