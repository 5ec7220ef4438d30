import { countyRoles, may } from '../identity/index.ts';

const readers = may(...countyRoles, 'auditor');
const tableReaders = may('case-officer', 'chair', 'secretary', ...countyRoles, 'auditor');

export const access = {
  SeekAnomalies: may('inspector', 'aid-officer', 'county-leader'),
  HandAnomaly: may('inspector', 'county-leader'),
  AnswerAnomaly: may(...countyRoles),
  RecordDispatchMeeting: may('inspector'),
  CloseDispatch: may('county-leader'),
  DispatchList: readers,
  DispatchView: readers,
  DispatchFigure: readers,
  DispatchTrend: readers,
  DispatchPaper: readers,
  DispatchSheet: readers,
  DispatchPublicSheet: readers,
  ReportMonthlyTable: may('case-officer'),
  ReturnMonthlyTable: may('aid-officer'),
  TakeMonthlyTable: may('aid-officer'),
  MonthlyTableList: tableReaders,
  MonthlyTableView: tableReaders,
};
