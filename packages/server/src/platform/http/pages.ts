import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { graphiqlPolicy } from './headers.ts';

/** Names the build gives to files whose content never changes. */
const HASHED = /-[\w-]{8,}\.\w+(\.(?:br|gz))?$/;
const YEAR = 'public, max-age=31536000, immutable';

export interface PagesOptions {
  readonly root: URL;
  readonly publicUrl: string;
  /** Whether GraphiQL is served too. */
  readonly open: boolean;
}

/**
 * The built pages, compressed beforehand where the build did so. Every path without a dot that nobody else
 * answers is a page of the application, which finds its own way.
 */
export async function pages(app: FastifyInstance, { root, publicUrl, open }: PagesOptions): Promise<void> {
  if (!existsSync(new URL('index.html', root))) {
    app.setNotFoundHandler((_request, reply) => notFound(reply));
    return;
  }
  await app.register(staticFiles, {
    root: fileURLToPath(root),
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    // The tag says it already.
    lastModified: false,
    // Not for visitors: what the build tells the server and the budgets.
    globIgnore: ['trusted-documents.json', '.vite/**', '.stamp', '**/*.br', '**/*.gz', open ? 'graphiql/index.html' : 'graphiql/**'],
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') && HASHED.test(path) ? YEAR : 'no-cache');
    },
  });
  if (open && existsSync(new URL('graphiql/index.html', root))) {
    const policy = graphiqlPolicy(publicUrl);
    app.get('/graphiql', (_request, reply) => reply.header('content-security-policy', policy).sendFile('graphiql/index.html'));
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]!;
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !/\.\w+$/.test(path);
    return isPage ? reply.sendFile('index.html') : notFound(reply);
  });
}

function notFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).type('text/plain; charset=utf-8').send('Not found\n');
}
