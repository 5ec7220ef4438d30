import { useSession } from '../../session.ts';
import { Page } from '../../../ui/page.tsx';
import { Tabs } from '../../../ui/reading/tabs.tsx';
import { ArchivedFiles } from './archived-files.tsx';
import { ClassTable } from './class-table.tsx';
import { Destructions } from './destructions.tsx';
import { FileUses } from './file-uses.tsx';
import './archive.css';

/** 档案: the closed files, who used them, how long each class is kept, and the lists for destruction. */
export default function ArchivePage() {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const tabs = [
    { key: 'files', title: '案卷目录', content: () => <ArchivedFiles /> },
    { key: 'uses', title: '利用登记', content: () => <FileUses /> },
    { key: 'classes', title: '分类和保管期限', content: () => <ClassTable /> },
    ...(role === 'case-officer'
      ? []
      : [{ key: 'destructions', title: '销毁清册', content: () => <Destructions role={role} /> }]),
  ];
  const shown = role === 'audit-admin' ? tabs.filter(({ key }) => key === 'uses') : tabs;
  return (
    <Page title="档案" under="一户一档。归档后目录不改，以后的材料按日期续在后面。">
      <Tabs label="档案" tabs={shown} />
    </Page>
  );
}
