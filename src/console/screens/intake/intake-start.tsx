import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type PlaceCode, placeCode } from '../../../kernel/place.ts';
import {
  channelTitles,
  intakePlaces,
  openCase,
  searchApplicants,
} from '../../../modules/intake/contract.ts';
import type { Channel } from '../../../rules/procedure.ts';
import { SCHEME, type Scheme, schemes } from '../../../rules/scheme.ts';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { PlaceSelect } from '../../../ui/field/place-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { type Found, FoundPeople } from './found-people.tsx';
import { intakePath } from './intake-path.ts';

/** 受理: look first whether the family is known, then begin. */
export default function IntakeStart() {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const search = useCommand(searchApplicants);
  const look = async () => {
    const done = await search.give({ params: {}, body: { text } });
    if (done.ok) setFound(done.answer);
  };
  return (
    <Page title="受理" under="先查找，确认没有在办的申请，再建立办件。">
      <ErrorSummary errors={search.errors} />
      <Refusal problem={search.problem} onAgain={() => void look()} />
      <Panel title="一、查找">
        <form
          className="ym-form"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            void look();
          }}
        >
          <TextField
            id="text"
            label="姓名、拼音首字母、身份证号或者电话"
            required
            value={text}
            onChange={setText}
          />
          <div className="ym-row">
            <Button htmlType="submit" disabled={search.busy}>
              {search.busy ? '正在查找…' : '查找'}
            </Button>
          </div>
        </form>
        {found && <FoundPeople found={found} />}
      </Panel>
      {found && <OpenPanel />}
    </Page>
  );
}

type Asked = { readonly scheme: Scheme | null; readonly channel: Channel | null };

const schemeOptions = schemes.map((value) => ({ value, label: SCHEME[value] }));
const channels = Object.entries(channelTitles) as [Channel, string][];
const channelOptions = channels.map(([value, label]) => ({ value, label }));

/** What is not 临时救助 goes the ordinary way, whatever was chosen while it was. */
function bodyOf(village: PlaceCode | null, { scheme, channel }: Asked) {
  return {
    village: village ?? '',
    scheme: scheme ?? ('' as Scheme),
    channel: scheme === 'temporary' ? (channel ?? ('' as Channel)) : ('ordinary' as const),
  };
}

function OpenPanel() {
  const [village, setVillage] = useState<PlaceCode | null>(null);
  const [caseId] = useState(newKey);
  const [asked, setAsked] = useState<Asked>({ scheme: 'dibao', channel: 'ordinary' });
  const bind = useFields(asked, setAsked, []);
  const { answer, problem } = useAnswer(intakePlaces, { params: {} });
  const open = useCommand(openCase);
  const navigate = useNavigate();
  const places = (answer?.villages ?? []).map(({ code, name }) => ({
    code: placeCode(code),
    name,
  }));
  const begin = async () => {
    const done = await open.give({ params: { caseId }, body: bodyOf(village, asked) });
    if (done.ok) await navigate({ to: intakePath(caseId) });
  };
  return (
    <Panel title="二、没有在办的，建立新办件">
      <ErrorSummary errors={open.errors} />
      <Refusal problem={open.problem ?? problem} onAgain={() => void begin()} />
      <EnterMoves className="ym-form">
        <PlaceSelect
          id="village"
          label="家庭所在村（社区）"
          required
          digits={12}
          places={places}
          value={village}
          onChange={setVillage}
        />
        <CodeSelect label="申请的救助" required options={schemeOptions} {...bind('scheme')} />
        {asked.scheme === 'temporary' && (
          <CodeSelect label="办理方式" required options={channelOptions} {...bind('channel')} />
        )}
      </EnterMoves>
      <div className="ym-row">
        <Button type="primary" onClick={() => void begin()} disabled={open.busy}>
          {open.busy ? '正在建立…' : '建立办件，填写家庭情况'}
        </Button>
      </div>
    </Panel>
  );
}
