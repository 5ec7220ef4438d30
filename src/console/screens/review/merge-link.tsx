import { Link } from '@tanstack/react-router';
import { access } from '../../../modules/review/access.ts';
import type { BenefitShown } from './act-spec.ts';
import { benefitPath, mergePath } from './benefit-path.ts';

type Shown = { readonly view: BenefitShown; readonly role: string };

/** Where the people of a household that became part of another one are found; or how to begin with it. */
export function MergeLink({ view, role }: Shown) {
  const { merging, merge, adjustments } = view.state;
  const last = adjustments.at(-1);
  const isPending = last !== undefined && !last.decision && !last.withdrawn;
  if (merging) {
    return (
      <p role="status">
        {merging.done ? '已并入' : '正在办理并入'}
        <Link to={benefitPath(merging.intoId)}>
          {merging.intoHead}户（{merging.intoNumber}）
        </Link>
      </p>
    );
  }
  return (
    <>
      {merge && (
        <p role="status">
          {isPending && merge.id === last.id ? '正在与这一户合户：' : '已合并的户：'}
          <Link to={benefitPath(merge.other.benefitId)}>
            {merge.other.head}户（{merge.other.number}）
          </Link>
        </p>
      )}
      {!isPending && mayMerge(view, role) && (
        <p>
          <Link to={mergePath(view.benefitId)}>与另一户合户</Link>
        </p>
      )}
    </>
  );
}

function mayMerge({ state, standing }: BenefitShown, role: string): boolean {
  const { enrolment } = state;
  const isPlain = enrolment?.scheme !== 'tekun' && standing === 'active';
  return isPlain && access.ProposeMerge.roles.some((each) => each === role);
}
