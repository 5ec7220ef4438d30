import { archiveClasses } from '../../../modules/archive/retention.ts';
import { LawFold } from '../../../ui/reading/law-fold.tsx';
import '../../card-table.css';

/** 分类和保管期限: what belongs where, how long, and by which text. */
export function ClassTable() {
  return (
    <div className="ya-tab yc-card-room">
      <table className="yc-card-table">
        <thead>
          <tr>
            <th>类别</th>
            <th>范围</th>
            <th>保管期限</th>
            <th>依据</th>
          </tr>
        </thead>
        <tbody>
          {Object.values(archiveClasses).map(({ title, holds, kept, citation }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td data-label="范围">{holds}</td>
              <td data-label="保管期限">{kept}</td>
              <td data-label="依据">
                <LawFold citation={citation} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
