import type { Draw } from '@skillhall/question-bank/domain';

/** Block after block of a stream that nobody can guess, such as HMAC-SHA256 of a secret over a counter; at least 6 bytes each. */
export type ByteBlocks = (counter: number) => Uint8Array;

const bytesEach = 6;
const span = 2 ** (8 * bytesEach);

/**
 * Draws whole numbers from such a stream, each equally likely: numbers of the last, incomplete span are passed over.
 * The same stream gives the same numbers for ever, so a paper can be drawn again and compared.
 */
export function drawFrom(blocks: ByteBlocks): Draw {
  let block: Uint8Array = new Uint8Array();
  let [at, counter] = [0, 0];
  const next = (): number => {
    if (at + bytesEach > block.length) [block, at, counter] = [blocks(counter), 0, counter + 1];
    let value = 0;
    for (const end = at + bytesEach; at < end; at++) value = value * 256 + block[at]!;
    return value;
  };
  return (limit) => {
    if (!(Number.isInteger(limit) && limit >= 1 && limit <= span)) throw new RangeError(`cannot draw below ${limit}`);
    const most = span - (span % limit);
    let value = next();
    while (value >= most) value = next();
    return value % limit;
  };
}
