import { useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { PlaceCode } from '../../../kernel/place.ts';
import { grantPost } from '../../../modules/identity/contract.ts';
import { allRoles, type Role, roleTitles } from '../../../modules/identity/index.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { type Place, PlaceSelect } from '../../../ui/field/place-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { newKey } from '../../../ui/intent.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { PersonRow } from './person-words.ts';

type GrantPostActProps = {
  readonly person: PersonRow;
  readonly places: readonly Place[];
  readonly onDone: () => void;
};

const empty = () => ({
  postId: newKey(),
  role: null as Role | null,
  area: null as PlaceCode | null,
  from: null as LocalDate | null,
  to: null as LocalDate | null,
  basis: '',
});

/** 申请岗位: nothing is held until the security administrator has approved it. */
export function GrantPostAct({ person, places, onDone }: GrantPostActProps) {
  const [form, setForm] = useState(empty);
  const command = useCommand(grantPost);
  const bind = useFields(form, setForm, errorsUnder('post', command.errors), 'post');
  const { personId, version } = person;
  const act = async () => {
    const body = {
      ...form,
      role: form.role as Role,
      area: form.area as PlaceCode,
      from: form.from as LocalDate,
    };
    const done = await command.give({ params: { personId }, body, version });
    if (!done.ok) return;
    setForm(empty());
    onDone();
  };
  return (
    <QuietAct
      name="post"
      title="申请岗位"
      about="三个管理员互不兼任，也不兼业务岗位；乡镇岗位和县级岗位不由一人担任。"
      command={command}
      onAct={() => void act()}
    >
      <EnterMoves className="ym-form">
        <CodeSelect
          label="岗位"
          required
          options={allRoles.map((value) => ({ value, label: roleTitles[value] }))}
          {...bind('role')}
        />
        <PlaceSelect label="任职地方" required places={places} {...bind('area')} />
        <DateField label="起始日期" required {...bind('from')} />
        <DateField label="终止日期" hint="没有期限的不填" {...bind('to')} />
        <TextField label="任职文件" required most={200} {...bind('basis')} />
      </EnterMoves>
    </QuietAct>
  );
}
