import { createServer } from 'node:net';
import { StartFailure } from './failures.mjs';

/** Whether `port` can be listened on; answers the error code where not. */
export function tryPort(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const probe = createServer().once('error', ({ code }) => resolve(code));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

async function nextFree(port, host) {
  for (let candidate = port + 1; candidate < port + 100 && candidate < 65536; candidate++)
    if (!(await tryPort(candidate, host))) return candidate;
  return undefined;
}

/** A port of the system's choice. */
export function anyPort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The port to serve on, or a sentence why it cannot be had. */
export async function choosePort(wanted, host) {
  if (wanted === 0) return anyPort(host);
  const code = await tryPort(wanted, host);
  if (!code) return wanted;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new StartFailure(`HOST=${host} is not an address of this machine.`);
  if (code === 'EACCES') throw new StartFailure(`Port ${wanted} may only be used by the administrator of this machine. Choose one above 1023: PORT=8090 npm start`);
  const free = await nextFree(wanted, host);
  throw new StartFailure(`Port ${wanted} is in use by another program. Stop that program, or choose another port: PORT=${free ?? '…'} npm start`);
}
