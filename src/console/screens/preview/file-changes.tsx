import { dayWords } from './preview-words.ts';
import type { CheckedFile } from './use-file-check.ts';

const RESIDENCE = { urban: '城市', rural: '农村' } as const;

/** What a drafted file changes against the one in force. */
export function FileChanges({ changes }: { readonly changes: CheckedFile['changes'] }) {
  return (
    <div className="yc-card-room">
      <table className="yc-card-table">
        <caption className="ym-heard">与现行文件的不同</caption>
        <thead>
          <tr>
            <th scope="col">改了什么</th>
            <th scope="col">自哪一天起</th>
            <th scope="col">现行</th>
            <th scope="col">起草的</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ title, residence, effective, old, now }) => (
            <tr key={`${title} ${residence} ${effective} ${old} ${now}`}>
              <th scope="row">
                {title}
                {residence && `（${RESIDENCE[residence]}）`}
              </th>
              <td data-label="自哪一天起">{dayWords(effective)}</td>
              <td data-label="现行">{old ?? '没有'}</td>
              <td data-label="起草的">{now ?? '去掉'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
