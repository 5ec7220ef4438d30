import '../../card-table.css';
import type { ValueOf } from '../../../kernel/contract.ts';
import { paperKinds } from '../../../modules/issuance/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';

type Kind = ValueOf<(typeof paperKinds)['answer']>['kinds'][number];

/** 文书目录: every form, what the system fills and what a pen still adds. */
export default function PaperKindList() {
  const { answer, problem, awaiting, askAgain } = useAnswer(paperKinds, { params: {} });
  const kinds = answer?.kinds ?? [];
  const filled = kinds.reduce((sum, each) => sum + each.filled, 0);
  const byHand = kinds.reduce((sum, each) => sum + each.byHand.length, 0);
  return (
    <Page
      title="文书目录"
      under={`${kinds.length} 种文书，系统自动填写 ${filled} 项，手工填写和签字 ${byHand} 项。`}
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <Awaiting what={awaiting} />
      {answer && (
        <div className="yc-card-room">
          <table className="yc-card-table">
            <caption className="ym-heard">各种文书用在哪里、系统填几项、手工填什么</caption>
            <thead>
              <tr>
                <th scope="col">文书</th>
                <th scope="col">用在</th>
                <th scope="col">给谁</th>
                <th scope="col">自动填写</th>
                <th scope="col">手工填写</th>
                <th scope="col">依据</th>
              </tr>
            </thead>
            <tbody>
              {kinds.map((each) => (
                <KindRow key={each.title} kind={each} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}

function KindRow({ kind }: { kind: Kind }) {
  return (
    <tr>
      <th scope="row">{kind.title}</th>
      <td data-label="用在">{kind.used}</td>
      <td data-label="给谁">{kind.audience}</td>
      <td data-label="自动填写">{`${kind.filled} 项`}</td>
      <td data-label="手工填写">{kind.byHand.length === 0 ? '无' : kind.byHand.join('、')}</td>
      <td data-label="依据">{kind.law.join('；')}</td>
    </tr>
  );
}
