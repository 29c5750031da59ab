// What a child process writes: all of it goes to its log file, and what a person should know to the terminal.
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

const warning = 40;
const error = 50;

/** A line of the log as a person reads it, or undefined when it is of no interest here. */
export function readable(line) {
  let entry;
  try {
    entry = JSON.parse(line);
  } catch {
    // Not of the logger: a warning of Node or of a library. The lines of a stack stay in the file.
    return /^\s+at |^\s*$|^Node\.js v/.test(line) ? undefined : line.trim();
  }
  if (typeof entry !== 'object' || entry === null || !(entry.level >= warning)) return undefined;
  const said = String(entry.msg ?? entry.err?.message ?? '').split('\n')[0];
  const cause = entry.err?.message && !said.includes(entry.err.message.split('\n')[0]) ? `: ${entry.err.message.split('\n')[0]}` : '';
  const request = entry.requestId ? ` (request ${entry.requestId})` : '';
  return `${entry.level >= error ? 'error' : 'warning'}: ${entry.context ? `${entry.context}: ` : ''}${said}${cause}${request}`;
}

/** Follows the output of `child`; `onLine` gets readable lines, the same one only once in ten seconds. */
export function followOutput(child, logFile, onLine) {
  const file = createWriteStream(logFile, { flags: 'w', mode: 0o600 });
  // A disk that fills up must not end the run that could still answer.
  file.on('error', () => {});
  const shownAt = new Map();
  const last = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      file.write(`${line}\n`);
      const text = readable(line);
      if (text === undefined) return;
      last.push(text);
      if (last.length > 3) last.shift();
      if (Date.now() - (shownAt.get(text) ?? 0) < 10_000) return;
      if (shownAt.size > 200) shownAt.clear();
      shownAt.set(text, Date.now());
      onLine(text);
    });
  child.once('close', () => file.end());
  return { last };
}
