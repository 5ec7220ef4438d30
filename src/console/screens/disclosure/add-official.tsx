import { useState } from 'react';
import type { PlaceCode } from '../../../kernel/place.ts';
import { addRegisterEntry } from '../../../modules/disclosure/contract.ts';
import { registerKinds, type RegisterKind } from '../../../modules/disclosure/register-entry.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { IdNumberField } from '../../../ui/field/id-number-field.tsx';
import { type Place, PlaceSelect } from '../../../ui/field/place-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { newKey } from '../../../ui/intent.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';

const empty = () => ({
  entryId: newKey(),
  kind: 'village-official' as RegisterKind | null,
  name: '',
  idNumber: null as string | null,
  phone: '',
  position: '',
  place: null as PlaceCode | null,
  person: null as string | null,
});

type Holder = { readonly person: string; readonly name: string; readonly placeName: string };

/** Puts an official into the register. */
export function AddOfficial(props: {
  readonly places: readonly Place[];
  readonly holders: readonly Holder[];
  readonly onDone: () => void;
}) {
  const [form, setForm] = useState(empty);
  const command = useCommand(addRegisterEntry);
  const bind = useFields(form, setForm, errorsUnder('official', command.errors), 'official');
  const act = async () => {
    const { kind, place, idNumber, phone, ...rest } = form;
    const body = {
      ...rest,
      kind: kind ?? 'village-official',
      place: place as PlaceCode,
      idNumber: idNumber ?? '',
      phone: phone.trim() === '' ? null : phone,
    };
    const done = await command.give({ params: {}, body });
    if (!done.ok) return;
    setForm(empty());
    props.onDone();
  };
  return (
    <QuietAct
      name="official"
      title="列入一名工作人员或者村（社区）干部"
      about="列入后请再录入其申报的近亲属；受理时按身份证号、电话和姓名比对。"
      command={command}
      onAct={() => void act()}
    >
      <EnterMoves className="ym-form">
        <TextField label="姓名" required {...bind('name')} />
        <IdNumberField label="身份证号" required {...bind('idNumber')} />
        <TextField label="手机号" {...bind('phone')} />
        <CodeSelect
          label="类别"
          required
          options={(Object.keys(registerKinds) as RegisterKind[]).map((value) => ({
            value,
            label: registerKinds[value],
          }))}
          {...bind('kind')}
        />
        <PlaceSelect label="任职地方" required places={props.places} {...bind('place')} />
        <TextField label="职务" required {...bind('position')} />
        <CodeSelect
          label="本系统账号"
          hint="在本系统有岗位的须选定，其近亲属的办件才能自动回避"
          options={props.holders.map(({ person, name, placeName }) => ({
            value: person,
            label: name,
            more: placeName,
          }))}
          {...bind('person')}
        />
      </EnterMoves>
    </QuietAct>
  );
}
