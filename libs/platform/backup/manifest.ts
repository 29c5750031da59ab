import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const manifest = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), file: z.string().regex(/^\d+\.copy\.gz$/), rows: z.number().int(), sha256: z.string() })),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  audit: z.object({ entries: z.number().int(), head: z.string().nullable() }),
  files: z.array(z.string()),
});

export type Manifest = z.infer<typeof manifest>;

export class BackupError extends Error {
  override readonly name = 'BackupError';
}

export const manifestName = 'manifest.json';

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => {
    throw new BackupError(`${folder} holds no backup: there is no ${manifestName}. A backup that was cut off has none.`);
  });
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    throw new BackupError(`${join(folder, manifestName)} is not the manifest of a backup that this version can read.`);
  }
}
