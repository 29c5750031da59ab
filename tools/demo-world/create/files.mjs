// Brings the files in through the product's own imports.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportRunner } from '@skillhall/platform/imports';

/** Rows that the generator spoils on purpose are none: a row that is refused is a mistake of the generator. */
export async function takeFilesIn(app, folder, onProgress) {
  const runner = app.get(ImportRunner);
  const courses = (await readdir(join(folder, 'courses'))).sort();
  const files = [
    ...['units', 'people', 'volumes', 'complaints', 'questions'].map((kind) => ({ kind, fileName: `${kind}.csv`, path: join(folder, `${kind}.csv`) })),
    { kind: 'questions', fileName: 'questions-newer.csv', path: join(folder, 'questions-newer.csv') },
    ...courses.map((fileName) => ({ kind: 'course', fileName, path: join(folder, 'courses', fileName) })),
    { kind: 'training', fileName: 'assignments.csv', path: join(folder, 'assignments.csv') },
  ];
  for (const [index, file] of files.entries()) {
    onProgress(file.fileName, index / files.length);
    const { failure, rejected } = await runner.run({ ...file, dryRun: false, actor: null, locale: 'zh-CN' });
    if (failure) throw new Error(`${file.fileName}: ${failure.message}`);
    if (rejected.length) throw new Error(`${file.fileName}, row ${rejected[0].row}: ${rejected[0].message}`);
  }
}
