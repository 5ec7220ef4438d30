import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import {
  compareEntries,
  entriesToCompare,
  type EntryLine,
} from '../../../modules/takeover/contract.ts';
import { SCHEME_SHORT, type Scheme } from '../../../rules/scheme.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useParam } from '../../use-param.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { takeoverPath } from './takeover-words.ts';
import '../../card-table.css';
import './takeover.css';

const AT_ONCE = 20;
type Reasons = Readonly<Record<string, string>>;

/** 复核: twenty households beside the scan; what differs is named, the rest agrees. */
export default function ComparePage() {
  const takeoverId = useParam('takeoverId');
  const params = { takeoverId };
  const { answer, awaiting, problem } = useAnswer(entriesToCompare, {
    params,
    search: { limit: AT_ONCE },
  });
  const { act, reasons, setReasons, left, compare, agree, wrong } = useComparison(
    takeoverId,
    answer?.entries ?? [],
  );
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const { entries } = answer;
  return (
    <Page
      title="对照原件复核"
      under={`还有 ${answer.left} 户待复核。逐户对照扫描件，姓名、身份证末四位、金额、文号都相符的列入名册。`}
      next={
        entries.length > 0 && (
          <NextAct
            title={titleOf(agree.length, wrong.length)}
            onAct={() => void act()}
            because={entries.some((each) => each.isOwn) ? OWN : null}
            busy={compare.busy}
          />
        )
      }
    >
      <ActTrouble command={compare} onAgain={() => void act()} />
      {left.map(({ benefitId, message }) => (
        <p key={benefitId} className="yc-plain">
          {message}
        </p>
      ))}
      {entries.length === 0 && (
        <p className="ym-empty">
          没有待复核的登记了。<Link to={takeoverPath(takeoverId)}>回到这份台账</Link>
        </p>
      )}
      {entries.length > 0 && (
        <div className="ym-columns">
          <Panel title="登记的内容">
            <ol className="yc-entries">
              {entries.map((entry) => (
                <Entry
                  key={entry.benefitId}
                  entry={entry}
                  reason={reasons[entry.benefitId]}
                  error={errorOf(compare.errors, wrong, entry)}
                  onReason={(reason) => setReasons((now) => withReason(now, entry, reason))}
                />
              ))}
            </ol>
          </Panel>
          <Scans scans={answer.scans} />
        </div>
      )}
    </Page>
  );
}

const OWN = '其中有您自己登记的，登记和复核不能是同一人，请由其他人员复核。';

/** Which of the entries shown differ and why, and the act that settles all of them. */
function useComparison(takeoverId: string, entries: readonly EntryLine[]) {
  const [reasons, setReasons] = useState<Reasons>({});
  const [left, setLeft] = useState<readonly { benefitId: string; message: string }[]>([]);
  const compare = useCommand(compareEntries);
  const wrong = entries.filter(({ benefitId }) => reasons[benefitId] !== undefined);
  const agree = entries.filter(({ benefitId }) => reasons[benefitId] === undefined);
  const act = async () => {
    setLeft([]);
    const body = {
      agree: agree.map(({ benefitId }) => benefitId),
      disagree: wrong.map(({ benefitId }) => ({ benefitId, reason: reasons[benefitId] ?? '' })),
    };
    const done = await compare.give({ params: { takeoverId }, body });
    if (!done.ok) return;
    setLeft(done.answer.left);
    setReasons({});
  };
  return { act, reasons, setReasons, left, compare, agree, wrong };
}

function withReason(now: Reasons, { benefitId }: EntryLine, reason: string | undefined): Reasons {
  const { [benefitId]: _, ...rest } = now;
  return reason === undefined ? rest : { ...rest, [benefitId]: reason };
}

function titleOf(agree: number, wrong: number): string {
  if (wrong === 0) return `这 ${agree} 户与原件相符，列入名册`;
  return agree === 0 ? `退回 ${wrong} 户` : `${agree} 户相符列入名册，${wrong} 户退回`;
}

function errorOf(
  errors: readonly { readonly path: string; readonly message: string }[],
  wrong: readonly EntryLine[],
  { benefitId }: EntryLine,
): string | undefined {
  const index = wrong.findIndex((each) => each.benefitId === benefitId);
  return errors.find(({ path }) => index >= 0 && path === `disagree.${index}.reason`)?.message;
}

type EntryProps = {
  readonly entry: EntryLine;
  readonly reason: string | undefined;
  readonly error: string | undefined;
  readonly onReason: (reason: string | undefined) => void;
};

function Entry({ entry, reason, error, onReason }: EntryProps) {
  const { people, scheme, amount, from, document, decidedOn, number, account } = entry;
  const isWrong = reason !== undefined;
  const [head] = people;
  return (
    <li data-wrong={isWrong || undefined}>
      <p className="yc-entry-head">
        <strong>{head?.name}</strong> {SCHEME_SHORT[scheme as Scheme]}{' '}
        {amount > 0 && `${formatYuan(amount as Fen)} 元/月，自 ${from} 起`}
      </p>
      <p>
        {document}，{decidedOn} 批准。{entry.townshipName}
        {entry.villageName}，户编号 {number}，台账第 {entry.rows.join('、')} 行。
        {account !== '' && `账号：${account}。`}
      </p>
      <p>
        {people.map(({ name, idTail, covered }) => (
          <span key={`${name} ${idTail}`} className="yc-entry-person">
            {name} 末四位 {idTail}
            {covered ? '' : '（不保障）'}
          </span>
        ))}
      </p>
      <label className="yc-entry-wrong">
        <input
          type="checkbox"
          checked={isWrong}
          onChange={({ target }) => onReason(target.checked ? '' : undefined)}
        />{' '}
        与原件不符，退回
      </label>
      {isWrong && (
        <TextField
          id={`reason-${entry.benefitId}`}
          label="哪里不符"
          required
          value={reason}
          onChange={onReason}
          error={error}
        />
      )}
    </li>
  );
}

type Scan = { readonly hash: string; readonly name: string };

/** The scans stay in sight while the entries are gone through; a document of many pages is leafed through. */
function Scans({ scans }: { readonly scans: readonly Scan[] }) {
  const [open, setOpen] = useState(0);
  const scan = scans[open];
  return (
    <div className="yc-scans">
      <Panel title="原件扫描件">
        {scans.length > 1 && (
          <div className="ym-row">
            {scans.map(({ hash, name }, index) => (
              <Button
                key={hash}
                type={index === open ? 'primary' : 'default'}
                aria-pressed={index === open}
                onClick={() => setOpen(index)}
              >
                {name}
              </Button>
            ))}
          </div>
        )}
        {scan && <ScanPages key={scan.hash} scan={scan} />}
      </Panel>
    </div>
  );
}

function ScanPages({ scan }: { readonly scan: Scan }) {
  const [page, setPage] = useState(1);
  const [last, setLast] = useState<number | null>(null);
  // How many pages there are is known once one more was asked for than there is.
  const beyond = () => {
    setLast(page - 1);
    setPage(Math.max(page - 1, 1));
  };
  return (
    <>
      <div className="ym-row">
        <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
          上一页
        </Button>
        <span role="status">
          {scan.name} 第 {page} 页
        </span>
        <Button disabled={page === last} onClick={() => setPage(page + 1)}>
          下一页
        </Button>
        <a href={`/api/files/${scan.hash}/original`} download>
          下载原件
        </a>
      </div>
      <img
        className="yc-scan"
        src={`/api/files/${scan.hash}/view?page=${page}`}
        alt={`扫描件 ${scan.name} 第 ${page} 页`}
        onError={beyond}
      />
    </>
  );
}
