import fc from 'fast-check';
import { Readable } from 'node:stream';
import { byteRange, partOf } from './byte-range.js';

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-5', { start: 95, end: 99 }],
    ['bytes=100-', null],
    ['bytes=20-10', null],
    ['bytes=-', undefined],
    ['lines=1-2', undefined],
    [undefined, undefined],
  ])('%s of 100 is %j', (header, range) => {
    expect(byteRange(header, 100)).toEqual(range);
  });

  it('is cut out of a stream whatever its pieces', async () => {
    const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(pieces, fc.nat(40), fc.nat(40), async (chunks, one, other) => {
        const whole = Buffer.concat(chunks);
        const range = byteRange(`bytes=${Math.min(one, other)}-${Math.max(one, other)}`, whole.length);
        if (!range) return;
        const cut = Buffer.concat(await partOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), range).toArray());
        expect(cut).toEqual(whole.subarray(range.start, range.end + 1));
      }),
    );
  });
});
