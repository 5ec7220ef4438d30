import { Button } from 'antd';
import { useState } from 'react';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { StagePanelProps } from './stage-panel.ts';

/** 材料: every photo and scan of the case, by part of the procedure; one is looked at in place. */
export function MaterialsTab({ state }: { state: StagePanelProps['state'] }) {
  const [shown, setShown] = useState<string | null>(null);
  const all = evidenceOf(state);
  if (all.length === 0) {
    return <p className="ym-empty">还没有材料。受理、调查和公示时上传的照片、扫描件会列在这里。</p>;
  }
  const parts = [...new Set(all.map(({ part }) => part))];
  return (
    <div className="yc-materials">
      {parts.map((part) => (
        <section key={part} aria-label={part}>
          <h3>{part}</h3>
          <ul>
            {all
              .filter((each) => each.part === part)
              .map((each) => (
                <li key={each.file.hash}>
                  <Material
                    evidence={each}
                    isShown={shown === `${part} ${each.file.hash}`}
                    onShow={(isShown) => setShown(isShown ? `${part} ${each.file.hash}` : null)}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type MaterialProps = {
  readonly evidence: Evidence;
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
};

function Material({ evidence: { file }, isShown, onShow }: MaterialProps) {
  return (
    <>
      <button
        type="button"
        className="yc-material"
        aria-expanded={isShown}
        onClick={() => onShow(!isShown)}
      >
        <img src={`/api/files/${file.hash}/view`} alt="" loading="lazy" />
        <span>{file.name}</span>
        <span className="ym-quiet">{isShown ? '收起' : '查看'}</span>
      </button>
      {isShown && <Viewer file={file} />}
    </>
  );
}

/** The copy made for reading, page by page; what was uploaded itself is only downloaded. */
function Viewer({ file }: { file: Evidence['file'] }) {
  const [page, setPage] = useState(1);
  const [isLast, setIsLast] = useState(!file.mime.includes('pdf'));
  return (
    <div className="yc-viewer">
      <img
        src={`/api/files/${file.hash}/view?page=${page}`}
        alt={`${file.name}${page > 1 || !isLast ? ` 第 ${page} 页` : ''}`}
        onError={() => {
          // Asking for a page after the last one is how a document says that it has ended.
          setIsLast(true);
          if (page > 1) setPage(page - 1);
        }}
      />
      <div className="ym-row">
        {page > 1 && <Button onClick={() => setPage(page - 1)}>上一页</Button>}
        {!isLast && <Button onClick={() => setPage(page + 1)}>下一页</Button>}
        <a href={`/api/files/${file.hash}/original`} download>
          下载原件
        </a>
      </div>
    </div>
  );
}
