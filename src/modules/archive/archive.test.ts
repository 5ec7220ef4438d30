import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../kernel/local-date.ts';
import { papers } from '../../paper/index.ts';
import type { CaseEvent, CaseState } from '../case/index.ts';
import type { CasePaper } from '../case/paper-head.ts';
import { caseWithout, given, TODAY } from '../confirmation/decidable.fixture.ts';
import { file, refOf } from '../investigation/investigation.fixture.ts';
import * as decide from './decide.ts';
import type { FileUse, FileUseState } from './file-use.ts';
import { archiveItems, filesIn } from './item.ts';
import type { LaterItem } from './later.ts';
import { archiveIndexOf } from './paper-data.ts';
import { type ArchiveRefusal, fileRefusals } from './refusal.ts';

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
    expect(decide.keepUntilRule('grant')).toMatch(/退出救助之日起不少于5年.*没有核实/);
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
  it('当地只在村（社区）公示的，公布也只在村（社区）', () => {
    const state = caseWithout([], decided('grant'), served, announced('village'));
    const { opinion } = state.assessment;
    const placed = (places: readonly ('township' | 'village')[]): CaseState => ({
      ...state,
      assessment: { ...state.assessment, opinion: opinion && { ...opinion, places } },
    });
    expect(refusalOf(placed(['village']))).toBeNull();
    expect(refusalOf(placed(['village', 'township']))?.message).toContain('还缺：乡镇公布。');
  });
  it('先行救助的，补齐手续、向会议报告以后才能归档（国发〔2014〕47号）', () => {
    const helped = (...more: readonly Step[]): CaseState => {
      const state = caseWithout([], ...complete, ...more);
      const course = { ...state.course, scheme: 'temporary', channel: 'help-first' } as const;
      return { ...state, course };
    };
    const completed: Step = [
      {
        type: 'ReliefCompleted',
        completion: { situation: '', recipient: '', handlers: [], papers: [] },
      },
      'clerk',
      TODAY,
    ];
    const reported: Step = [
      { type: 'ReliefReported', meetingId: 'm', meetingNumber: '1' },
      'secretary',
      TODAY,
    ];
    const message = '还缺：先行救助的补充说明、向会议报告的记录。';
    expect(refusalOf(helped())?.message).toContain(message);
    expect(refusalOf(helped(completed))?.message).toContain('还缺：向会议报告的记录。');
    expect(refusalOf(helped(completed, reported))).toBeNull();
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
  it('归档以后的材料续在后面，日期不能晚于今天；没有归档的不能补', () => {
    const archived: Step = [
      { type: 'FileArchived', items: [], keepUntilRule: '' },
      'officer',
      TODAY,
    ];
    const state = caseWithout([], ...complete, archived);
    const material = { title: '行政复议决定书', on: TODAY, file: photo };
    expect(decide.addMaterial(material, state, { today: TODAY })).toEqual({
      ok: true,
      events: [{ type: 'MaterialAdded', material }],
    });
    const codes = [
      decide.addMaterial({ ...material, on: addDays(TODAY, 1) }, state, { today: TODAY }),
      decide.addMaterial(material, caseWithout([], ...complete), { today: TODAY }),
    ].map((answer) => (answer.ok ? null : answer.refusal.code));
    expect(codes).toEqual(['material-from-future', 'file-not-archived']);
    for (const code of codes) if (code) tested.add(code);
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
  it('打印的目录与归档的目录一致，后来的续在后面', () => {
    const later: LaterItem = {
      ...{ class: 'approval', title: '撤下公示（公布）', on: TODAY },
      files: [{ name: '照片.jpg', hash: photo.hash }],
    };
    const sheet: CasePaper<unknown> = {
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
    };
    const printed = papers['archive-index'].schema.parse(archiveIndexOf(sheet, [later]));
    expect(printed.entries.map((each) => each.title)).toEqual([
      ...archiveItems(state).map((each) => each.title.slice(0, 80)),
      '撤下公示（公布）',
      '撤下公示（公布）：照片.jpg',
    ]);
    expect(printed.entries.at(-2)).toMatchObject({ date: TODAY, note: '续补' });
  });
});

describe('《档案法》第十四条 档案利用先登记', () => {
  const free: decide.UseGiven = {
    today: TODAY,
    isArchived: true,
    isLent: false,
    isBegun: true,
    waitsForPacket: false,
  };
  const use = (way: FileUse['way'], dueOn: FileUse['dueOn'] = null): FileUse => ({
    caseId: 'case-1',
    caseNumber: '511702-2026-000001',
    way,
    reason: '审计调阅',
    recipient: '县审计局',
    dueOn,
  });
  const registered = (way: FileUse['way']): NonNullable<FileUseState> => ({
    ...use(way),
    by: 'clerk',
    on: TODAY,
    returned: null,
    manifestHash: '',
    fetched: 0,
  });
  function codeOf(answer: ReturnType<typeof decide.useFile>): ArchiveRefusal | null {
    if (answer.ok) return null;
    tested.add(answer.refusal.code);
    return answer.refusal.code;
  }

  it('查阅、借阅、证据包都记下谁、为什么、交给谁', () => {
    for (const way of ['consult', 'loan', 'packet'] as const) {
      const wanted = use(way, way === 'loan' ? TODAY : null);
      expect(decide.useFile(wanted, null, free)).toEqual({
        ok: true,
        events: [{ type: 'FileUsed', use: wanted }],
      });
    }
  });
  it('没有归档的不能查阅、借阅', () => {
    const given = { ...free, isArchived: false };
    expect(codeOf(decide.useFile(use('consult'), null, given))).toBe('file-not-archived');
    expect(codeOf(decide.useFile(use('loan', TODAY), null, given))).toBe('file-not-archived');
    expect(codeOf(decide.useFile(use('packet'), null, given))).toBeNull();
  });
  it('借出没有归还的不能再借，仍可在屏幕上查阅', () => {
    const given = { ...free, isLent: true };
    expect(codeOf(decide.useFile(use('loan', TODAY), null, given))).toBe('file-lent');
    expect(codeOf(decide.useFile(use('consult'), null, given))).toBeNull();
  });
  it('归还日期可以是今天，不能是昨天', () => {
    expect(codeOf(decide.useFile(use('loan', TODAY), null, free))).toBeNull();
    const late = use('loan', addDays(TODAY, -1));
    expect(codeOf(decide.useFile(late, null, free))).toBe('due-before-today');
  });
  it('同一次利用不登记两次', () => {
    const again = decide.useFile(use('consult'), registered('consult'), free);
    expect(codeOf(again)).toBe('use-exists');
  });
  it('受理以后才有证据包，一人一时只做一个', () => {
    const early = decide.useFile(use('packet'), null, { ...free, isBegun: false });
    expect(codeOf(early)).toBe('packet-too-early');
    const busy = decide.useFile(use('packet'), null, { ...free, waitsForPacket: true });
    expect(codeOf(busy)).toBe('packet-under-way');
  });
  it('借出的归还一次；查阅的、已归还的、没有登记的没有归还', () => {
    const command = { condition: '完好' };
    expect(decide.returnFile(command, registered('loan'))).toEqual({
      ok: true,
      events: [{ type: 'FileReturned', condition: '完好' }],
    });
    const returned = { ...registered('loan'), returned: { on: TODAY, condition: '完好' } };
    for (const state of [null, registered('consult'), returned]) {
      expect(codeOf(decide.returnFile(command, state))).toBe('file-not-lent');
    }
  });
});

describe('归档的“不能办理”', () => {
  it('每一种都有测试', () => {
    // 先登记后查阅由查询接口把关，见 tests/journeys/archive.test.ts。
    expect([...tested, 'consult-first'].toSorted()).toEqual(Object.keys(fileRefusals).toSorted());
  });
});
