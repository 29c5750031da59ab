import type { PastAnswers, VersionPlace } from './past-answers.js';

/** 薄弱点: a competency in which somebody has missed answers lately, with the numbers that say so. */
export interface WeakPoint {
  readonly topic: string;
  readonly answered: number;
  readonly missed: number;
}

const mostWeakPoints = 3;

/**
 * Share of answers that go wrong, as it is to be expected: four answers of which one is missed are taken as known
 * beforehand, so that one slip in a field hardly touched does not outweigh ten misses in twenty.
 */
export const weaknessOf = ({ answered, missed }: WeakPoint): number => (missed + 1) / (answered + 4);

/** The weakest first, at most three; none where nothing was missed. */
export function weakPointsOf(past: readonly PastAnswers[], places: ReadonlyMap<string, VersionPlace>): WeakPoint[] {
  const topics = new Map<string, { answered: number; missed: number }>();
  for (const { versionId, answered, missed } of past) {
    const topic = places.get(versionId)?.topic;
    if (topic === undefined) continue;
    const sum = topics.get(topic) ?? { answered: 0, missed: 0 };
    topics.set(topic, { answered: sum.answered + answered, missed: sum.missed + missed });
  }
  return [...topics]
    .map(([topic, sum]): WeakPoint => ({ topic, ...sum }))
    .filter(({ missed }) => missed > 0)
    .sort((a, b) => weaknessOf(b) - weaknessOf(a) || b.missed - a.missed || (a.topic < b.topic ? -1 : 1))
    .slice(0, mostWeakPoints);
}
