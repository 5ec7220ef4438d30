import { caseReaders, may } from '../identity/index.ts';

const readers = may(...caseReaders);

export const access = {
  CheckPaper: {
    ...readers,
    sentence: '由乡镇、县级和纪检审计的人员核对；经办信息只给本辖区的人看。',
  },
  PaperKinds: { ...readers, sentence: '由乡镇、县级和纪检审计的人员查看。' },
  PrintBatch: { ...readers, sentence: '由乡镇、县级和纪检审计的人员打印，每一份仍按各自的权限。' },
  CoverLetter: may('window-clerk', 'case-officer', 'investigator', 'aid-officer'),
  DuePapers: { ...readers, sentence: '由乡镇、县级和纪检审计的人员查看本辖区的。' },
};
