import { describe, expect, it } from 'vitest';
import { placeCode } from '../../kernel/place.ts';
import type { Decision } from '../../kernel/outcome.ts';
import type { CaseEvent } from '../case/index.ts';
import { sentEndOf } from '../case/sent-end.ts';
import * as decide from './send-case.ts';
import { type SendRefusal, sendRefusals } from './send-refusal.ts';
import { accepted, after, closed, declared, file, opened } from './window.fixture.ts';

const base = [opened, declared(), accepted];
const sending = {
  ...{ id: 't1', to: placeCode('511702109'), toName: '磐石镇', reason: '户籍迁到磐石镇' },
  files: [file],
};
const sent: CaseEvent = { type: 'CaseSent', sent: sending };
const listed: CaseEvent = { type: 'PutOnAgenda', meetingId: 'm', proposalHash: 'h' };

const tested = new Set<string>();
function codeOf(decision: Decision<CaseEvent>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}
const send = (changed: Partial<typeof sending>, ...events: readonly CaseEvent[]) =>
  codeOf(decide.sendCase({ ...sending, ...changed }, after(...events)));
const carry = (events: readonly CaseEvent[], isAccepted = true, transferId = 't1') =>
  decide.carryOutSentCase({ transferId }, after(...events), { isAccepted });

describe('《最低生活保障审核确认办法》第四条：家庭迁居、投错地方的，办件移送，不丢不重', () => {
  it('移送本县其他乡镇，附材料；没有登记家庭情况的、已终止的不移送', () => {
    expect(send({}, ...base)).toBe(null);
    expect(send({ to: placeCode('511703101') }, ...base)).toBe('case-sent-place-wrong');
    expect(send({ to: placeCode('511702102') }, ...base)).toBe('case-sent-place-wrong');
    expect(send({ files: [] }, ...base)).toBe('case-sent-without-file');
    expect(send({}, opened)).toBe('not-declared');
    expect(send({}, ...base, closed)).toBe('case-closed');
    expect(send({}, ...base, listed)).toBe('case-sent-on-agenda');
    expect(send({}, ...base, sent)).toBe('case-sent-already');
  });
  it('撤回以后可以再移送；没有移送的不能撤回', () => {
    const recall = decide.recallSentCase({ reason: '不迁了' }, after(...base, sent));
    expect(codeOf(recall)).toBe(null);
    const recalled = [...base, sent, ...(recall.ok ? recall.events : [])];
    expect(send({}, ...recalled)).toBe(null);
    expect(codeOf(decide.recallSentCase({ reason: '不迁了' }, after(...base)))).toBe(
      'case-not-sent',
    );
  });
  it('接收乡镇同意以后，县级办理时在本乡镇终止；此前照常办理', () => {
    expect(codeOf(carry([...base, sent], false))).toBe('case-sent-not-accepted');
    expect(codeOf(carry(base))).toBe('case-not-sent');
    expect(codeOf(carry([...base, sent], true, 't2'))).toBe('case-not-sent');
    expect(codeOf(carry([...base, sent, listed]))).toBe('case-sent-on-agenda');
    const done = carry([...base, sent]);
    expect(done.ok && done.events).toMatchObject([{ type: 'CaseClosed', ground: 'moved-away' }]);
  });
  it('移送途中申请终止或者作出决定的，移送随之结束，写明原因', () => {
    expect(sentEndOf(after(...base, sent))).toBe(null);
    expect(sentEndOf(after(...base, closed))).toBe(null);
    expect(sentEndOf(after(...base, sent, closed))).toMatchObject({
      because: '原乡镇的申请已经终止办理：不再申请',
    });
  });
  it('不予办理的每一种情形都有条文，都有测试', () => {
    const codes = Object.keys(sendRefusals) as SendRefusal[];
    expect(codes.filter((each) => !tested.has(each))).toEqual([]);
  });
});
