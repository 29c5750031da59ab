import { detailPairs, knownAction, knownDetail } from './audit-words.js';

describe('the words of the audit log', () => {
  it('show the details of an entry as pairs', () => {
    expect(detailPairs('{"staffNumber":"10023","count":3,"more":{"a":1}}')).toEqual([
      ['staffNumber', '10023'],
      ['count', '3'],
      ['more', '{"a":1}'],
    ]);
  });

  it('show what is no object as it stands', () => {
    expect(detailPairs('not json')).toEqual([['', 'not json']]);
    expect(detailPairs('')).toEqual([]);
    expect(detailPairs('null')).toEqual([['', 'null']]);
  });

  it('leave unknown actions and details to their codes', () => {
    expect(knownAction('role.granted')).toBe('role.granted');
    expect(knownAction('moon.landed')).toBeUndefined();
    expect(knownDetail('constructor')).toBeUndefined();
  });
});
