// What the machine and the processes on it have spent, read from /proc (Linux); elsewhere the CPU columns stay empty.
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

const ticksPerSecond = 100; // USER_HZ, fixed on every architecture Node runs on
const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Fields of /proc/PID/stat behind the program's name, which may hold anything. */
function statOf(pid) {
  const line = read(`/proc/${pid}/stat`);
  if (!line) return undefined;
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [utime, stime, cutime, cstime] = fields.slice(11, 15).map(Number);
  return { parent: Number(fields[1]), own: utime + stime, reaped: cutime + cstime };
}

/** The process and all below it, without the trees of `apart`. */
export function treeOf(root, apart = []) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = statOf(name)?.parent;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []).filter((child) => !apart.includes(child)));
  return tree;
}

/** Seconds of CPU, user and system, of a process tree, of those that have ended in it too; without the trees of `apart`. */
export function cpuSeconds(root, apart) {
  if (process.platform !== 'linux') return NaN;
  let ticks = 0;
  for (const pid of treeOf(root, apart)) {
    const stat = statOf(pid);
    if (stat) ticks += stat.own + stat.reaped;
  }
  return ticks / ticksPerSecond;
}

/** Seconds of CPU of the whole machine. */
function machineSeconds() {
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0] = /^cpu +(.*)$/m.exec(read('/proc/stat'))?.[1].split(' ').map(Number) ?? [];
  return (user + nice + system + irq + soft) / ticksPerSecond;
}

export const peakMegabytes = (pid) => Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? NaN) / 1024;

export const load = () => loadavg()[0];

/** Watches how many cores programs other than ours keep busy. */
export function watchOthers() {
  const start = { time: performance.now(), all: machineSeconds(), ours: cpuSeconds(process.pid) };
  return () => {
    const elapsed = (performance.now() - start.time) / 1000;
    return Math.max(0, (machineSeconds() - start.all - (cpuSeconds(process.pid) - start.ours)) / elapsed);
  };
}

export const describeMachine = (postgres) => ({
  date: new Date().toISOString().slice(0, 10),
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${release().split('-')[0]}`,
  node: process.versions.node,
  postgres,
});
