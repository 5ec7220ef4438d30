import 'antd/dist/reset.css';
import 'dayjs/locale/zh-cn';
import './ui.css';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useMemo } from 'react';
import { markDocument, useLargeType } from './large-type.ts';
import { themeOf } from './theme.ts';

dayjs.locale('zh-cn');

/** What every app stands in: theme, Chinese, type size, the query cache, and the nonce for antd's styles. */
export function UiRoot({ client, children }: { client: QueryClient; children: ReactNode }) {
  const [large] = useLargeType();
  const theme = useMemo(() => themeOf(large), [large]);
  useEffect(() => markDocument(large), [large]);
  return (
    <ConfigProvider
      locale={zhCN}
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
