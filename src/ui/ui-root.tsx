import './trusted-text.ts';
import 'antd/dist/reset.css';
import 'dayjs/locale/zh-cn';
import './ui.css';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale/index.js';
import * as zhCN from 'antd/es/locale/zh_CN.js';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useMemo } from 'react';
import { markDocument, useLargeType } from './large-type.ts';
import { themeOf } from './theme.ts';

dayjs.locale('zh-cn');

// antd's package is CommonJS to TypeScript and a module to the bundler: there the locale is one
// `default` higher.
const chinese =
  'locale' in zhCN.default ? (zhCN.default as unknown as Locale) : zhCN.default.default;

/**
 * What every app stands in: theme, Chinese, type size, the query cache, and the nonce for antd's
 * styles.
 */
export function UiRoot({ client, children }: { client: QueryClient; children: ReactNode }) {
  const [large] = useLargeType();
  const theme = useMemo(() => themeOf(large), [large]);
  useEffect(() => markDocument(large), [large]);
  return (
    <ConfigProvider
      locale={chinese}
      theme={theme}
      csp={nonceOfPage()}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </ConfigProvider>
  );
}

/** The server writes a fresh nonce into index.html; without one (development) styles need none. */
function nonceOfPage(): { nonce?: string } {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce ? { nonce: meta.nonce } : {};
}
