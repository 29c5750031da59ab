// Compiles what is stale: the server side, then the pages.
export default async function build(_, note) {
  const { buildServer } = await import('../build/build.mjs');
  const compiled = await buildServer();
  note('the pages');
  const { buildWeb } = await import('../build/build-web.mjs');
  const { built } = await buildWeb({ logLevel: 'error' });
  const parts = [compiled && `${compiled} files compiled`, built && 'pages built'].filter(Boolean);
  return parts.join(', ') || 'up to date';
}
