import react from '@vitejs/plugin-react';
import { defineConfig, defaultClientConditions } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { antdStyles } from './antd-styles.mjs';

const server = 'http://127.0.0.1:8090';
const served = ['/graphql', '/files', '/imports', '/auth', '/healthz', '/readyz', '/metrics', '/demo-accounts.json'];

/** What the phone shell is made of: a few files instead of dozens, so that a slow network asks for little twice. */
const learnerSources = [
  /libs\/kernel\//,
  /libs\/ui\/(graphql|i18n|page|pieces|screen|session|store|theme|track)\/(?!antd)/,
  /libs\/learning\/web\/(?!desk\/|components\/markdown)/,
  /libs\/assessment\/web\/(index|outbox|components\/(urgent-exams|sitting-card|open-attempt|time-left))/,
  /apps\/web\/src\/(?!desk-home\/|shell\/desk|account\/desk|main)/,
];
/** Papers, lobbies, receipts: kept for offline use as well, asked for when one goes there. */
const paperSources = [/libs\/assessment\/web\/(?!desk\/)/, /libs\/question-bank\/web\/answering\//];
const libraries = /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|workbox-window)\//;

export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['source', ...defaultClientConditions] },
  plugins: [
    react(),
    antdStyles(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Skillhall',
        short_name: 'Skillhall',
        lang: 'zh-CN',
        display: 'standalone',
        start_url: '/',
        background_color: '#f8f6f2',
        theme_color: '#00706b',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
        ],
      },
      workbox: {
        navigateFallback: '/index.html',
        navigateFallbackDenylist: served.map((path) => new RegExp(`^${path.replace('.', '\\.')}`)),
        // Only what a learner needs without a network; the desk is fetched when somebody sits there.
        globPatterns: ['index.html', 'theme-init.js', 'icon.svg', 'assets/learner-*.{js,css}', 'assets/index-*.{js,css}'],
        runtimeCaching: [
          {
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
            handler: 'CacheFirst',
            options: { cacheName: 'assets', expiration: { maxEntries: 200 } },
          },
        ],
      },
    }),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: ['chrome107', 'safari16', 'firefox104'],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'learner-libraries', test: libraries, priority: 2 },
            { name: 'learner-pages', test: (id) => learnerSources.some((source) => source.test(id)), priority: 1 },
            { name: 'learner-papers', test: (id) => paperSources.some((source) => source.test(id)), priority: 0 },
          ],
        },
      },
    },
  },
  server: { port: 5173, host: '127.0.0.1', proxy: Object.fromEntries(served.map((path) => [path, server])) },
  preview: { port: 5174, host: '127.0.0.1', proxy: Object.fromEntries(served.map((path) => [path, server])) },
});
