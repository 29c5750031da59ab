// What was acknowledged, kept outside the system under test and on disk before it counts.
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

export class Journal {
  #file;
  #waiting = [];
  #timer;

  constructor(path) {
    this.path = path;
    this.#file = openSync(path, 'a+');
    this.#timer = setInterval(() => this.#flush(), 50);
  }

  acknowledged({ attemptId, clientSeq, questionId, choice }) {
    this.#waiting.push(JSON.stringify({ attemptId, clientSeq, questionId, choice }));
  }

  #flush() {
    if (!this.#waiting.length) return;
    writeSync(this.#file, `${this.#waiting.join('\n')}\n`);
    fsyncSync(this.#file);
    this.#waiting = [];
  }

  /** Everything acknowledged so far. */
  entries() {
    this.#flush();
    return readFileSync(this.path, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  }

  close() {
    clearInterval(this.#timer);
    this.#flush();
    closeSync(this.#file);
  }
}
