import { useState } from 'react';
import { Button } from 'antd';
import { gotTitles, type IntakeAdvice, recordChecklist } from '../../../modules/intake/contract.ts';
import type { ChecklistItem } from '../../../modules/intake/index.ts';
import { ConflictStrip } from '../../../ui/act/conflict-strip.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { upload, type Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';

type Document = IntakeAdvice['documents'][number];
type Got = Document['got'];
type Line = { readonly got: Got; readonly files: readonly Uploaded[] };

type ChecklistFormProps = {
  readonly caseId: string;
  readonly version: number;
  readonly documents: readonly Document[];
  readonly recorded: readonly ChecklistItem[];
  readonly onDone: () => void;
};

/** 材料清单: one line per paper the family's facts ask for; what a source supplies is not on it. */
export function ChecklistForm(props: ChecklistFormProps) {
  const { caseId, version, documents, recorded, onDone } = props;
  const [lines, setLines] = useState<Readonly<Record<string, Line>>>({});
  const record = useCommand(recordChecklist);
  const lineOf = (document: Document) => lines[keyOf(document)] ?? before(document, recorded);
  const save = async () => {
    const items = documents.map((each) => {
      const { got, files } = lineOf(each);
      const refs = files.map(({ id, name, mediaType }) => ({ hash: id, name, mime: mediaType }));
      return { code: each.code, memberId: each.memberId, got, files: refs };
    });
    const done = await record.give({ params: { caseId }, body: { items }, version });
    if (done.ok) onDone();
  };
  return (
    <EnterMoves>
      <ErrorSummary errors={record.errors} />
      <Refusal problem={record.problem} onAgain={() => void save()} />
      <ConflictStrip
        problem={record.stale}
        mine={() => undefined}
        onTake={() => undefined}
        onSettled={() => {
          record.clear();
          onDone();
        }}
      />
      {documents.map((document, index) => (
        <DocumentLine
          key={keyOf(document)}
          id={`items.${index}`}
          caseId={caseId}
          document={document}
          line={lineOf(document)}
          onLine={(line) => setLines((now) => ({ ...now, [keyOf(document)]: line }))}
        />
      ))}
      <div className="ym-row">
        <Button onClick={() => void save()} disabled={record.busy || documents.length === 0}>
          {record.busy ? '正在保存…' : '登记材料清单'}
        </Button>
        <Button onClick={() => setLines(allPaper(documents))}>全部原件已核</Button>
      </div>
    </EnterMoves>
  );
}

type DocumentLineProps = {
  readonly id: string;
  readonly caseId: string;
  readonly document: Document;
  readonly line: Line;
  readonly onLine: (line: Line) => void;
};

function DocumentLine({ id, caseId, document, line, onLine }: DocumentLineProps) {
  const choices = Object.entries(gotTitles)
    .filter(([value]) => value !== 'promised' || document.promisable)
    .map(([value, label]) => ({ value: value as Got, label }));
  return (
    <div className="ym-form">
      <CodeSelect
        id={`${id}.got`}
        label={document.title}
        required
        hint={`${document.why};${document.how}`}
        options={choices}
        value={line.got}
        onChange={(got) => onLine({ ...line, got: got ?? 'missing' })}
      />
      {line.got === 'scan' && (
        <FilePicker
          id={`${id}.files`}
          label={`${document.title}扫描件`}
          value={line.files}
          onChange={(files) => onLine({ ...line, files })}
          send={(file, onShare, key) => upload(`/cases/${caseId}/files`, file, onShare, key)}
          viewUrl={({ id: hash }) => `/api/files/${hash}/view`}
        />
      )}
    </div>
  );
}

function keyOf({ code, memberId }: Pick<Document, 'code' | 'memberId'>): string {
  return `${code} ${memberId ?? ''}`;
}

function before(document: Document, recorded: readonly ChecklistItem[]): Line {
  const item = recorded.find((each) => keyOf(each) === keyOf(document));
  const files = (item?.files ?? []).map(({ hash, name, mime }) => ({
    id: hash,
    name,
    mediaType: mime,
    sizeBytes: 0,
  }));
  return { got: item?.got ?? 'missing', files };
}

function allPaper(documents: readonly Document[]): Record<string, Line> {
  return Object.fromEntries(
    documents.map((each) => [keyOf(each), { got: 'paper' as const, files: [] }]),
  );
}
