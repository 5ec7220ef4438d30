import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { papers } from '../../paper/index.ts';
import type { CaseEvent, CaseState } from '../case/index.ts';
import { caseWithout, given, TODAY } from '../confirmation/decidable.fixture.ts';
import { file, refOf } from '../investigation/investigation.fixture.ts';
import * as decide from './decide.ts';
import { archiveItems, filesIn } from './item.ts';
import { archiveIndexOf } from './paper-data.ts';
import { type ArchiveRefusal, refusals } from './refusal.ts';

type Step = readonly [event: CaseEvent, by: string, on: typeof TODAY];

const photo = refOf(file('6'));
const decided = (outcome: 'grant' | 'refuse'): Step => [
  {
    type: 'DecisionMade',
    decision: { outcome, on: TODAY, evidence: [] },
    by: 'chair',
  } as unknown as CaseEvent,
  'chair',
  TODAY,
];
const served: Step = [
  {
    type: 'NoticeServed',
    service: { on: TODAY, method: 'in-person', recipient: '赵演一', proof: photo },
  },
  'clerk',
  TODAY,
];
const announced = (level: 'township' | 'village'): Step => [
  {
    type: 'NoticePosted',
    notice: {
      id: `after-${level}`,
      kind: 'after',
      level,
      postedOn: TODAY,
      endsOn: localDate('2026-03-25'),
      proposalHash: 'b'.repeat(64),
      photo: refOf(file(level === 'township' ? '7' : '8')),
    },
  },
  'poster',
  TODAY,
];
const complete = [decided('grant'), served, announced('township'), announced('village')] as const;

const tested = new Set<ArchiveRefusal>();
function refusalOf(state: CaseState) {
  const answer = decide.archiveCase({}, state);
  if (answer.ok) return null;
  tested.add(answer.refusal.code);
  return answer.refusal;
}

describe('最低档案要求 归档', () => {
  it('送达并在两级公布后归档，目录和保管期限一并固定', () => {
    const answer = decide.archiveCase({}, caseWithout([], ...complete));
    expect(answer).toMatchObject({ ok: true, events: [{ type: 'FileArchived' }] });
    expect(decide.keepUntilRule('grant')).toMatch(/退出低保之日起不少于5年.*没有核实/);
  });
  it('尚未作出决定的不能归档', () => {
    expect(refusalOf(caseWithout([]))?.code).toBe('nothing-to-archive');
  });
  it('没有送达、没有公布的不能归档，逐项告知缺什么', () => {
    const refusal = refusalOf(caseWithout([], decided('grant')));
    expect(refusal?.code).toBe('archive-incomplete');
    expect(refusal?.message).toContain('送达回证、乡镇公布、村（社区）公布');
  });
  it('只在乡镇公布的，还缺村（社区）公布；两级都公布的不缺', () => {
    const one = caseWithout([], decided('grant'), served, announced('township'));
    expect(refusalOf(one)?.message).toContain('还缺：村（社区）公布。');
    expect(refusalOf(caseWithout([], ...complete))).toBeNull();
  });
  it('不予确认的送达即可归档，不需要公布', () => {
    expect(refusalOf(caseWithout([], decided('refuse'), served))).toBeNull();
    expect(refusalOf(caseWithout([], decided('refuse')))?.message).toContain('还缺：送达回证。');
  });
  it('归档后目录不能更改', () => {
    const archived: Step = [
      { type: 'FileArchived', items: [], keepUntilRule: '' },
      'officer',
      TODAY,
    ];
    expect(refusalOf(caseWithout([], ...complete, archived))?.code).toBe('already-archived');
  });
  it('每一种“不能办理”都有测试', () => {
    expect([...tested].toSorted()).toEqual(Object.keys(refusals).toSorted());
  });
});

describe('一户一档 卷内目录', () => {
  const state = caseWithout([], ...complete);

  it('按办理次序列出各类材料', () => {
    const titles = archiveItems(state).map((each) => each.title);
    const wanted = [
      '社会救助申请书',
      '核对授权书和诚信承诺书',
      '近亲属关系声明',
      '受理通知书',
      '信息核对提请单',
      '信息核对报告',
      '入户调查表',
      '家庭收入财产核算表',
      '初审意见',
      '公示（乡镇）',
      '会议纪要和决议',
      '确认通知书',
      '送达回证',
      '公布（村（社区））',
    ];
    const places = wanted.map((title) => titles.indexOf(title));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });
  it('案卷中的每一个文件都在目录里，带校验值', () => {
    const hashes = archiveItems(state).map((each) => each.hash);
    expect(filesIn(state).length).toBeGreaterThan(3);
    for (const { hash } of filesIn(state)) expect(hashes).toContain(hash);
  });
  it('没有对应类别的文件列在最后', () => {
    const stray = { ...state, stray: refOf(file('9')) } as CaseState;
    expect(archiveItems(stray).at(-1)).toMatchObject({ hash: refOf(file('9')).hash });
  });
  it('打印的目录与归档的目录一致', () => {
    const data = archiveIndexOf({
      caseId: 'case-1',
      area: '511702102201',
      state,
      given: given(),
      search: undefined,
      townshipName: '罗江镇',
      villageName: '演示村',
      organ: '罗江镇人民政府',
      demo: true,
      personName: () => '钱演二',
    });
    const printed = papers['archive-index'].schema.parse(data);
    expect(printed.entries.map((each) => each.title)).toEqual(
      archiveItems(state).map((each) => each.title.slice(0, 80)),
    );
  });
});
