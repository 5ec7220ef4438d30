import { describe, expect, it } from 'vitest';
import type { CommandContract } from '../../src/kernel/contract.ts';
import * as archive from '../../src/modules/archive/contract.ts';
import * as assessment from '../../src/modules/assessment/contract.ts';
import * as course from '../../src/modules/case/contract.ts';
import * as confirmation from '../../src/modules/confirmation/contract.ts';
import { allFlows } from '../../src/modules/case/flow.ts';
import * as coordination from '../../src/modules/coordination/contract.ts';
import * as instalment from '../../src/modules/instalment/contract.ts';
import * as referral from '../../src/modules/referral/contract.ts';
import * as reserve from '../../src/modules/reserve/contract.ts';
import * as delegation from '../../src/modules/delegation/contract.ts';
import * as cooperation from '../../src/modules/cooperation/contract.ts';
import * as deliberation from '../../src/modules/deliberation/contract.ts';
import * as disclosure from '../../src/modules/disclosure/contract.ts';
import * as discovery from '../../src/modules/discovery/contract.ts';
import * as household from '../../src/modules/household/contract.ts';
import * as intake from '../../src/modules/intake/contract.ts';
import * as sending from '../../src/modules/intake/send-contract.ts';
import * as investigation from '../../src/modules/investigation/contract.ts';
import * as publicity from '../../src/modules/publicity/contract.ts';
import * as verification from '../../src/modules/verification/contract.ts';
import { commands } from './walk.ts';
import { run } from './walk-campaign.ts';
import { onesided, reportOf } from './walk-report.ts';

/** On every commit; `npm run walk` takes any number. */
const COMMANDS = 100_000;

/** Commands on a case that no decider of the case answers. */
const NOT_DECIDED: Readonly<Record<string, string>> = {
  UploadCaseFile: 'stores a file and changes no case',
  RevealField: 'is recorded as a reading and changes no case',
  ReadObjection: 'is recorded as a reading and changes no case',
  TrialAssessment: 'computes and stores nothing',
  OpenFromReport: 'begins a case from a report: its decider has tests of its own',
  ContinueCase: 'begins another case from this one: its decider has tests of its own',
  ConsultFile: 'is about the use of a closed file, a stream of its own',
  LendFile: 'is about the use of a closed file, a stream of its own',
  RequestPacket: 'is about the use of a closed file, a stream of its own',
  RemindSource: 'presses a source and changes no case',
  CountersignMinutes: 'signs the minutes of a meeting that is over and changes no case',
  AddMaterial: 'adds papers behind a closed file',
};

describe('各类救助、两种程序、先行救助的全部操作，任意顺序，合法与违法', () => {
  const contracts = [
    ...[
      archive,
      assessment,
      course,
      confirmation,
      delegation,
      deliberation,
      disclosure,
      household,
      intake,
      sending,
    ],
    ...[investigation, publicity, verification, coordination, instalment, cooperation, discovery],
    ...[reserve, referral],
  ].flatMap((module) => Object.values(module) as unknown[]);

  it('办件和会议的每一个操作都在其中', () => {
    const all = contracts
      .filter((each): each is CommandContract => isContract(each))
      .filter(({ path }) => /^\/(cases|meetings)\/:/.test(path))
      .map(({ name }) => name);
    const walked = commands.map(({ contract }) => contract.name);
    expect(all.length).toBeGreaterThan(50);
    const left = all.filter((name) => !walked.includes(name) && !(name in NOT_DECIDED));
    expect(left).toEqual([]);
    expect(Object.keys(NOT_DECIDED).filter((name) => !all.includes(name))).toEqual([]);
  });

  it(`${COMMANDS} 次操作：不变量成立，没有环节被跳过、丢失、重复，没有办件卡住`, {
    timeout: 900_000,
  }, () => {
    const result = run({ seed: 20_260_302, commands: COMMANDS });
    const report = reportOf(result);
    console.log(report);
    expect(result.found.length, report).toBe(0);
    expect(result.commands).toBeGreaterThanOrEqual(COMMANDS);
    const { neverAccepted, neverRefused } = onesided(result.counts);
    expect(neverAccepted).toEqual([]);
    expect(neverRefused).toEqual([]);
    const ways = allFlows.map(({ scheme, channel, route }) => `${scheme} ${channel} ${route}`);
    expect(ways.filter((way) => !result.archived.has(way))).toEqual([]);
  });
});

function isContract(value: unknown): value is CommandContract {
  return typeof value === 'object' && value !== null && 'body' in value && 'path' in value;
}
