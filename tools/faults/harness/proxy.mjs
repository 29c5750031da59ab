// A TCP proxy that behaves badly when told to.
import { connect, createServer } from 'node:net';

export class Proxy {
  /** `pass`, `drop-replies` (the request arrives, the answer does not), `delay` (3 s), `cut` (everything reset), `truncate` (half an answer). */
  mode = 'pass';
  dropped = 0;
  #sockets = new Set();

  static async before(port) {
    const proxy = new Proxy();
    proxy.target = port;
    proxy.server = createServer((near) => proxy.#join(near));
    await new Promise((resolve, reject) => proxy.server.once('error', reject).listen(0, '127.0.0.1', resolve));
    proxy.url = `http://127.0.0.1:${proxy.server.address().port}`;
    return proxy;
  }

  #join(near) {
    const far = connect(this.target, '127.0.0.1');
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.on('error', () => {}).once('close', () => {
        this.#sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (chunk) => far.write(chunk));
    far.on('data', (chunk) => this.#back(near, far, chunk));
  }

  #back(near, far, chunk) {
    if (this.mode === 'pass') near.write(chunk);
    else if (this.mode === 'delay') setTimeout(() => near.destroyed || near.write(chunk), 3000);
    else {
      this.dropped++;
      if (this.mode === 'truncate') near.write(chunk.subarray(0, chunk.length >> 1));
      near.destroy();
      far.destroy();
    }
  }

  /** Breaks every connection there is; new ones are taken. */
  reset() {
    for (const socket of this.#sockets) socket.resetAndDestroy?.() ?? socket.destroy();
  }

  close() {
    this.reset();
    this.server.close();
  }
}
