import { Button } from 'antd';
import { useState } from 'react';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import { hexOf } from '../../../kernel/sm3.ts';
import { commitmentOf } from '../../../modules/draw/cbs.ts';
import * as contract from '../../../modules/draw/contract.ts';
import { fileIn } from '../review/act-spec.ts';
import { UnkeptAct } from '../inspection/typed-act.tsx';
import type { DrawShown } from './draw-shown.ts';
import '../inspection/inspection.css';

type Props = { readonly draw: DrawShown; readonly role: string; readonly onDone: () => void };
type PartyProps = Props & { readonly party: DrawShown['parties'][number] };

/** The act whose turn it is, for whoever may do it. */
export function DrawActs(props: Props) {
  const { draw, role } = props;
  const waiting = draw.parties.filter((each) =>
    draw.phase === 'committing' ? each.commitment === '' : !each.isRevealed,
  );
  const own = waiting.find((each) => each.role === role);
  if (draw.phase === 'committing') return own ? <Commit {...props} party={own} /> : null;
  if (draw.phase === 'beacon') return <Beacon {...props} />;
  if (draw.phase === 'revealing') {
    const [first] = waiting;
    const opens = role === 'inspector' && !own && first;
    return (
      <>
        {own && <Reveal {...props} party={own} />}
        {opens && <Envelope {...props} party={first} />}
      </>
    );
  }
  const decides = role === 'inspector' || role === 'county-leader';
  if (draw.phase === 'ready' && decides) return <Plain {...props} contract={contract.drawSample} />;
  if (draw.phase === 'visiting' && decides) {
    return <Plain {...props} contract={contract.publishDraw} />;
  }
  return null;
}

/** A secret is drawn here, in this browser; the program is given its commitment only. */
function Commit({ draw, party, onDone }: PartyProps) {
  const [secret, setSecret] = useState('');
  const make = () => setSecret(hexOf(crypto.getRandomValues(new Uint8Array(32))));
  const drawn = secret === '' ? '' : commitmentOf({ party: party.party, secret }, draw);
  return (
    <UnkeptAct
      key={drawn}
      name="commit"
      contract={contract.commitSecret}
      params={{ drawId: draw.drawId }}
      about={
        party.byLetter
          ? `${party.title}把密数封好，送来盖章的承诺单；这里只登记承诺单上的承诺值。`
          : `${party.title}自己产生密数并封存一份。系统只收承诺值，密数到公开号码出来以后再交。`
      }
      fields={[
        { key: 'commitment', label: '承诺值', is: 'text' },
        ...(party.byLetter ? [{ key: 'letter', label: '盖章的承诺单', is: 'file' } as const] : []),
      ]}
      initial={{ commitment: drawn, letter: [] }}
      bodyOf={(form) => ({
        ...{ party: party.party, commitment: form['commitment'] },
        letter: fileIn(form['letter']),
      })}
      onDone={onDone}
    >
      {!party.byLetter && (
        <p className="ym-row">
          <Button onClick={make}>在本机产生密数</Button>
          {secret !== '' && (
            <span>
              密数（请抄写、封存，系统不保存）：<code className="yc-hash">{secret}</code>
            </span>
          )}
        </p>
      )}
    </UnkeptAct>
  );
}

const SHAPE: Readonly<Record<string, string>> = {
  ssq: '写成 ssq:2026038:03,09,14,21,27,33+08（期号、六个红球从小到大、蓝球）',
  balls: '写成 balls: 加 20 位数字',
};

function Beacon({ draw, role, onDone }: Props) {
  if (!['inspector', 'aid-officer', 'county-leader'].includes(role)) return null;
  return (
    <UnkeptAct
      name="beacon"
      contract={contract.typeBeacon}
      params={{ drawId: draw.drawId }}
      about={`录入 ${formatInstant(instant(draw.beaconFrom))} 以后第一次公布的号码。两个人从两个来源各录一次，一致才算数。`}
      fields={[
        {
          ...{ key: 'value', label: '号码', is: 'text' },
          hint: SHAPE[draw.beaconKind] ?? '',
        },
        { key: 'from', label: '从哪里查到', is: 'text' },
      ]}
      initial={{ value: '', from: '' }}
      bodyOf={(form) => form}
      onDone={onDone}
    />
  );
}

function Reveal({ draw, party, onDone }: PartyProps) {
  return (
    <UnkeptAct
      name="reveal"
      contract={contract.revealSecret}
      params={{ drawId: draw.drawId }}
      about={`交${party.title}的密数。系统与承诺值核对，不符的不收。`}
      fields={[{ key: 'secret', label: '密数', is: 'text' }]}
      initial={{ secret: '' }}
      bodyOf={({ secret }) => ({
        ...{ party: party.party, secret, openedFrom: 'party', reason: '', proof: null },
      })}
      onDone={onDone}
    />
  );
}

function Envelope({ draw, party, onDone }: PartyProps) {
  return (
    <UnkeptAct
      name="envelope"
      contract={contract.revealSecret}
      params={{ drawId: draw.drawId }}
      about={`等${party.title}交密数。限期内不交的，当众拆密封件取密数，写明原因并拍照；拆封记入过程。`}
      fields={[
        { key: 'secret', label: '密封件里的密数', is: 'text' },
        { key: 'reason', label: '拆封原因', is: 'text', lines: 2 },
        { key: 'proof', label: '拆封照片', is: 'file' },
      ]}
      initial={{ secret: '', reason: '', proof: [] }}
      bodyOf={({ secret, reason, proof }) => ({
        ...{ party: party.party, secret, openedFrom: 'envelope', reason },
        proof: fileIn(proof),
      })}
      onDone={onDone}
    />
  );
}

function Plain({
  draw,
  onDone,
  contract: command,
}: Props & { readonly contract: typeof contract.drawSample | typeof contract.publishDraw }) {
  const isDraw = command.name === 'DrawSample';
  return (
    <UnkeptAct
      name="plain"
      contract={command}
      params={{ drawId: draw.drawId }}
      version={draw.version}
      about={
        isDraw
          ? '由名单、各方密数和公开号码算出，没有可以选择的地方。抽中的户列入核查单。'
          : `全部核查完，或者满 30 天，把名单、密数、种子和结果一并公开。还有 ${draw.openVisits} 户没有核查。`
      }
      fields={[]}
      initial={{}}
      bodyOf={() => ({})}
      because={isDraw || draw.heldBecause === '' ? null : draw.heldBecause}
      onDone={onDone}
    />
  );
}
