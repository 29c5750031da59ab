import { NEVER_TREATED, type TreatmentPanel } from '@skillhall/statistics';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the files of a test. */
export class TestFiles {
  private constructor(readonly folder: string) {}

  static async make(): Promise<TestFiles> {
    return new TestFiles(await mkdtemp(join(tmpdir(), 'skillhall-cli-')));
  }

  async write(name: string, lines: readonly (string | readonly (string | number)[])[]): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, lines.map((line) => (typeof line === 'string' ? line : line.join(','))).join('\n'));
    return path;
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }
}

export const panelHeader = 'hall,month_index,complaints,counter_tx,first_trained_index';

/** The lines of a panel file under the titles that commands expect. */
export const panelLines = ({ unit, time, count, exposure, firstTreated }: TreatmentPanel): (string | number[])[] => [
  panelHeader,
  ...Array.from(count, (complaints, r) => [unit[r]!, time[r]!, complaints, exposure[r]!, firstTreated[r] === NEVER_TREATED ? 0 : firstTreated[r]!]),
];
