import { spawn } from 'node:child_process';

/** Runs a command, showing what it prints, or handing it to `say`; answers its exit code. */
export function run(command, parameters, environment = {}, say = undefined) {
  const output = say ? 'pipe' : 'inherit';
  const child = spawn(command, parameters, { stdio: ['ignore', output, output], env: { ...process.env, ...environment, FORCE_COLOR: '0' } });
  for (const stream of say ? [child.stdout, child.stderr] : []) stream.setEncoding('utf8').on('data', say);
  return new Promise((resolve) => child.once('error', () => resolve(127)).once('close', (code) => resolve(code ?? 1)));
}
