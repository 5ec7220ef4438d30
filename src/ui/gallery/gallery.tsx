import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useLargeType } from '../large-type.ts';
import { NextAct } from '../act/next-act.tsx';
import { localDate } from '../../kernel/local-date.ts';
import { EnterMoves } from '../enter-moves.tsx';
import { Page } from '../page.tsx';
import { UiRoot } from '../ui-root.tsx';
import { ActShelf } from './act-shelf.tsx';
import { FieldShelf } from './field-shelf.tsx';
import { LedgerShelf } from './ledger-shelf.tsx';
import { ListShelf } from './list-shelf.tsx';
import { ReadingShelf } from './reading-shelf.tsx';

/** Every part with made-up contents, for browser checks; built only with `--mode gallery`. */
function Gallery() {
  const [isLarge, setIsLarge] = useLargeType();
  return (
    <main style={{ padding: 16, maxWidth: 1320, margin: '0 auto' }}>
      <Page
        title="部件陈列"
        under={
          <label className="ym-choice">
            <input
              type="checkbox"
              checked={isLarge}
              onChange={(event) => setIsLarge(event.target.checked)}
            />
            <span>大字</span>
          </label>
        }
        next={
          <NextAct
            title="受理申请"
            onAct={() => document.body.setAttribute('data-acted', 'yes')}
            clock={{ due: localDate('2026-12-07'), left: 6 }}
          />
        }
      >
        <EnterMoves className="ym-page">
          <FieldShelf />
          <LedgerShelf />
        </EnterMoves>
        <ActShelf />
        <ReadingShelf />
        <ListShelf />
      </Page>
    </main>
  );
}

const app = document.getElementById('app');
if (app) {
  createRoot(app).render(
    <StrictMode>
      <UiRoot client={new QueryClient()}>
        <Gallery />
      </UiRoot>
    </StrictMode>,
  );
}
