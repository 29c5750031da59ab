import type { SelfVerdict } from './practice.js';

/** All that a person has answered to one version of a question, in practice and on papers whose marks they may see. */
export interface PastAnswers {
  readonly versionId: string;
  /** Of the latest: when, in milliseconds, and what it earned; null where a machine cannot say. */
  readonly lastAt: number;
  readonly credit: number | null;
  readonly judged: SelfVerdict | null;
  /** Lately, of those that a machine can judge: how many, and how many did not earn all. */
  readonly answered: number;
  readonly missed: number;
}

/** Whose version it is; of a case, which part. */
export interface VersionPlace {
  readonly versionId: string;
  readonly questionId: string;
  readonly part: number;
  /** The competency that it asks for; the track where it names none. */
  readonly topic: string;
}

/** How somebody stands with a question they have answered before. */
export interface Standing {
  readonly lastAt: number;
  readonly missed: boolean;
}

export const isMissed = ({ credit, judged }: Pick<PastAnswers, 'credit' | 'judged'>): boolean => (credit === null ? judged === 'partly' || judged === 'missed' : credit < 1);

export const placesById = (places: readonly VersionPlace[]): ReadonlyMap<string, VersionPlace> => new Map(places.map((place) => [place.versionId, place]));

/** The latest answer to each question, or to each part of a case, whatever version was asked. */
export function latestOf<A extends Pick<PastAnswers, 'versionId' | 'lastAt'>>(past: readonly A[], places: ReadonlyMap<string, VersionPlace>): Map<string, A[]> {
  const byPart = new Map<string, { questionId: string; answer: A }>();
  for (const answer of past) {
    const place = places.get(answer.versionId);
    if (!place) continue;
    const name = `${place.questionId} ${place.part}`;
    const known = byPart.get(name);
    if (!known || answer.lastAt > known.answer.lastAt) byPart.set(name, { questionId: place.questionId, answer });
  }
  const found = new Map<string, A[]>();
  for (const { questionId, answer } of byPart.values()) found.set(questionId, [...(found.get(questionId) ?? []), answer]);
  return found;
}

/** Question id → how one stands with it; a case is missed where any of its parts is. */
export function standingsOf(past: readonly PastAnswers[], places: ReadonlyMap<string, VersionPlace>): Map<string, Standing> {
  const standings = [...latestOf(past, places)].map(([id, answers]): [string, Standing] => [id, { lastAt: Math.max(...answers.map(({ lastAt }) => lastAt)), missed: answers.some(isMissed) }]);
  return new Map(standings);
}
