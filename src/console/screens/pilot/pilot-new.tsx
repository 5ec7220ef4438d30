import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { readinessList } from '../../../modules/readiness/contract.ts';
import { pointsWords } from '../../../modules/readiness/index.ts';
import { beginPilot } from '../../../modules/pilot/contract.ts';
import {
  type AuthorityAct,
  actTitles,
  type Matter,
  matterTitles,
} from '../../../modules/delegation/index.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { ManyOf } from '../delegation/many-of.tsx';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { pilotPath } from './pilot-path.ts';

const blank = {
  name: '',
  document: '',
  townships: [] as readonly string[],
  matters: [] as readonly Matter[],
  acts: ['confirm'] as readonly AuthorityAct[],
  from: null as LocalDate | null,
  monthsBefore: 12 as number | null,
};

/** 确定试点: which townships begin with what, and how far back they are compared with themselves. */
export default function PilotNew() {
  const draft = useDraft('pilot:new', blank);
  const [pilotId] = useState(newKey);
  const command = useCommand(beginPilot);
  const navigate = useNavigate();
  const { answer } = useAnswer(readinessList, { params: {} });
  const bind = useFields(draft.value, draft.setValue, command.errors);
  const titles = Object.fromEntries(
    (answer?.townships ?? []).map(({ township, name, score }) => [
      township,
      score ? `${name}（评估 ${pointsWords(score.score)} 分）` : name,
    ]),
  );
  const act = async () => {
    const { from, monthsBefore, ...form } = draft.value;
    const body = {
      ...{ ...form, pilotId, from: from as LocalDate, monthsBefore: monthsBefore as number },
      ...{ townships: [...form.townships], matters: [...form.matters], acts: [...form.acts] },
    };
    const done = await command.give({ params: {}, body });
    if (!done.ok) return;
    await draft.discard();
    await navigate({ to: pilotPath(pilotId) });
  };
  return (
    <Page
      title="确定试点"
      under={<DraftStatus draft={draft} />}
      next={<NextAct title="确定试点" onAct={() => void act()} busy={command.busy} />}
    >
      <ActTrouble command={command} onAgain={() => void act()} />
      <Panel>
        <EnterMoves className="ym-form">
          <TextField label="名称" required hint="如 第一批试点" {...bind('name')} />
          <TextField label="方案" required hint="名称和文号" {...bind('document')} />
          <DateField label="开始日期" required {...bind('from')} />
          <NumberField
            label="与之前多少个月对比"
            required
            unit="个月"
            least={1}
            most={36}
            {...bind('monthsBefore')}
          />
          <div className="ym-wide">
            <ManyOf label="救助事项" titles={matterTitles} {...bind('matters')} />
          </div>
          <div className="ym-wide">
            <ManyOf label="办理权限" titles={actTitles} {...bind('acts')} />
          </div>
          <div className="ym-wide">
            <ManyOf label="乡镇（街道）" titles={titles} {...bind('townships')} />
          </div>
        </EnterMoves>
        <p className="ym-quiet">
          确定试点不等于赋权：每个乡镇仍须有县级人民政府的赋权书，评估合格并经复核后才生效。
        </p>
      </Panel>
    </Page>
  );
}
