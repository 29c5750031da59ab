import { Command } from 'commander';

export interface Ran {
  /** What was printed for whoever called. */
  readonly output: string;
  /** Why it ended without success. */
  readonly error: unknown;
}

/** Runs one command as the program would. */
export async function runCommand(add: (program: Command) => void, ...parameters: string[]): Promise<Ran> {
  const program = new Command('skillhall').exitOverride().configureOutput({ writeErr: () => {}, writeOut: (text) => void lines.push(text) });
  const lines: string[] = [];
  add(program);
  for (const command of program.commands) command.exitOverride();
  const spy = jest.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  try {
    await program.parseAsync(['node', 'skillhall', ...parameters]);
    return { output: lines.join('\n'), error: undefined };
  } catch (error) {
    return { output: lines.join('\n'), error };
  } finally {
    spy.mockRestore();
  }
}

/** The one object that `--json` prints. */
export async function runForJson<T>(add: (program: Command) => void, ...parameters: string[]): Promise<T> {
  const { output, error } = await runCommand(add, ...parameters, '--json');
  if (error) throw error;
  return JSON.parse(output) as T;
}
