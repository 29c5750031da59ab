import { tracks, type Track } from '@skillhall/directory/domain';
import { isId } from '@skillhall/kernel';
import type { ImportOptions } from '@skillhall/platform/imports';
import { fileFormats, type FileFormat } from '../../domain/index.js';
import type { NewVersionState } from '../data/version-writer.js';

/** What may be chosen for an import of questions; null where nothing was. */
export interface QuestionImportOptions {
  /** Null: a table in the columns of the template, each cell judged strictly. */
  readonly format: FileFormat | null;
  /** Who is to keep new questions; the top of what the importer keeps where it is left out. */
  readonly unit: string | null;
  /** Where new questions lie; where it is left out, in the category that the file names, which is made if need be. */
  readonly category: string | null;
  /** Of questions whose file names none. */
  readonly track: Track | null;
  readonly state: NewVersionState | null;
  /** Takes in what was read as it was most likely meant; otherwise it is left out. */
  readonly doubtful: boolean;
}

const states: readonly NewVersionState[] = ['draft', 'inReview', 'live'];

const allowed: Readonly<Record<keyof QuestionImportOptions, (value: string) => boolean>> = {
  format: (value) => fileFormats.some((each) => each === value),
  unit: isId,
  category: isId,
  track: (value) => tracks.some((each) => each === value),
  state: (value) => states.some((each) => each === value),
  doubtful: (value) => value === 'take' || value === 'leave',
};

const isAllowed = (name: string, value: string): boolean => Object.hasOwn(allowed, name) && allowed[name as keyof QuestionImportOptions](value);

/** The name of an option that there is not, or whose value means nothing. */
export const unknownOption = (options: ImportOptions): string | null => Object.entries(options).find(([name, value]) => !isAllowed(name, value))?.[0] ?? null;

export function importOptions({ format, unit, category, track, state, doubtful }: ImportOptions): QuestionImportOptions {
  return {
    format: fileFormats.find((each) => each === format) ?? null,
    ...{ unit: unit ?? null, category: category ?? null },
    track: tracks.find((each) => each === track) ?? null,
    state: states.find((each) => each === state) ?? null,
    doubtful: doubtful === 'take',
  };
}
