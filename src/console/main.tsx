import { QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { schemaWords } from '../kernel/schema-words.ts';
import { UiRoot } from '../ui/ui-root.tsx';
import './console.css';
import { router } from './router.tsx';

// What a schema finds wrong is read by people; and no schema may compile itself, the content policy forbids it.
z.config({ localeError: schemaWords, jitless: true });

// The client retries by itself and says what is awaited; lists are read again after every command.
const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 15_000, refetchOnWindowFocus: true } },
});

const app = document.getElementById('app');
if (!app) throw new Error('index.html has no #app');
createRoot(app).render(
  <StrictMode>
    <UiRoot client={queries}>
      <RouterProvider router={router} />
    </UiRoot>
  </StrictMode>,
);
