import { Link } from '@tanstack/react-router';
import type { ValueOf } from '../../../kernel/contract.ts';
import { conclusionTitles, toleranceTitles } from '../../../modules/inspection/accountability.ts';
import * as contract from '../../../modules/inspection/correction-contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { type ActField, type ActForm, optionsFrom } from '../review/act-spec.ts';
import { TypedAct } from './typed-act.tsx';

type View = ValueOf<(typeof contract.accountabilityView)['answer']>;
type ActProps = { readonly view: View; readonly onDone: () => void };

/** One accountability case: what it rests on, the four grounds of leniency, the conclusion. */
export default function AccountabilityPage() {
  const accountabilityId = useParam('accountabilityId');
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const { answer, awaiting, problem, askAgain } = useAnswer(contract.accountabilityView, {
    params: { accountabilityId },
  });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const { examined, concluded } = answer;
  const mayExamine = (role === 'inspector' || role === 'county-leader') && !examined;
  return (
    <Page
      title={`问责核查 · ${answer.townshipName}`}
      under={`${answer.openedOn} 由${answer.openedBy}启动：${answer.reason}`}
    >
      {mayExamine && <Examine view={answer} onDone={askAgain} />}
      {role === 'county-leader' && examined && !concluded && (
        <Conclude view={answer} onDone={askAgain} />
      )}
      <Panel title="依据">
        <ul>
          {answer.grounds.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </Panel>
      {examined && (
        <Panel title="容错情形审查">
          <DescriptionSheet
            items={[
              ...examined.grounds.map(({ ground, holds, why }) => ({
                label: toleranceTitles[ground],
                value: `${holds ? '具备' : '不具备'}：${why}`,
                wide: true,
              })),
              { label: '听取说明', value: examined.heard, wide: true },
              { label: '审查', value: `${dayWords(examined.on)} ${examined.byName}` },
            ]}
          />
        </Panel>
      )}
      {concluded && (
        <Panel title="结论">
          <p>
            {dayWords(concluded.on)} {concluded.byName}：{conclusionTitles[concluded.conclusion]}。
            {concluded.reason}
          </p>
          {answer.suspensionReason !== '' && (
            <>
              <p>暂停赋权的理由（可以照录）：{answer.suspensionReason}</p>
              <Link to={'/instruments' as string}>打开赋权书，办理暂停</Link>
            </>
          )}
        </Panel>
      )}
    </Page>
  );
}

const grounds = Object.entries(toleranceTitles);

function Examine({ view, onDone }: ActProps) {
  const fields: readonly ActField[] = grounds.flatMap(([ground, title]): readonly ActField[] => [
    {
      ...{ key: `grounds.${ground}.holds`, label: title, is: 'code' },
      options: [
        { value: 'yes', label: '具备' },
        { value: 'no', label: '不具备' },
      ],
    },
    { key: `grounds.${ground}.why`, label: `${title}：认定的依据`, is: 'text' },
  ]);
  const groundsOf = (form: ActForm) =>
    Object.fromEntries(
      grounds.map(([ground]) => {
        const holds = form[`grounds.${ground}.holds`];
        const why = form[`grounds.${ground}.why`] ?? '';
        return [ground, { holds: holds ? holds === 'yes' : undefined, why }];
      }),
    );
  return (
    <TypedAct
      name={`examine-tolerance:${view.accountabilityId}`}
      contract={contract.examineTolerance}
      params={{ accountabilityId: view.accountabilityId }}
      version={view.version}
      about="逐项认定并写明依据；四项都具备、问题已经改正的，才可以不予追究。"
      fields={[...fields, { key: 'heard', label: '听取的说明', is: 'text', lines: 2 }]}
      initial={{ heard: '' }}
      bodyOf={(form) => ({ grounds: groundsOf(form), heard: form['heard'] })}
      onDone={onDone}
    />
  );
}

function Conclude({ view, onDone }: ActProps) {
  return (
    <TypedAct
      name={`conclude-accountability:${view.accountabilityId}`}
      contract={contract.concludeAccountability}
      params={{ accountabilityId: view.accountabilityId }}
      version={view.version}
      about="由审查容错情形以外的人作结论。"
      fields={[
        { key: 'conclusion', label: '结论', is: 'code', options: optionsFrom(conclusionTitles) },
        { key: 'reason', label: '理由', is: 'text', lines: 2 },
      ]}
      initial={{ conclusion: null, reason: '' }}
      bodyOf={(form) => form}
      onDone={onDone}
    />
  );
}
