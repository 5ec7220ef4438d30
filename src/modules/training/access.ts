import { type AccessRule, allRoles, countyRoles, may } from '../identity/index.ts';

const teaches = may('aid-officer', 'county-leader');
const everyone: AccessRule = {
  roles: allRoles,
  sentence: '由已登录的人员办理，只涉及本人。',
};

export const access = {
  PublishCourse: teaches,
  RetireCourse: teaches,
  PlanSession: teaches,
  RecordTrainingAttendance: teaches,
  RevokeCertificate: teaches,
  StartTest: everyone,
  SubmitTest: everyone,
  MyTraining: everyone,
  CertificatePaper: everyone,
  CourseView: { ...everyone, sentence: '由已登录的人员查看；题库的答案只有县级看得见。' },
  CourseFile: { ...everyone, sentence: '由已登录的人员查看。' },
  TrainingStanding: may(...countyRoles, 'chair', 'secretary', 'auditor'),
};
