import { covariance, type Moments, momentsOf } from './moments.js';

export interface Discrimination {
  readonly index: number | null;
  readonly efficiency: number | null;
}

const none: Discrimination = { index: null, efficiency: null };

/**
 * How well an item tells strong attempts from weak ones. x are the marks of the item, rest those of all other items,
 * one pair an attempt.
 *
 * Discrimination index, 100·C(x, rest)/√(V(x)·V(rest)): the correlation of item and rest in percent, −100 to 100.
 * Discriminative efficiency, 100·C(x, rest)/Cmax(x, rest), where Cmax is the covariance of both lists sorted: the part
 * of the discrimination that these marks allow. At most 100; below it has no fixed bound, for the worst possible order
 * can be further from 0 than the best.
 * Both null where item or rest do not vary. Source: Moodle, Quiz statistics calculations, "Discrimination index" and
 * "Discriminative efficiency".
 */
export function discrimination(x: Float64Array, rest: Float64Array, ofX: Moments | null = momentsOf(x)): Discrimination {
  const ofRest = momentsOf(rest);
  if (!ofX || !ofRest || ofX.m2 === 0 || ofRest.m2 === 0) return none;
  const joint = covariance(x, rest, ofX, ofRest);
  const most = covariance(x.slice().sort(), rest.slice().sort(), ofX, ofRest);
  if (joint === null || most === null) return none;
  const n = ofX.count;
  const index = (100 * joint * (n - 1)) / (n * Math.sqrt(ofX.m2 * ofRest.m2));
  return { index: Math.max(-100, Math.min(100, index)), efficiency: most > 0 ? Math.min(100, (100 * joint) / most) : null };
}
