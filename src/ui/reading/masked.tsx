import { Button } from 'antd';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { Problem } from '../problem.ts';

type Purpose = { readonly purpose: string | null; readonly setPurpose: (purpose: string) => void };

const PurposeOfVisit = createContext<Purpose | null>(null);

/**
 * Around one case: the purpose of looking is asked once inside it. Give it the case's id as `key`.
 */
export function CaseVisit({ children }: { children: ReactNode }) {
  const [purpose, setPurpose] = useState<string | null>(null);
  return <PurposeOfVisit value={{ purpose, setPurpose }}>{children}</PurposeOfVisit>;
}

export type Revealed =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: Problem };

type MaskedProps = {
  /** What it is: 身份证号. */
  readonly what: string;
  /** `**************123X` */
  readonly shown: string;
  /** Asks the server, which records who looked and why. */
  readonly reveal: (purpose: string) => Promise<Revealed>;
};

const purposes = ['办理本案', '核对身份', '联系本人', '复核检查', '答复信访'];
const shownForSeconds = 60;

/**
 * A sensitive text: masked; 查看 asks why once per visit, shows it for 60 seconds, and leaves a
 * trace.
 */
export function Masked({ what, shown, reveal }: MaskedProps) {
  const visit = useContext(PurposeOfVisit);
  const [isAsking, setIsAsking] = useState(false);
  const [complaint, setComplaint] = useState<string | null>(null);
  const { text, secondsLeft, show, hide } = useShortly();
  const look = async (purpose: string) => {
    setIsAsking(false);
    visit?.setPurpose(purpose);
    const found = await reveal(purpose);
    setComplaint(found.ok ? null : found.problem.detail);
    if (found.ok) show(found.text);
  };
  const press = () => (visit?.purpose ? void look(visit.purpose) : setIsAsking(true));
  return (
    <span className="ym-masked">
      <span className="ym-masked-text">{text ?? shown}</span>
      {text === null && !isAsking && (
        <Button size="small" onClick={press} aria-label={`查看${what}`}>
          查看
        </Button>
      )}
      {text !== null && (
        <Button size="small" onClick={hide}>
          收起（{secondsLeft} 秒后自动收起）
        </Button>
      )}
      {isAsking && (
        <PurposeChoice
          what={what}
          onChoose={(purpose) => void look(purpose)}
          onCancel={() => setIsAsking(false)}
        />
      )}
      {complaint && <span className="ym-wrong">{complaint}</span>}
    </span>
  );
}

function PurposeChoice(props: {
  what: string;
  onChoose: (purpose: string) => void;
  onCancel: () => void;
}) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <span className="ym-purpose" role="group" aria-label={`查看${props.what}的用途`}>
      <span>查看用途（会留痕，本人可查）：</span>
      {purposes.map((purpose, index) => (
        <Button
          key={purpose}
          size="small"
          {...(index === 0 && { ref: first })}
          onClick={() => props.onChoose(purpose)}
        >
          {purpose}
        </Button>
      ))}
      <Button size="small" type="text" onClick={props.onCancel}>
        不看了
      </Button>
    </span>
  );
}

function useShortly() {
  const [text, setText] = useState<string | null>(null);
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    if (text === null) return;
    if (secondsLeft <= 0) return setText(null);
    const timer = setTimeout(() => setSecondsLeft(secondsLeft - 1), 1000);
    return () => clearTimeout(timer);
  }, [text, secondsLeft]);
  const show = (found: string) => {
    setText(found);
    setSecondsLeft(shownForSeconds);
  };
  return { text, secondsLeft, show, hide: () => setText(null) };
}
