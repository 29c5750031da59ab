import fc from 'fast-check';
import { attachment } from './files.controller.js';
import { readableName } from './file-name.js';

describe('the name of a file', () => {
  it('holds no control characters, no halves of characters, and is never empty or long', () => {
    expect(readableName('名单\r\nset-cookie: a=b\0.csv')).toBe('名单set-cookie: a=b.csv');
    expect(readableName('\0\r\n')).toBe('file');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const kept = readableName(name);
        expect(kept).toMatch(/^[^\p{Cc}]{1,200}$/su);
        expect(Buffer.from(kept).toString()).toBe(kept);
      }),
    );
  });

  it('goes into a header as plain signs that a browser reads back, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const header = attachment(name);
        expect(header).toMatch(/^attachment; filename="file"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/);
        expect(decodeURIComponent(header.split("''")[1]!)).toBe(Buffer.from(name).toString());
      }),
    );
  });
});
