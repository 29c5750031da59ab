/** Values recoded to 0 … levels.length − 1 in ascending order of value. */
export interface Encoding {
  readonly codes: Int32Array;
  readonly levels: Float64Array;
}

/** Recodes whole numbers to consecutive codes; arrays of ids, months or cohorts. */
export function encode(values: ArrayLike<number>): Encoding {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    low = value < low ? value : low;
    high = value > high ? value : high;
  }
  const span = high - low + 1;
  const dense = Number.isInteger(low) && span <= 4 * values.length + 1024;
  return dense ? encodeBySpan(values, low, span) : encodeByMap(values);
}

function encodeBySpan(values: ArrayLike<number>, low: number, span: number): Encoding {
  const position = new Int32Array(span).fill(-1);
  for (let i = 0; i < values.length; i++) {
    position[values[i]! - low] = 0;
  }
  const levels: number[] = [];
  for (let k = 0; k < span; k++) {
    if (position[k] === 0) {
      position[k] = levels.length;
      levels.push(low + k);
    }
  }
  const codes = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    codes[i] = position[values[i]! - low]!;
  }
  return { codes, levels: Float64Array.from(levels) };
}

function encodeByMap(values: ArrayLike<number>): Encoding {
  const levels = Float64Array.from(new Set(Array.from(values))).sort();
  const position = new Map<number, number>();
  levels.forEach((level, index) => position.set(level, index));
  const codes = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    codes[i] = position.get(values[i]!)!;
  }
  return { codes, levels };
}
