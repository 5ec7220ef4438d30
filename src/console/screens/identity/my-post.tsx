import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { Page, Panel } from '../../../ui/page.tsx';
import { useSession } from '../../session.ts';

/** Who one is here, and in which posts one may act. */
export default function MyPost() {
  const { session } = useSession();
  const { person, post, posts = [] } = session ?? {};
  return (
    <Page title="我的岗位">
      <Panel>
        <DescriptionSheet
          items={[
            { label: '姓名', value: person?.name },
            { label: '当前岗位', value: post && `${post.placeName} ${post.roleTitle}` },
            {
              label: '全部岗位',
              wide: true,
              value: posts.map((one) => `${one.placeName} ${one.roleTitle}`).join('；'),
            },
          ]}
        />
        <p className="ym-quiet">岗位由系统管理员和安全管理员共同设置；有出入请联系县级民政部门。</p>
      </Panel>
    </Page>
  );
}
