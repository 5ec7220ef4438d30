import { describe, expect, it } from 'vitest';
import { addDays, monthAfter } from '../../kernel/local-date.ts';
import { fen } from '../../kernel/fen.ts';
import {
  after,
  AID,
  codeOf,
  FILE,
  givenOn,
  OFFICER,
  running,
  TODAY,
  told,
  type Told,
} from './benefit.fixture.ts';
import type { ArrangedCustody } from './custody.ts';
import { openCustody } from './custody.ts';
import * as decide from './decide-custody.ts';

const phone = { tail: '0001' } as unknown as ArrangedCustody['keeper']['phone'];
const agreed: ArrangedCustody = {
  id: 'k1',
  keeper: { name: '村演干部', unit: '示例村村民委员会', phone, relation: '村干部' },
  ...{ reason: 'old', note: '', signer: 'self', signedBy: '吴演十', witness: '见演证' },
};
const arrange = (from: readonly Told[], change: Partial<ArrangedCustody> = {}, by = OFFICER) =>
  decide.arrangeCustody({ ...agreed, ...change }, after(...from), givenOn(TODAY, by));
const arranged = () => [...running(), ...told(arrange(running()), OFFICER)];
const begin = (from: readonly Told[], on = TODAY) =>
  decide.beginCustody({ on, agreement: FILE }, after(...from), givenOn());
const begun = () => [...arranged(), ...told(begin(arranged()), OFFICER)];
const file = (from: readonly Told[], by = AID) =>
  decide.fileCustody({}, after(...from), givenOn(TODAY, by));
const end = (from: readonly Told[], on = TODAY, receivedBy = '吴演十') =>
  decide.endCustody(
    { on, reason: '本人要求收回', receivedBy, receipt: FILE },
    after(...from),
    givenOn(),
  );

describe('存折（银行卡）代管：书面协议，报县级备案（DB-26）', () => {
  it('按月领取救助金的才代管', () => {
    expect(codeOf(arrange(running()))).toBeNull();
    const state = after(...running());
    const unpaid = {
      ...state,
      entries: state.entries.map((each) => ({ ...each, amount: fen(0), from: monthAfter(TODAY) })),
    };
    expect(codeOf(decide.arrangeCustody(agreed, unpaid, givenOn()))).toBe('custody-nothing-paid');
  });

  it('代管人不能是本人、签字人，也不能由代管人自己登记、备案', () => {
    const keeper = { ...agreed.keeper, name: OFFICER.name };
    expect(codeOf(arrange(running(), { keeper }))).toBe('custody-own-hand');
    expect(codeOf(arrange(running(), { signedBy: agreed.keeper.name }))).toBe(
      'custody-keeper-signs',
    );
    const own = after(...running()).enrolment?.people[0]?.name ?? '';
    expect(codeOf(arrange(running(), { keeper: { ...agreed.keeper, name: own } }))).toBe(
      'custody-keeper-signs',
    );
    const filer = { ...AID, name: agreed.keeper.name };
    expect(codeOf(file(begun(), filer))).toBe('custody-own-hand');
  });

  it('见证人是第三人；认知障碍的由监护人签字', () => {
    expect(codeOf(arrange(running(), { witness: agreed.keeper.name }))).toBe(
      'custody-witness-wrong',
    );
    expect(codeOf(arrange(running(), { witness: agreed.signedBy }))).toBe('custody-witness-wrong');
    expect(codeOf(arrange(running(), { reason: 'mind' }))).toBe('custody-guardian-missing');
    expect(codeOf(arrange(running(), { reason: 'mind', signer: 'guardian' }))).toBeNull();
  });

  it('签字的协议上传以后才开始；没有签字的可以重写', () => {
    expect(codeOf(begin(running()))).toBe('custody-not-arranged');
    expect(codeOf(begin(arranged(), addDays(TODAY, -1)))).toBe('custody-date-wrong');
    expect(codeOf(begin(arranged(), addDays(TODAY, 1)))).toBe('custody-date-wrong');
    expect(codeOf(begin(arranged()))).toBeNull();
    expect(codeOf(begin(begun()))).toBe('custody-running');
    expect(codeOf(arrange(begun()))).toBe('custody-running');
    const again = [...arranged(), ...told(arrange(arranged(), { witness: '换演人' }), OFFICER)];
    expect(after(...again).custodies.map(({ witness }) => witness)).toEqual(['换演人']);
  });

  it('开始以后报县级备案一次', () => {
    expect(codeOf(file(arranged()))).toBe('custody-not-begun');
    const filed = [...begun(), ...told(file(begun()), AID)];
    expect(openCustody(after(...filed).custodies)?.filed).toEqual({ on: TODAY, by: AID.person });
    expect(codeOf(file(filed))).toBe('custody-already-filed');
  });

  it('随时可以要回；收回的人不是代管人；停发以后照样交还', () => {
    expect(codeOf(end(arranged()))).toBe('custody-not-begun');
    expect(codeOf(end(begun(), addDays(TODAY, -1)))).toBe('custody-date-wrong');
    expect(codeOf(end(begun(), addDays(TODAY, 1)))).toBe('custody-date-wrong');
    expect(codeOf(end(begun(), TODAY, agreed.keeper.name))).toBe('custody-not-returned');
    const ended = [...begun(), ...told(end(begun()), OFFICER)];
    expect(openCustody(after(...ended).custodies)).toBeUndefined();
    expect(codeOf(arrange(ended))).toBeNull();
  });
});
