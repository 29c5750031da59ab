import { secretDraw } from './secret-draw.js';

const numbers = (seed: string, purpose: string): number[] => {
  const draw = secretDraw(Buffer.from(seed), purpose);
  return Array.from({ length: 20 }, () => draw(1000));
};

describe('numbers drawn from a secret', () => {
  it('are the same for the same secret and purpose, and others for any other', () => {
    expect(numbers('secret', 'attempt 1')).toEqual(numbers('secret', 'attempt 1'));
    const all = [numbers('secret', 'attempt 1'), numbers('secret', 'attempt 2'), numbers('other', 'attempt 1')].map(String);
    expect(new Set(all).size).toBe(3);
  });

  it('stay as they are in later versions, so that papers can be checked years after', () => {
    expect(numbers('secret', 'attempt 1').slice(0, 5)).toMatchInlineSnapshot(`
[
  191,
  595,
  396,
  514,
  199,
]
`);
  });
});
