import { useState } from 'react';
import { packetView, requestPacket } from '../../../modules/archive/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';

const blank = () => ({ packetId: newKey(), reason: '', recipient: '' });

/** 证据包: asked for with a reason, made on the server, fetched when it is whole. */
export function PacketAct({ caseId }: { caseId: string }) {
  const [form, setForm] = useState(blank);
  const [packetId, setPacketId] = useState('');
  const command = useCommand(requestPacket);
  const bind = useFields(form, setForm, command.errors);
  const act = async () => {
    const done = await command.give({ params: { caseId }, body: form });
    if (!done.ok) return;
    setPacketId(form.packetId);
    setForm(blank());
  };
  return (
    <Panel title="证据包">
      <p className="ym-quiet">
        一户一个压缩包：文书、材料原件、每一步记录和校验值，拿到哪里都能用 yimen verify-packet
        离线核验。您无权查看的文书不收入，清单里写明。
      </p>
      <ActTrouble command={command} onAgain={() => void act()} />
      {packetId && <PacketProgress key={packetId} packetId={packetId} />}
      <EnterMoves className="ym-form">
        <div className="ym-wide">
          <TextField label="用途" required lines={2} most={300} {...bind('reason')} />
        </div>
        <TextField label="交给谁、哪个单位" required most={80} {...bind('recipient')} />
      </EnterMoves>
      <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
    </Panel>
  );
}

const LOOK_SECONDS = 1;

function PacketProgress({ packetId }: { packetId: string }) {
  const [isOver, setIsOver] = useState(false);
  const { answer } = useAnswer(packetView, {
    params: { packetId },
    ...(!isOver && { everySeconds: LOOK_SECONDS }),
  });
  if (!answer) return null;
  const { state, done, total, bytes, fault, manifestHash } = answer;
  if ((state === 'done' || state === 'failed') && !isOver) setIsOver(true);
  if (state === 'failed') {
    return (
      <p className="ya-packet" role="alert">
        没有做成：{fault}
      </p>
    );
  }
  if (state !== 'done') {
    return (
      <div className="ya-packet" role="status">
        正在制作证据包：{total > 0 ? `已收入 ${done} 件，约 ${total} 件` : '等待开始'}。
        <progress aria-label="证据包制作进度" value={done} max={Math.max(total, 1)} />
      </div>
    );
  }
  return (
    <p className="ya-packet" role="status">
      <a href={`/api/packets/${packetId}/file`} download>
        下载证据包（{sizeWords(bytes)}）
      </a>
      ，保留 7 天。清单校验值 <span className="ya-hash">{manifestHash.slice(0, 16)}</span>
    </p>
  );
}

function sizeWords(bytes: number): string {
  const megabytes = bytes / 1_048_576;
  return megabytes < 0.1 ? '不到 0.1 MB' : `${megabytes.toFixed(1)} MB`;
}
