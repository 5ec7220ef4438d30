import { useState } from 'react';
import type { PlaceCode } from '../../../kernel/place.ts';
import { registerPerson } from '../../../modules/identity/contract.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';

type RegisterPersonActProps = {
  readonly county: PlaceCode;
  readonly onDone: (personId: string) => void;
};

const empty = () => ({ personId: newKey(), name: '', loginName: '' });

/** 建立账号. */
export function RegisterPersonAct({ county, onDone }: RegisterPersonActProps) {
  const [form, setForm] = useState(empty);
  const command = useCommand(registerPerson);
  const bind = useFields(form, setForm, errorsUnder('person', command.errors), 'person');
  const act = async () => {
    const done = await command.give({ params: {}, body: { ...form, county } });
    if (!done.ok) return;
    onDone(form.personId);
    setForm(empty());
  };
  return (
    <QuietAct
      name="person"
      title="建立账号"
      about="一人一个账号；岗位另行申请，由安全管理员批准后才能使用。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="姓名" required {...bind('name')} />
      <TextField label="登录名" required hint="小写字母开头，3 至 31 位" {...bind('loginName')} />
    </QuietAct>
  );
}
