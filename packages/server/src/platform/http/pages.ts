import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Names the build gives to files whose content never changes. */
const HASHED = /-[\w-]{8,}\.\w+(\.(?:br|gz))?$/;
const YEAR = 'public, max-age=31536000, immutable';

/**
 * The built pages, compressed beforehand where the build did so. Every path without a dot that nobody else
 * answers is a page of the application, which finds its own way.
 */
export async function pages(app: FastifyInstance, root: URL): Promise<void> {
  if (!existsSync(new URL('index.html', root))) {
    app.setNotFoundHandler((_request, reply) => reply.code(404).type('text/plain; charset=utf-8').send('Not found\n'));
    return;
  }
  await app.register(staticFiles, {
    root: fileURLToPath(root),
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    // Not for visitors: what the build tells the server and the budgets.
    globIgnore: ['trusted-documents.json', '.vite/**', '**/*.br', '**/*.gz'],
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') && HASHED.test(path) ? YEAR : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]!;
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !/\.\w+$/.test(path);
    if (isPage) return reply.sendFile('index.html');
    return reply.code(404).type('text/plain; charset=utf-8').send('Not found\n');
  });
}
