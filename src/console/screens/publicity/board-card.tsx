import { useState } from 'react';
import { daysBetween, formatDateWithWeekday, type LocalDate } from '../../../kernel/local-date.ts';
import { noticeLevels, postNotice, takeDownNotice } from '../../../modules/publicity/contract.ts';
import type { Notice, NoticeKind, NoticeLevel } from '../../../modules/publicity/index.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { PrintFrame } from '../../../ui/reading/print-frame.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';

type BoardProps = {
  readonly given: StagePanelProps;
  readonly kind: NoticeKind;
  readonly level: NoticeLevel;
  /** The notice in force on this board; undefined before it hangs. */
  readonly notice: Notice | undefined;
  /** A notice whose opinion fell and that still hangs: it comes down first. */
  readonly old: Notice | undefined;
};

/** One board: what hangs there, who hung it and when, how long still, and the next act. */
export function BoardCard({ given, kind, level, notice, old }: BoardProps) {
  const [isShown, setIsShown] = useState(false);
  const paper = kind === 'before' ? 'notice-poster' : 'announcement-poster';
  const url = `/api/cases/${given.caseId}/papers/${paper}?level=${level}`;
  const mayAct = ['poster', 'case-officer'].includes(given.role);
  const up = old ?? notice;
  return (
    <Panel title={noticeLevels[level]}>
      {up && <NoticeSheet notice={up} given={given} isVoid={old !== undefined} />}
      {mayAct && !old && !notice && <PostAct given={given} kind={kind} level={level} />}
      {mayAct && up && !up.takenDown && (
        <TakeDownAct given={given} notice={up} isVoid={old !== undefined} />
      )}
      <details onToggle={(event) => setIsShown(event.currentTarget.open)}>
        <summary>张贴样式（打印）</summary>
        {isShown && <PrintFrame url={url} title={`${noticeLevels[level]}张贴样式`} />}
      </details>
    </Panel>
  );
}

type SheetProps = {
  readonly notice: Notice;
  readonly given: StagePanelProps;
  readonly isVoid: boolean;
};

function NoticeSheet({ notice, given, isVoid }: SheetProps) {
  const { view } = given;
  const left = daysBetween(view.today as LocalDate, notice.endsOn);
  const standing = isVoid ? '已作废，请撤下' : standingWords(notice, left);
  const { takenDown } = notice;
  return (
    <DescriptionSheet
      items={[
        { label: '状态', value: standing },
        { label: '张贴', value: `${notice.postedOn} ${view.names[notice.postedBy] ?? ''}` },
        {
          label: notice.kind === 'before' ? '公示末日' : '至少挂到',
          value: formatDateWithWeekday(notice.endsOn),
        },
        ...(takenDown
          ? [{ label: '撤下', value: `${takenDown.on} ${view.names[takenDown.by] ?? ''}` }]
          : []),
        {
          label: '照片',
          wide: true,
          value: (
            <span className="ym-row">
              <Photo hash={notice.photo.hash} words="张贴照片" />
              {takenDown && <Photo hash={takenDown.photo.hash} words="撤下照片" />}
            </span>
          ),
        },
      ]}
    />
  );
}

function standingWords({ takenDown, kind }: Notice, left: number): string {
  if (takenDown) return '已撤下';
  if (left > 0) return `还剩 ${left} 天`;
  if (left === 0) return '今天是末日，仍可提出异议';
  return kind === 'before' ? '已期满，请撤下' : '公布中';
}

function Photo({ hash, words }: { hash: string; words: string }) {
  return (
    <a href={`/api/files/${hash}/view`} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}

type PostProps = { given: StagePanelProps; kind: NoticeKind; level: NoticeLevel };

function PostAct({ given, kind, level }: PostProps) {
  const { caseId, version } = given;
  const [id] = useState(newKey);
  const [photos, setPhotos] = useState<readonly Uploaded[]>([]);
  const command = useCommand(postNotice);
  const act = async () => {
    const [photo] = photos.map(refOf);
    const body = { id, kind, level, photo } as Parameters<typeof command.give>[0]['body'];
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <>
      <ActTrouble command={command} onAgain={() => void act()} />
      <PhotoField
        id={`photo-${level}`}
        label="张贴后的现场照片"
        caseId={caseId}
        value={photos}
        onChange={setPhotos}
        error={command.errors[0]?.message}
      />
      <NextAct
        title={`${command.title}:${noticeLevels[level]}`}
        onAct={() => void act()}
        because={photos.length === 0 ? '请先上传现场照片' : null}
        busy={command.busy}
      />
    </>
  );
}

function TakeDownAct({
  given,
  notice,
  isVoid,
}: {
  given: StagePanelProps;
  notice: Notice;
  isVoid: boolean;
}) {
  const { caseId, version, view } = given;
  const [photos, setPhotos] = useState<readonly Uploaded[]>([]);
  const command = useCommand(takeDownNotice);
  const act = async () => {
    const [photo] = photos.map(refOf);
    const body = { noticeId: notice.id, photo } as Parameters<typeof command.give>[0]['body'];
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  if (!isVoid && view.today <= notice.endsOn) {
    return <p className="ym-quiet">期满次日起撤下，不得提前。</p>;
  }
  return (
    <>
      <ActTrouble command={command} onAgain={() => void act()} />
      <PhotoField
        id={`down-${notice.id}`}
        label="撤下后的现场照片"
        caseId={caseId}
        value={photos}
        onChange={setPhotos}
        error={command.errors[0]?.message}
      />
      <NextAct
        title={`${command.title}:${noticeLevels[notice.level]}`}
        onAct={() => void act()}
        because={photos.length === 0 ? '请先上传现场照片' : null}
        busy={command.busy}
      />
    </>
  );
}

type PhotoFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly caseId: string;
  readonly value: readonly Uploaded[];
  readonly onChange: (photos: readonly Uploaded[]) => void;
  readonly error: string | undefined;
};

// One photo counts: the last one chosen replaces the one before.
function PhotoField({ caseId, onChange, ...field }: PhotoFieldProps) {
  return (
    <FilePicker
      {...field}
      required
      accept="image/jpeg,image/png"
      onChange={(photos) => onChange(photos.slice(-1))}
      send={sendTo(caseId)}
      viewUrl={viewUrl}
    />
  );
}
