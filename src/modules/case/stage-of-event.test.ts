import { describe, expect, it } from 'vitest';
import { lastActs } from './stage-of-event.ts';

const acts = (...types: string[]) =>
  [...lastActs(types.map((type, seq) => ({ type, seq })))].map(([stage, { seq }]) => [stage, seq]);

describe('每个环节最后是谁办的', () => {
  it('以该环节最后一次办理为准', () => {
    expect(acts('HouseholdDeclared', 'VerificationRequested', 'ChecklistRecorded')).toEqual([
      ['intake', 2],
      ['verification', 1],
    ]);
  });

  it('决定以前张贴的是公示，决定以后张贴的是公布', () => {
    expect(acts('NoticePosted', 'DecisionMade', 'NoticePosted')).toEqual([
      ['publicity', 0],
      ['confirmation', 1],
      ['announcement', 2],
    ]);
  });

  it('建立办件、延期等不属于某个环节的，不算办理', () => {
    expect(acts('CaseOpened', 'ExtensionRequested')).toEqual([]);
  });
});
