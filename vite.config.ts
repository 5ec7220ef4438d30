import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const pages = ['src/console/index.html', 'src/console/gallery.html'];

/**
 * The staff console. `vite build` writes `dist/console`; `vite build --mode gallery` adds
 * `/gallery.html`, the page with every part of src/ui, which no release carries.
 *
 * Content policy: no inline script anywhere. antd writes `<style>` elements while running, so
 * styles need a nonce: the server puts a fresh one for every answer in place of `__CSP_NONCE__` in
 * index.html and into `style-src 'self' 'nonce-…'`. Without a server in front (development) the
 * placeholder itself is the nonce.
 */
export default defineConfig(({ mode }) => ({
  root: process.env['VITEST'] ? '.' : 'src/console',
  base: '/',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: pages.filter((page) => mode === 'gallery' || !page.includes('gallery')),
    },
  },
  server: { proxy: { '/api': process.env['YIMEN_SERVER'] ?? 'http://127.0.0.1:8080' } },
}));
