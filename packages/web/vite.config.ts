import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { compress } from './build/compress.ts';
import { generate } from './build/generate.ts';
import { lightLibraries } from './build/light-libraries.ts';
import { messages } from './build/messages-plugin.ts';
import { offlineWorker } from './build/offline-worker.ts';
import { sizes } from './build/sizes.ts';

const here = (path: string) => new URL(path, import.meta.url).pathname;

const contract = (): Plugin => ({
  name: 'plenary-contract',
  config: () => generate(),
  configureServer(server) {
    server.watcher.add(here('../../schema/schema.graphql'));
    server.watcher.on('change', (file) => {
      if (file.endsWith('.graphql') || file.endsWith('/en.json')) void generate().catch((fault: unknown) => server.config.logger.error(String(fault)));
    });
  },
  // The server answers only these documents, so they travel with the pages that send them.
  writeBundle: ({ dir = here('dist') }) => copyFileSync(here('src/gql/trusted-documents.json'), join(dir, 'trusted-documents.json')),
});

const target = process.env['PLENARY_API'] ?? 'http://127.0.0.1:4000';
// The server takes requests from its own pages only; in development these stand on another port.
const api = { target, headers: { origin: target } };

export default defineConfig({
  root: here('.'),
  plugins: [contract(), messages(here('src/i18n/messages')), lightLibraries(), react(), offlineWorker(here('src/offline/worker.ts')), sizes(), compress()],
  // rxjs keeps its modern build behind a condition of its own.
  resolve: {
    conditions: ['es2015', ...defaultClientConditions],
    alias: [
      { find: /^@plenary\/count$/, replacement: here('../count/src/index.ts') },
      { find: /^@plenary\/count\/(secret|recount)$/, replacement: here('../count/src/$1/index.ts') },
    ],
  },
  server: {
    proxy: { '/graphql': { ...api, ws: true }, '/files': api, '/records': api, '/healthz': api },
  },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // These change rarely and the pages often: apart, a returning phone loads only the pages.
            // Hooks that only some pages use stay with those pages.
            { name: 'base', test: /^(?!.*\/hooks\/use(?!Query|ApolloClient)).*node_modules\/(\.pnpm\/)?(react|react-dom|scheduler|@apollo|rxjs|wouter|use-sync-external-store|graphql|@wry|optimism|tslib|@messageformat|make-plural)[/@+]/ },
            // What stands around every page, with the little it leans on.
            { name: 'shell', test: /src\/(main|router|routing|shell\/Shell)\.tsx$/ },
            // What almost every page shares; without this line each becomes a file, and a request.
            { name: 'page', test: /src\/(shell\/|apollo\/|i18n\/(?!messages)|ui\/(Page|Notice|Card|Badge|EmptyState|Choices|Meter|Field|ErrorSummary)\b|lib\/slip)/ },
            { name: 'ballot', test: /src\/features\/ballots\/(StateBadge|option-label|Turnout|quorum-needed|ballot\.ts|choose\/(ChosenWords|chosen|question))\b/ },
          ],
        },
      },
    },
  },
});
