export type { CaseEvent, CaseState } from './case.ts';
export { evolveCase, initialCase, titleOfCaseEvent } from './case.ts';
export type { ClosingGround, CourseState, Extension, Route } from './course.ts';
