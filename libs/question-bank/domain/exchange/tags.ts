import { findCompetency, trackNames, tracks, type Track } from '@skillhall/directory/domain';
import type { ExchangeQuestion } from './exchange-question.js';

type Classified = Pick<ExchangeQuestion, 'track' | 'competency' | 'difficulty' | 'clause' | 'tags'>;

const trackWords = new Map<string, Track>(tracks.flatMap((track) => [track, ...Object.values(trackNames[track])].map((word): [string, Track] => [word.toLowerCase(), track])));

/** The track that a word in any of the languages names. */
export const trackOf = (word: string): Track | undefined => trackWords.get(word.trim().toLowerCase());

/** Where a question belongs, as tags that other programs keep without understanding them. */
export const tagsOf = ({ track, competency, difficulty, clause, tags }: Classified): string[] => [
  ...(track === null ? [] : [`track:${track}`]),
  ...(competency === null ? [] : [`competency:${competency}`]),
  ...(difficulty === null ? [] : [`difficulty:${difficulty}`]),
  ...(clause === null ? [] : [`clause:${clause}`]),
  ...tags,
];

/** The same back; a tag that is the code of a competency or the name of a track says so without a prefix. */
export function classify(tags: readonly string[]): Classified {
  const found: { -readonly [K in keyof Classified]: Classified[K] } = { track: null, competency: null, difficulty: null, clause: null, tags: [] };
  const others: string[] = [];
  for (const tag of tags) {
    const [, kind, value = ''] = /^(track|competency|difficulty|clause):\s*(.+)$/s.exec(tag) ?? [];
    const track = trackOf(kind === 'track' ? value : tag);
    const competency = kind === 'competency' ? value : findCompetency(tag)?.code;
    if (kind === 'clause') found.clause = value;
    else if (kind === 'difficulty' && /^[1-5]$/.test(value)) found.difficulty = Number(value);
    else if (competency !== undefined) found.competency = competency;
    else if (track !== undefined) found.track = track;
    else others.push(tag);
  }
  return { ...found, tags: others };
}

const deepest = 8;
/** As long as the name of a category may be. */
export const longestCategory = 60;

/** The names on the way to a category, 法规/第一章; undefined where there are too many or one is too long. */
export function categoryNames(path: string): readonly string[] | undefined {
  const names = path.split('/').map((name) => name.trim()).filter((name) => name !== '');
  return names.length > 0 && names.length <= deepest && names.every((name) => name.length <= longestCategory) ? names : undefined;
}

/** `$course$/top/法规/第一章` as 法规/第一章; null where nothing is left. */
export function categoryOf(path: string): string | null {
  const parts = path.replace(/^\s*\$\w+\$\//, '').split(/(?<!\/)\/(?!\/)/).map((part) => part.trim()).filter((part) => part !== '');
  return (parts[0] === 'top' ? parts.slice(1) : parts).join('/') || null;
}
