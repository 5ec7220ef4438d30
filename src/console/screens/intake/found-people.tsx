import { Link } from '@tanstack/react-router';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { searchApplicants } from '../../../modules/intake/contract.ts';
import { casePath } from '../case/case-words.ts';
import { elsewhereWords } from './advice-panel.tsx';

export type Found = ValueOf<NonNullable<(typeof searchApplicants)['answer']>>;

const statusWords = {
  open: '在办',
  granted: '正在享受',
  refused: '未批准',
  closed: '已终止',
} as const;

/** Who was found: a link to each case of the own area, and in words where else. */
export function FoundPeople({ found }: { found: Found }) {
  const { people, elsewhere, fault, readAs } = found;
  const isNobody = people.length === 0 && elsewhere.length === 0;
  return (
    <div role="status">
      {fault && <p className="ym-error">{fault}</p>}
      {isNobody && (
        <p>
          没有找到。
          {readAs === 'idNumber'
            ? '本人在任何地方都没有在办的申请，也没有享受救助。'
            : '建议再用身份证号查一次，可以查到其他乡镇。'}
        </p>
      )}
      <ul>
        {people.map((each) => (
          <li key={`${each.caseId} ${each.memberId}`}>
            <Link to={casePath(each.caseId)}>
              {each.name}
              {each.isApplicant ? '' : `（${each.applicant || '未登记申请人'}家的成员）`}
            </Link>{' '}
            {each.villageName} · {statusWords[each.status]} · {each.number || '尚未受理'} {each.act}
          </li>
        ))}
        {elsewhere.map((each) => (
          <li key={`${each.townshipName} ${each.status}`}>
            <strong>{elsewhereWords(each)}</strong>，请先与当地核清。
          </li>
        ))}
      </ul>
    </div>
  );
}
