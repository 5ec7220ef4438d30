import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { orderRegistration, standings } from '../../../modules/takeover/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { Page, Panel } from '../../../ui/page.tsx';
import { upload, type Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { refOf, viewUrl } from '../investigation/signed-file.ts';
import { FaultTable } from './fault-table.tsx';
import { LedgerHouseholds } from './ledger-households.tsx';
import { broughtWords, comparePath, householdsOf, type TakeoverShown } from './takeover-words.ts';
import { UnknownCodes } from './unknown-codes.tsx';

type CheckResultProps = {
  readonly view: TakeoverShown;
  readonly under: string;
  readonly mayAct: boolean;
  readonly onRemap: () => void;
};

/** What the check found, what goes back to be put right, and the good ones to be entered. */
export function CheckResult({ view, under, mayAct, onRemap }: CheckResultProps) {
  const [scans, setScans] = useState<readonly Uploaded[]>([]);
  const order = useCommand(orderRegistration);
  const { takeoverId, version, phase, fault, awaiting } = view;
  const good = householdsOf(view, 'good');
  const differs = householdsOf(view, 'differs');
  const canEnter = mayAct && phase === 'checked' && good + differs > 0;
  const act = () =>
    void order.give({ params: { takeoverId }, body: { scans: scans.map(refOf) }, version });
  const because = scans.length === 0 ? '请先上传原决定文件或者盖章名册的扫描件。' : null;
  const title = good > 0 ? `登记检查通过的 ${good} 户` : '登记已确认以台账为准的户';
  return (
    <Page
      title={view.fileName}
      under={under}
      next={
        canEnter ? (
          <NextAct title={title} onAct={act} because={because} busy={order.busy} />
        ) : awaiting > 0 ? (
          <Link to={comparePath(takeoverId)}>{awaiting} 户待复核，对照原件复核</Link>
        ) : undefined
      }
    >
      <ActTrouble command={order} onAgain={act} />
      {fault !== '' && <p className="yc-plain">{fault}</p>}
      <Panel title="检查结果">
        <Sums view={view} />
        {phase !== 'closed' && <Sheets view={view} mayAct={mayAct} />}
        {mayAct && phase === 'checked' && householdsOf(view, 'entered') === 0 && (
          <Button onClick={onRemap}>改列的对应关系</Button>
        )}
      </Panel>
      {canEnter && (
        <Panel title="登记的依据">
          <FilePicker
            id="scans"
            label="原决定文件或者盖章名册的扫描件"
            hint="复核的人对照它逐户核对"
            required
            send={(file, onShare, key) => upload('/files', file, onShare, key)}
            viewUrl={viewUrl}
            value={scans}
            onChange={setScans}
            error={order.errors.find(({ path }) => path === 'scans')?.message}
          />
        </Panel>
      )}
      {canEnter && awaiting > 0 && (
        <p>
          <Link to={comparePath(takeoverId)}>{awaiting} 户待复核，对照原件复核</Link>
        </p>
      )}
      {mayAct && view.unknown.length > 0 && <UnknownCodes view={view} onDone={onRemap} />}
      {view.faults.length > 0 && <FaultTable faults={view.faults} />}
      {phase !== 'closed' && <LedgerHouseholds view={view} mayAct={mayAct} />}
    </Page>
  );
}

const shownStandings = ['good', 'bad', 'differs', 'same', 'entered'] as const;

function Sums({ view }: { readonly view: TakeoverShown }) {
  const { rules, notes, wrongRows } = view;
  const parts = shownStandings.flatMap((each) => {
    const count = householdsOf(view, each);
    return count > 0 ? [`${standings[each]} ${count} 户`] : [];
  });
  return (
    <ul className="yc-headline">
      <li>{parts.length > 0 ? `${parts.join('；')}。` : '没有读出任何一户。'}</li>
      {wrongRows > 0 && (
        <li>有错误的行 {wrongRows} 行。一户里有一行错，整户退出，改好后一起导入。</li>
      )}
      {notes > 0 && <li>{notes} 户有提示，不影响登记。</li>}
      {rules.same + rules.differs + rules.open > 0 && (
        <li>
          与今天的规则比较：一致 {rules.same} 户，不一致 {rules.differs} 户，情况不全没有比较{' '}
          {rules.open} 户。只供复核参考，不改变待遇。
        </li>
      )}
    </ul>
  );
}

function Sheets({ view, mayAct }: { readonly view: TakeoverShown; readonly mayAct: boolean }) {
  const { takeoverId, taken } = view;
  return (
    <>
      <div className="ym-row yc-sheets">
        {mayAct && householdsOf(view, 'bad') > 0 && (
          <a href={`/api/takeovers/${takeoverId}/correction-sheet`} download>
            下载待更正名单（XLSX，改好后可直接上传）
          </a>
        )}
        <a href={`/api/takeovers/${takeoverId}/report`} download>
          下载检查报告（XLSX）
        </a>
      </div>
      {taken.length > 0 && (
        <p className="ym-quiet">
          已下载：
          {taken
            .map(({ title, by, at }) => `${title} ${broughtWords({ by, createdAt: at })}`)
            .join('；')}
        </p>
      )}
    </>
  );
}
