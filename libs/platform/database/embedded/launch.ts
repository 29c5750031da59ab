import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { holdOf, takePipe, type Hold } from './hold.js';
import { clearLeftovers, EmbeddedPostgresError, type Place } from './place.js';

const portFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** The port of last time when it is free, else another below the range the system hands out by itself. */
async function choosePort(place: Place): Promise<number> {
  const stored = Number(await readFile(join(place.folder, 'postgres.port'), 'utf8').catch(() => ''));
  if (stored > 0 && (await portFree(stored))) return stored;
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (await portFree(port)) {
      await writeFile(join(place.folder, 'postgres.port'), String(port));
      return port;
    }
  }
  throw new EmbeddedPostgresError('No free port between 20000 and 30000 was found for the database.');
}

/**
 * Watches over the server: stops it when nobody holds the pipe any more (hold.ts), and ends when it ends. The pipe is
 * called by the number of the server's process, which stands in the server's own lock file, so whoever finds that file
 * finds the pipe. The first line of the input says that the starter holds it; without one the starter has died.
 */
const watchdog = `
cd "$1" && PIPE="$1/new-$$" && shift || exit 1
mkfifo -m 600 "$PIPE" && exec 3<>"$PIPE" 4<"$PIPE" 3<&- || exit 1
echo ready; read -r _ || { rm -f "$PIPE"; exit 1; }
exec 0</dev/null
"$0" "$@" 4<&- >&2 & PG=$!
trap "" INT TERM HUP
mv "$PIPE" "$PG"; echo "$PG"; exec 1>&2
{
  until
    while read -r _ <&4; do :; done
    mv "$PG" "$PG.closing"; ! read -r _ <&4
  do mv "$PG.closing" "$PG"; done
  kill -INT "$PG"
} 2>/dev/null & WATCH=$!
exec 4<&-
wait "$PG"; END=$?; kill -9 $WATCH 2>/dev/null; rm -f "$PG" "$PG.closing"; exit $END
`;

/** Starts a server and holds it; undefined where it ended at once, since another one runs here or a port was taken. */
export async function launchServer(place: Place, settings: readonly string[]): Promise<{ pid: number; port: number; hold: Hold } | undefined> {
  await clearLeftovers(place.holds, '');
  const port = await choosePort(place);
  const fixed = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=120', 'max_wal_size=1GB'],
    ...['shared_buffers=256MB', 'idle_in_transaction_session_timeout=60s', 'timezone=UTC', 'log_min_messages=warning'],
  ];
  const parameters = ['-D', place.cluster, '-p', String(port), ...[...fixed, ...settings].flatMap((item) => ['-c', item])];
  const log = await open(join(place.folder, 'postgres.log'), 'a', 0o600);
  const child = spawn('sh', ['-c', watchdog, join(place.bin, 'postgres'), place.holds, ...parameters], {
    ...place.owner,
    cwd: place.cluster,
    stdio: ['pipe', 'pipe', log.fd],
    detached: true,
  });
  await once(child, 'spawn').finally(() => log.close());
  const { stdin, stdout } = child as ChildProcessWithoutNullStreams;
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  stdin.on('error', () => {});
  child.unref();
  try {
    if ((await lines.next()).value !== 'ready') return undefined;
    const pipe = await takePipe(join(place.holds, `new-${child.pid}`));
    if (pipe === undefined) return undefined;
    stdin.write('held\n');
    const pid = Number((await lines.next()).value);
    return { pid, port, hold: holdOf(pipe, join(place.holds, String(pid)), pid) };
  } finally {
    stdin.end();
    stdout.destroy();
  }
}
