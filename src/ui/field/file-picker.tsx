import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { newKey } from '../intent.ts';
import type { Problem } from '../problem.ts';
import type { Uploaded, UploadReply } from '../upload.ts';
import { FieldFrame, type FieldProps } from './field-frame.tsx';

/** Sends one file; `upload.ts` gives one for a path. Tests and the gallery give their own. */
export type SendFile = (
  file: File,
  onShare: (share: number) => void,
  key: string,
) => Promise<UploadReply>;

type FilePickerProps = FieldProps<readonly Uploaded[]> & {
  readonly send: SendFile;
  /** What the server takes: pictures and PDF, 10 MB each, when left out. */
  readonly accept?: string;
  readonly mostBytes?: number;
  /** Where a sent file is shown from; without it only its name is shown. */
  readonly viewUrl?: (file: Uploaded) => string;
};

type Sending = {
  readonly key: string;
  readonly file: File;
  readonly share: number;
  readonly failed: string | null;
};

const usualAccept = 'image/jpeg,image/png,application/pdf';
const usualMostBytes = 10 * 1024 * 1024;

/**
 * Chooses files or takes a picture, shows what is sent and how far; a failed one can be sent again.
 */
export function FilePicker(props: FilePickerProps) {
  const { value, onChange, accept = usualAccept, viewUrl } = props;
  const latest = useRef(value);
  latest.current = value;
  const { sending, start, drop } = useSending(props, (file) => {
    latest.current = [...latest.current, file];
    onChange(latest.current);
  });
  return (
    <FieldFrame {...props} group>
      {({ id }) => (
        <div className="ym-files">
          <div className="ym-row">
            <PickButton id={id} words="选择文件" accept={accept} onFiles={start} several />
            <PickButton id={`${id}--camera`} words="拍照" accept="image/*" onFiles={start} camera />
          </div>
          <ul className="ym-file-list">
            {value.map((file) => (
              <SentFile
                key={file.id}
                file={file}
                url={viewUrl?.(file)}
                onDrop={() => onChange(value.filter((one) => one.id !== file.id))}
              />
            ))}
            {sending.map((one) => (
              <SendingFile
                key={one.key}
                one={one}
                onAgain={() => start([one.file], one.key)}
                onDrop={() => drop(one.key)}
              />
            ))}
          </ul>
        </div>
      )}
    </FieldFrame>
  );
}

function useSending(props: FilePickerProps, onSent: (file: Uploaded) => void) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const drop = (key: string) => setSending((all) => all.filter((one) => one.key !== key));
  const put = (next: Sending) =>
    setSending((all) => [...all.filter((one) => one.key !== next.key), next]);
  const sendOne = async (file: File, key: string) => {
    const tooLarge = refuseSize(file, props.mostBytes ?? usualMostBytes);
    put({ key, file, share: 0, failed: tooLarge });
    if (tooLarge) return;
    const reply = await props.send(file, (share) => put({ key, file, share, failed: null }), key);
    if (!reply.ok) return put({ key, file, share: 0, failed: wordsOf(reply.problem) });
    drop(key);
    onSent(reply.file);
  };
  const start = (files: readonly File[], key?: string) => {
    for (const file of files) void sendOne(file, key ?? newKey());
  };
  return { sending, start, drop };
}

/** The sentence about this file says more than the one about the request. */
function wordsOf({ errors, detail }: Problem): string {
  return errors?.[0]?.message ?? detail;
}

function refuseSize(file: File, mostBytes: number): string | null {
  const most = Math.round(mostBytes / 1024 / 1024);
  return file.size > mostBytes ? `文件超过 ${most} MB，请拍得小一点或分成几份` : null;
}

type PickButtonProps = {
  readonly id: string;
  readonly words: string;
  readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly camera?: boolean;
  readonly several?: boolean;
};

function PickButton({ id, words, accept, onFiles, camera, several }: PickButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={several ?? false}
        {...(camera && { capture: 'environment' })}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button id={id} onClick={() => input.current?.click()}>
        {words}
      </Button>
    </>
  );
}

function SentFile(props: { file: Uploaded; url: string | undefined; onDrop: () => void }) {
  const { file, url, onDrop } = props;
  const isPicture = file.mediaType.startsWith('image/');
  return (
    <li className="ym-file">
      {url && isPicture && <img className="ym-file-picture" src={url} alt={file.name} />}
      <span className="ym-file-name">
        {url ? (
          <a href={url} target="_blank" rel="noreferrer">
            {file.name}
          </a>
        ) : (
          file.name
        )}
        <span className="ym-quiet"> 已上传 · {sizeWords(file.sizeBytes)}</span>
      </span>
      <Button size="small" type="text" onClick={onDrop} aria-label={`移除 ${file.name}`}>
        移除
      </Button>
    </li>
  );
}

function SendingFile(props: { one: Sending; onAgain: () => void; onDrop: () => void }) {
  const { file, share, failed } = props.one;
  const picture = usePreview(file);
  return (
    <li className="ym-file">
      {picture && <img className="ym-file-picture" src={picture} alt={`待上传：${file.name}`} />}
      <span className="ym-file-name">
        {file.name}
        {failed ? (
          <span className="ym-wrong"> {failed}</span>
        ) : (
          <progress aria-label={`上传 ${file.name}`} value={share} max={1} />
        )}
      </span>
      {failed && (
        <Button size="small" onClick={props.onAgain}>
          再传一次
        </Button>
      )}
      {failed && (
        <Button size="small" type="text" onClick={props.onDrop}>
          不传了
        </Button>
      )}
    </li>
  );
}

/** A picture's own bytes shown before they are sent. */
function usePreview(file: File): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file.type.startsWith('image/')) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}

function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
