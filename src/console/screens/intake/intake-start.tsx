import { Button } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type PlaceCode, placeCode } from '../../../kernel/place.ts';
import { intakePlaces, openCase, searchApplicants } from '../../../modules/intake/contract.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { PlaceSelect } from '../../../ui/field/place-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { elsewhereWords } from './advice-panel.tsx';
import { casePath } from '../case/case-words.ts';
import { intakePath } from './intake-path.ts';

type Found = ValueOf<NonNullable<(typeof searchApplicants)['answer']>>;

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
    <Page title="受理" under="先查找,确认没有在办的申请,再建立办件。">
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

const statusWords = {
  open: '在办',
  granted: '正在享受',
  refused: '未批准',
  closed: '已终止',
} as const;

function FoundPeople({ found }: { found: Found }) {
  const { people, elsewhere, fault, readAs } = found;
  const isNobody = people.length === 0 && elsewhere.length === 0;
  return (
    <div role="status">
      {fault && <p className="ym-error">{fault}</p>}
      {isNobody && (
        <p>
          没有找到。
          {readAs === 'idNumber'
            ? '本人在任何地方都没有在办的申请,也没有享受低保。'
            : '建议再用身份证号查一次,可以查到其他乡镇。'}
        </p>
      )}
      <ul>
        {people.map((each) => (
          <li key={`${each.caseId} ${each.memberId}`}>
            <Link to={casePath(each.caseId)}>
              {each.name}
              {each.isApplicant ? '' : `(${each.applicant || '未登记申请人'}家的成员)`}
            </Link>{' '}
            {each.villageName} · {statusWords[each.status]} · {each.number || '尚未受理'} {each.act}
          </li>
        ))}
        {elsewhere.map((each) => (
          <li key={`${each.townshipName} ${each.status}`}>
            <strong>{elsewhereWords(each)}</strong>,请先与当地核清。
          </li>
        ))}
      </ul>
    </div>
  );
}

function OpenPanel() {
  const [village, setVillage] = useState<PlaceCode | null>(null);
  const [caseId] = useState(newKey);
  const { answer, problem } = useAnswer(intakePlaces, { params: {} });
  const open = useCommand(openCase);
  const navigate = useNavigate();
  const places = (answer?.villages ?? []).map(({ code, name }) => ({
    code: placeCode(code),
    name,
  }));
  const begin = async () => {
    const done = await open.give({ params: { caseId }, body: { village: village ?? '' } });
    if (done.ok) await navigate({ to: intakePath(caseId) });
  };
  return (
    <Panel title="二、没有在办的,建立新办件">
      <ErrorSummary errors={open.errors} />
      <Refusal problem={open.problem ?? problem} onAgain={() => void begin()} />
      <EnterMoves className="ym-form">
        <PlaceSelect
          id="village"
          label="家庭所在村(社区)"
          required
          digits={12}
          places={places}
          value={village}
          onChange={setVillage}
        />
      </EnterMoves>
      <div className="ym-row">
        <Button type="primary" onClick={() => void begin()} disabled={open.busy}>
          {open.busy ? '正在建立…' : '建立办件,填写家庭情况'}
        </Button>
      </div>
    </Panel>
  );
}
