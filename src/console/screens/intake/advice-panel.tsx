import type { IntakeAdvice } from '../../../modules/intake/contract.ts';
import { LawFold } from '../../../ui/reading/law-fold.tsx';

type AdvicePanelProps = {
  readonly advice: IntakeAdvice | null;
  readonly nameOf: (memberId: string) => string;
};

const countedWords = { true: '计入', false: '不计入', null: '待查清' } as const;

/** Beside the form: who counts and why, what is missing, where somebody is already covered. */
export function AdvicePanel({ advice, nameOf }: AdvicePanelProps) {
  return (
    <aside className="ym-panel" aria-label="受理提示" aria-live="polite">
      <h2>受理提示</h2>
      {advice ? (
        <Advice advice={advice} nameOf={nameOf} />
      ) : (
        <p className="ym-quiet">填写家庭成员后，这里提示谁计入家庭、还缺什么、是否重复申请。</p>
      )}
    </aside>
  );
}

function Advice({ advice, nameOf }: { advice: IntakeAdvice } & Pick<AdvicePanelProps, 'nameOf'>) {
  const { members, duplicates, missingFacts, documents, lookedUpByOffice, outlook } = advice;
  return (
    <>
      <p>{outlook}</p>
      {duplicates.length > 0 && (
        <section role="alert">
          <h3>可能重复</h3>
          <ul>
            {duplicates.map((each) => (
              <li key={`${each.memberId} ${each.townshipName} ${each.status}`}>
                {nameOf(each.memberId)}:{elsewhereWords(each)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h3>家庭成员</h3>
      <ul>
        {members.map((each) => (
          <li key={each.memberId}>
            {nameOf(each.memberId)}:<strong>{countedWords[`${each.counted}`]}</strong>,{each.reason}
            <LawFold citation={each.citation} />
          </li>
        ))}
      </ul>
      {missingFacts.length > 0 && (
        <>
          <h3>判断还缺</h3>
          <p>{missingFacts.map(({ text }) => text).join('、')}</p>
        </>
      )}
      <h3>要带的材料</h3>
      <p>{documents.map(({ title }) => title).join('、')}</p>
      <p className="ym-quiet">窗口自行查询，不用带：{lookedUpByOffice.join('、')}</p>
    </>
  );
}

type Elsewhere = Omit<IntakeAdvice['duplicates'][number], 'memberId'>;

export function elsewhereWords({ townshipName, status, accepted }: Elsewhere): string {
  if (status === 'granted') return `正在${townshipName}享受救助`;
  return accepted ? `已在${townshipName}受理` : `在${townshipName}登记过申请，尚未受理`;
}
