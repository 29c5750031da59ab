import { spawn } from 'node:child_process';

/** Runs a command, showing what it prints; answers its exit code. */
export function run(command, parameters, environment = {}) {
  const child = spawn(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment, FORCE_COLOR: '0' } });
  return new Promise((resolve) => child.once('error', () => resolve(127)).once('exit', (code) => resolve(code ?? 1)));
}
