import type { Track } from '@skillhall/directory/domain';
import type { FileFormat } from '@skillhall/question-bank/domain';
import { fileFormats } from '@skillhall/question-bank/domain';
import type { Options } from '@skillhall/ui/imports';
import { tracks } from '@skillhall/ui/track';

export const importStates = ['draft', 'inReview', 'live'] as const;

/** What is chosen for the questions of a file besides the file itself. */
export interface Settings {
  readonly format: FileFormat;
  readonly unit: string | null;
  /** Null: the categories that the file names. */
  readonly category: string | null;
  /** Of questions whose file names none. */
  readonly track: Track;
  readonly state: (typeof importStates)[number];
  readonly doubtful: boolean;
}

export const newSettings = (unit: string | null): Settings => ({ format: 'zh-text', unit, category: null, track: 'business', state: 'inReview', doubtful: false });

export const optionsOf = ({ format, unit, category, track, state, doubtful }: Settings): Options =>
  Object.entries({ format, unit, category, track, state, doubtful: doubtful ? 'take' : 'leave' }).flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));

/** The settings of a run that is found again. */
export function settingsOf(options: Options, otherwise: Settings): Settings {
  const said = new Map(options.map(({ name, value }) => [name, value]));
  return {
    format: fileFormats.find((each) => each === said.get('format')) ?? otherwise.format,
    unit: said.get('unit') ?? otherwise.unit,
    category: said.get('category') ?? null,
    track: tracks.find((each) => each === said.get('track')) ?? otherwise.track,
    state: importStates.find((each) => each === said.get('state')) ?? otherwise.state,
    doubtful: said.get('doubtful') === 'take',
  };
}
