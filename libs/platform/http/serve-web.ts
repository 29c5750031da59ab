import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const serverPaths = /^\/(graphql|files|imports|auth|healthz|readyz|metrics|demo-accounts)/;

/** Files whose name carries a digest of their content never change. */
function cacheRule(reply: FastifyReply, path: string): void {
  const lasting = path.includes('/assets/');
  void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** Serves the built pages; every other address that a browser opens is a page of the app, which routes itself. */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  if (!existsSync(join(root, 'index.html'))) return;
  await server.register(serveStatic, { root, wildcard: false, preCompressed: true, setHeaders: cacheRule });
  server.get('/*', (request, reply) => {
    // Pages built anew while the server runs bring assets that were not there when it started.
    const asset = /^\/(assets\/[\w.-]+)$/.exec(request.url.split('?')[0]!)?.[1];
    if (asset) return reply.sendFile(asset);
    const page = !serverPaths.test(request.url) && (request.headers.accept ?? '').includes('text/html');
    if (page) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply.code(404).send({ statusCode: 404, message: 'Not found' });
  });
}
