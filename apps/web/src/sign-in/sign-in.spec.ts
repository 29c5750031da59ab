import { safeTarget } from './sign-in.js';

describe('the page after signing in', () => {
  it('is the one asked for', () => expect(safeTarget('/learn/1?a=b')).toBe('/learn/1?a=b'));
  it('is the start page when none was asked for', () => expect(safeTarget(null)).toBe('/'));
  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])('is never another site: %s', (to) =>
    expect(safeTarget(to)).toBe('/'),
  );
});
