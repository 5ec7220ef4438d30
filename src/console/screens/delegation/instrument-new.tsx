import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { placeCode } from '../../../kernel/place.ts';
import { draftInstrument, instrumentList } from '../../../modules/delegation/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { InstrumentFields } from './instrument-fields.tsx';
import { contentOf, emptyInstrument } from './instrument-form.ts';
import { instrumentPath } from './instrument-words.ts';

/** 登记赋权书: entered by one county person, in force only after another has checked it. */
export default function InstrumentNew() {
  const draft = useDraft('instrument:new', emptyInstrument);
  const [instrumentId] = useState(newKey);
  const command = useCommand(draftInstrument);
  const navigate = useNavigate();
  const { answer } = useAnswer(instrumentList, { params: {} });
  const places = (answer?.grid ?? []).map(({ township, name }) => ({
    code: placeCode(township),
    name,
  }));
  const act = async () => {
    const body = { instrumentId, ...contentOf(draft.value) };
    const done = await command.give({ params: {}, body });
    if (!done.ok) return;
    await draft.discard();
    await navigate({ to: instrumentPath(instrumentId) });
  };
  return (
    <Page
      title="登记赋权书"
      under={<DraftStatus draft={draft} />}
      next={<NextAct title="提交复核" onAct={() => void act()} busy={command.busy} />}
    >
      <ErrorSummary errors={command.errors} />
      <Refusal problem={command.problem} onAgain={() => void act()} />
      <Panel>
        <InstrumentFields
          form={draft.value}
          setForm={draft.setValue}
          errors={command.errors}
          places={places}
        />
        <p className="ym-quiet">
          提交后由另一名县级人员对照扫描件复核，复核之后才生效；补登记的赋权书不能使先前的决定合法。
        </p>
      </Panel>
    </Page>
  );
}
