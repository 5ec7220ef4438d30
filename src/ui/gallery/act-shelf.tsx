import { localDate } from '../../kernel/local-date.ts';
import { Clock } from '../act/clock.tsx';
import { ConflictStrip } from '../act/conflict-strip.tsx';
import { DraftStatus } from '../act/draft-status.tsx';
import { NextAct } from '../act/next-act.tsx';
import { Refusal } from '../act/refusal.tsx';
import { Panel } from '../page.tsx';
import type { Problem } from '../problem.ts';

const due = localDate('2026-12-07');
const savedAt = Date.UTC(2026, 10, 23, 2, 32);

const refusal: Problem = {
  status: 409,
  code: 'notice-period-not-over',
  title: '按规定现在不能办理',
  detail: '村级公示 11月20日张贴，11月27日期满，之后才能结束公示。',
  citation: {
    rule: 'PB-02',
    source: '《最低生活保障审核确认办法》（民发〔2021〕57号）第二十三条',
    doubt: '公示期是否含张贴当日，条文未写明；按不含张贴当日计算。',
  },
};

const network: Problem = {
  status: 0,
  code: 'network',
  title: '网络不通',
  detail: '“受理申请”没有送到服务器。已填的内容还在，请检查网线后再按一次，不会重复办理。',
};

const stale: Problem = {
  status: 412,
  code: 'stale',
  title: '别人刚刚改动过',
  detail: '',
  changed: [
    {
      seq: 14,
      title: '改正家庭成员信息',
      actor: '赵敏',
      at: Date.UTC(2026, 10, 23, 2, 31),
      fields: [
        { path: 'members.1.income', label: '王建国 收入', now: 98_000, shown: '980.00 元/月' },
        { path: 'phone', label: '联系电话', now: '138****0002' },
      ],
    },
  ],
};
const mine: Readonly<Record<string, string>> = { 'members.1.income': '1,286.00 元/月' };

export function ActShelf() {
  return (
    <Panel title="办理">
      <div className="ym-page">
        <NextAct
          title="确认救助"
          onAct={() => document.body.setAttribute('data-acted', 'held')}
          because="等待县级核对报告，已催办 1 次"
          clock={{ due, left: 1 }}
        />
        <div className="ym-row">
          <Clock clock={{ due, left: 6 }} />
          <Clock clock={{ due, left: 2 }} />
          <Clock clock={{ due, left: -2 }} />
          <Clock clock={{ due, left: 3, paused: '等申请人补正材料' }} />
        </div>
        <div className="ym-row">
          <DraftStatus draft={{ status: 'saved', savedAt }} />
          <DraftStatus draft={{ status: 'unsaved', savedAt: null }} />
        </div>
        <Refusal problem={refusal} />
        <Refusal problem={network} onAgain={() => undefined} />
        <ConflictStrip
          problem={stale}
          mine={(path) => mine[path]}
          onTake={() => undefined}
          onSettled={() => undefined}
        />
      </div>
    </Panel>
  );
}
