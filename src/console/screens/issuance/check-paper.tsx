import { useState } from 'react';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import { formatDate, localDate } from '../../../kernel/local-date.ts';
import { checkPaper } from '../../../modules/issuance/contract.ts';
import { CODE_EXAMPLE, readScanned, type Scanned } from '../../../modules/issuance/index.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { PaperLink } from '../../../ui/reading/paper-link.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';

type Checked = ValueOf<(typeof checkPaper)['answer']>;

const WRONG = '核验码是十二位数字和字母，分三组，印在每页右下角。请对照纸上的再输一次。';

/** 核对文书: whether a paper somebody brings is ours, typed from its foot or scanned. */
export default function CheckPaper() {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<Scanned | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { answer, problem, awaiting } = useAnswer(checkPaper, {
    params: { code: asked?.code ?? '-' },
    search: { h: asked?.hash ?? '' },
    when: asked !== null,
  });
  const check = () => {
    const scanned = readScanned(text);
    setError(scanned ? null : WRONG);
    setAsked(scanned);
  };
  return (
    <Page
      title="核对文书"
      under="输入纸上的核验码，或者用扫码枪扫二维码。"
      next={<NextAct title="核对" onAct={check} />}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <TextField
          id="paper-code"
          label="核验码"
          required
          value={text}
          onChange={setText}
          placeholder={CODE_EXAMPLE}
          error={error ?? undefined}
        />
      </form>
      <Awaiting what={awaiting} />
      {problem?.status === 404 ? (
        <p role="status">没有查到这个核验码：不是本系统出具的文书，或者抄错了。</p>
      ) : (
        <Refusal problem={problem} />
      )}
      {asked && answer && <Found checked={answer} />}
    </Page>
  );
}

function Found({ checked }: { checked: Checked }) {
  const { title, organ, number, dated, issuedAt, issuedBy, address, code } = checked;
  return (
    <Panel title={verdictOf(checked)}>
      <DescriptionSheet
        items={[
          { label: '文书', value: title },
          { label: '编号', value: number },
          { label: '落款', value: organ },
          { label: '日期', value: formatDate(localDate(dated)) },
          { label: '出具', value: `${formatInstant(instant(issuedAt))} ${issuedBy ?? ''}` },
          { label: '核验码', value: code },
        ]}
      />
      {address && (
        <p className="ym-row">
          <PaperLink url={address} words="打开登记的这份文书，与纸上的对照" />
        </p>
      )}
    </Panel>
  );
}

function verdictOf({ agrees, replacedAt }: Checked): string {
  if (agrees === false) return '不一致：二维码里的内容与登记的不同，可能被改动过';
  if (replacedAt !== null) {
    return `已被代替：${formatInstant(instant(replacedAt))}出具了新的，以新的为准`;
  }
  return agrees ? '一致：确由本系统出具，内容没有改动' : '确由本系统出具，请与登记的文书对照内容';
}
