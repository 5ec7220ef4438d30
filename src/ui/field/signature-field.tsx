import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import SignaturePad from 'signature_pad';
import { FieldFrame, type FieldProps } from './field-frame.tsx';

/**
 * Drawn: a PNG as data URL. Typed: the person cannot write here; the clerk confirms having seen
 * them agree.
 */
export type Signature =
  | { readonly kind: 'drawn'; readonly png: string }
  | { readonly kind: 'typed'; readonly name: string; readonly confirmedInPerson: boolean };

type SignatureFieldProps = FieldProps<Signature | null> & {
  /** Name of the person who signs, proposed when typing instead of drawing. */
  readonly signer: string;
};

/** A signature by pen, finger or mouse, or – by keyboard – the typed name with 当面确认. */
export function SignatureField({ signer, ...field }: SignatureFieldProps) {
  const { value, onChange } = field;
  const isTyped = value?.kind === 'typed';
  const type = () => onChange({ kind: 'typed', name: signer, confirmedInPerson: false });
  return (
    <FieldFrame {...field} group>
      {({ id }) =>
        isTyped ? (
          <TypedSignature id={id} value={value} onChange={onChange} />
        ) : (
          <DrawnSignature
            id={id}
            label={`${field.label}：手写区`}
            png={value?.kind === 'drawn' ? value.png : null}
            onPng={(png) => onChange(png === null ? null : { kind: 'drawn', png })}
            onType={type}
          />
        )
      }
    </FieldFrame>
  );
}

type DrawnProps = {
  readonly id: string;
  readonly label: string;
  readonly png: string | null;
  readonly onPng: (png: string | null) => void;
  readonly onType: () => void;
};

function DrawnSignature({ id, label, png, onPng, onType }: DrawnProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const tell = useRef(onPng);
  tell.current = onPng;
  const start = useRef(png);
  const pad = useRef<SignaturePad | null>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const drawn = startPad(canvas.current, start.current, (next) => tell.current(next));
    pad.current = drawn;
    return () => drawn.off();
  }, []);
  const wipe = () => {
    pad.current?.clear();
    onPng(null);
  };
  return (
    <div className="ym-signature">
      <canvas ref={canvas} className="ym-signature-paper" role="img" aria-label={label} />
      <div className="ym-row">
        <span className="ym-quiet">{png ? '已签' : '请在框内签名'}</span>
        <Button size="small" onClick={wipe} disabled={!png}>
          重签
        </Button>
        <Button id={id} size="small" onClick={onType}>
          不便手写，改为打字确认
        </Button>
      </div>
    </div>
  );
}

/** Sizes the drawing to the screen's real pixels, then listens for strokes. */
function startPad(
  canvas: HTMLCanvasElement,
  png: string | null,
  tell: (png: string | null) => void,
): SignaturePad {
  const ratio = Math.max(window.devicePixelRatio, 1);
  canvas.width = canvas.offsetWidth * ratio;
  canvas.height = canvas.offsetHeight * ratio;
  canvas.getContext('2d')?.scale(ratio, ratio);
  const pad = new SignaturePad(canvas, { penColor: '#101418', backgroundColor: '#ffffff' });
  if (png) void pad.fromDataURL(png, { ratio });
  pad.addEventListener('endStroke', () => tell(pad.isEmpty() ? null : pad.toDataURL('image/png')));
  return pad;
}

type TypedProps = {
  readonly id: string;
  readonly value: Extract<Signature, { kind: 'typed' }>;
  readonly onChange: (value: Signature | null) => void;
};

function TypedSignature({ id, value, onChange }: TypedProps) {
  const [name, setName] = useState(value.name);
  return (
    <div className="ym-signature">
      <Input
        id={id}
        aria-label="签名人姓名"
        value={name}
        autoComplete="off"
        onChange={(event) => {
          setName(event.target.value);
          onChange({ ...value, name: event.target.value });
        }}
      />
      <label className="ym-choice">
        <input
          type="checkbox"
          checked={value.confirmedInPerson}
          onChange={(event) => onChange({ ...value, confirmedInPerson: event.target.checked })}
        />
        <span>当面确认：本人在场、知道内容并同意</span>
      </label>
      <div className="ym-row">
        <Button size="small" onClick={() => onChange(null)}>
          改回手写
        </Button>
      </div>
    </div>
  );
}
