import { useState } from 'react';
import { setFirstPassword } from '../../../modules/identity/contract.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { QuietAct } from '../case/quiet-act.tsx';
import type { PersonRow } from './person-words.ts';

// Without letters and figures that look alike on paper: it is read out or copied once.
const signs = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A password by chance; its end has a figure and a sign, so that every rule holds. */
function chancePassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  const text = [...bytes].map((byte) => signs[byte % signs.length]).join('');
  return `${text}-7k`;
}

/** 设置初始口令： shown once, used once; the person replaces it at the first sign-in. */
export function FirstPasswordAct(props: {
  readonly person: PersonRow;
  readonly onDone: () => void;
}) {
  const { personId, version } = props.person;
  const [shown, setShown] = useState<string | null>(null);
  const command = useCommand(setFirstPassword);
  const act = async () => {
    const password = chancePassword();
    const done = await command.give({ params: { personId }, body: { password }, version });
    if (!done.ok) return;
    setShown(password);
    props.onDone();
  };
  return (
    <QuietAct
      title="设置初始口令"
      about="生成一个只用一次的口令，当面交给本人；本人首次登录时换成自己的。原口令和会话立即失效。"
      command={command}
      onAct={() => void act()}
    >
      {shown && (
        <p role="status">
          初始口令：<code className="yc-secret">{shown}</code>（只显示这一次）
        </p>
      )}
    </QuietAct>
  );
}
