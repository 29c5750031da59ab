import { closeSync, constants, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { alive } from './place.js';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Everybody who uses the embedded server holds the writing end of one pipe, the reading end of which the watchdog
 * has. The system closes it when a process ends, in whatever way, so that nobody has to count and none is forgotten:
 * when nobody holds the pipe any more, the watchdog stops the server.
 */
export interface Hold {
  /** Resolves when the server has ended. */
  readonly ended: Promise<void>;
  /** Lets go; waits for the end of the server where nobody else holds it. */
  release(): Promise<void>;
}

function opened(path: string, flags: number): number | undefined {
  try {
    return openSync(path, flags | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
}

/** Whether somebody reads at the other end. A full pipe is read later. */
function said(pipe: number): boolean {
  try {
    writeSync(pipe, '\n');
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EAGAIN';
  }
}

function inPlace(pipe: number, path: string): boolean {
  try {
    return fstatSync(pipe).ino === statSync(path).ino;
  } catch {
    return false;
  }
}

/** Whether anybody holds the pipe, as seen from its reading end; false as well where it is put away already. */
function heldByOthers(path: string): boolean {
  const end = opened(path, constants.O_RDONLY);
  if (end === undefined) return false;
  try {
    return readSync(end, Buffer.alloc(1)) > 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EAGAIN';
  } finally {
    closeSync(end);
  }
}

/**
 * Takes hold of the pipe at `path`; undefined where nobody reads it (any more). A watchdog that is about to stop the
 * server puts the pipe away first and looks into it once more: a line there brings it back.
 */
export async function takePipe(path: string): Promise<number | undefined> {
  const pipe = opened(path, constants.O_WRONLY);
  if (pipe === undefined) return undefined;
  while (said(pipe)) {
    if (inPlace(pipe, path)) return pipe;
    await pause(20);
  }
  closeSync(pipe);
  return undefined;
}

/** The pipe that was taken, as the hold on the server `pid`, which it is called by from now on. */
export function holdOf(pipe: number, path: string, pid: number): Hold {
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<void>((resolve) => {
    timer = setInterval(() => {
      if (said(pipe)) return;
      clearInterval(timer);
      resolve();
    }, 500).unref();
  });
  let released: Promise<void> | undefined;
  const release = async (): Promise<void> => {
    clearInterval(timer);
    closeSync(pipe);
    while (alive(pid) && !heldByOthers(path)) await pause(30);
  };
  return { ended, release: () => (released ??= release()) };
}
