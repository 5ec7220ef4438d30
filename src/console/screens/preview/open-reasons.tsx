import type { PreviewViewed } from './preview-words.ts';
import { countWords } from './preview-words.ts';
import { Panel } from '../../../ui/page.tsx';

type OpenReasonsProps = {
  readonly reasons: PreviewViewed['reasons'];
  readonly onShow: (reason: string) => void;
};

/** What keeps households from being judged, with the way to them. */
export function OpenReasons({ reasons, onShow }: OpenReasonsProps) {
  if (reasons.length === 0) return null;
  return (
    <Panel title="不能判断的：缺什么">
      <p className="ym-quiet">
        缺的情况可能改变结果，所以没有当作零，也没有算在上面的户数和金额里。补充以后重新测算。
      </p>
      <div className="yc-card-room">
        <table className="yc-card-table yc-reasons">
          <caption className="ym-heard">不能判断的原因和户数</caption>
          <thead>
            <tr>
              <th scope="col">缺什么</th>
              <th scope="col" className="ym-figure">
                户数
              </th>
              <th scope="col">办理</th>
            </tr>
          </thead>
          <tbody>
            {reasons.map(({ reason, count }) => (
              <tr key={reason}>
                <th scope="row">{reason}</th>
                <td className="ym-figure" data-label="户数">
                  {countWords(count)}
                </td>
                <td>
                  <button type="button" className="ym-link" onClick={() => onShow(reason)}>
                    看这些家庭
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
