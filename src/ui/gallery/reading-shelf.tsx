import { localDate } from '../../kernel/local-date.ts';
import { Panel } from '../page.tsx';
import { DescriptionSheet } from '../reading/description-sheet.tsx';
import { LawFold } from '../reading/law-fold.tsx';
import { CaseVisit, Masked } from '../reading/masked.tsx';
import { PrintFrame } from '../reading/print-frame.tsx';
import { type Stage, StageBar } from '../reading/stage-bar.tsx';
import { type Happening, Timeline } from '../reading/timeline.tsx';
import { Trace, type TraceLine } from '../reading/trace.tsx';

const stages: readonly Stage[] = [
  {
    key: '1',
    title: '受理',
    state: 'done',
    on: localDate('2026-11-02'),
    who: '周桂芳 2026-11-02 09:40',
  },
  {
    key: '2',
    title: '信息核对',
    state: 'done',
    on: localDate('2026-11-09'),
    who: '县核对中心 2026-11-09 16:05',
  },
  {
    key: '3',
    title: '入户调查',
    state: 'done',
    on: localDate('2026-11-11'),
    who: '刘强、陈燕 2026-11-11 14:20',
  },
  {
    key: '4',
    title: '审核',
    state: 'returned',
    on: localDate('2026-11-13'),
    who: '赵敏退回补充邻里访问',
  },
  { key: '5', title: '公示', state: 'now', on: localDate('2026-11-27'), who: '周桂芳在办' },
  { key: '6', title: '集体研究', state: 'ahead' },
  { key: '7', title: '确认', state: 'ahead' },
  { key: '8', title: '资金发放', state: 'skipped' },
];

const sheet: readonly TraceLine[] = [
  {
    key: 'r',
    depth: 0,
    label: '符合低保：月人均收入低于标准',
    verdict: 'met',
    article: '办法第十条',
  },
  {
    key: 'a',
    depth: 1,
    label: '月人均收入',
    figure: '418.33',
    unit: '元/月',
    article: '办法第十二条',
  },
  { key: 'b', depth: 2, label: '家庭月收入', figure: '1,255.00', unit: '元/月' },
  {
    key: 'c',
    depth: 3,
    label: '王建国 务工收入',
    figure: '1,286.00',
    unit: '元/月',
    source: '申报；核对报告 11-09',
    article: '办法第十二条第（一）项',
  },
  {
    key: 'd',
    depth: 3,
    label: '必要就业成本',
    figure: '−31.00',
    unit: '元/月',
    source: '县标准 达通民〔2026〕12号',
    article: '实施细则第九条',
  },
  {
    key: 'e',
    depth: 2,
    label: '共同生活的家庭成员',
    figure: '3',
    unit: '人',
    source: '家庭成员表',
  },
  {
    key: 'f',
    depth: 1,
    label: '低保标准（农村）',
    figure: '740.00',
    unit: '元/月',
    source: '达市府办〔2026〕7号',
  },
  { key: 'g', depth: 1, label: '李× 的就业情况', verdict: 'undecided', source: '缺材料' },
];

const happenings: readonly Happening[] = [
  {
    key: '3',
    at: '2026-11-20 15:10',
    title: '张贴公示',
    actor: '周桂芳',
    tone: 'step',
    detail: '乡镇公示栏、八角村村务栏各一份，已拍照。',
  },
  {
    key: '2',
    at: '2026-11-13 11:02',
    title: '退回补充调查',
    actor: '赵敏',
    tone: 'refused',
    detail: '邻里访问只有 1 户。',
  },
  { key: '1', at: '2026-11-02 09:40', title: '受理申请', actor: '周桂芳', tone: 'step' },
];

export function ReadingShelf() {
  return (
    <CaseVisit>
      <StageBar stages={stages} />
      <div className="ym-columns">
        <Panel title="核算">
          <Trace
            title="核算表"
            lines={sheet}
            evidenceOf={({ key }) => (key === 'c' ? () => undefined : null)}
          />
        </Panel>
        <Panel title="家庭">
          <DescriptionSheet
            items={[
              { label: '户主', value: '李秀英' },
              {
                label: '身份证号',
                value: (
                  <Masked
                    what="身份证号"
                    shown="**************1229"
                    reveal={async () => ({ ok: true, text: '519999195203081229' })}
                  />
                ),
              },
              { label: '住址', value: '蒲家镇八角村 3 组', wide: true },
              { label: '每月救助金', value: '965.00 元/月', figure: true },
              { label: '联系电话', value: null },
            ]}
          />
          <LawFold
            citation={{
              rule: 'DB-21b',
              source: '《最低生活保障审核确认办法》第二十三条',
              doubt: '是否含张贴当日。',
            }}
            gist="拟确认的，在乡镇和村（社区）公示 7 天。"
          />
        </Panel>
      </div>
      <Panel title="时间线">
        <Timeline happenings={happenings} />
      </Panel>
      <Panel title="文书">
        <PrintFrame url="about:blank" title="受理通知书" />
      </Panel>
    </CaseVisit>
  );
}
