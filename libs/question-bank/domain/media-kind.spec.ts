import { mediaKind } from './media-kind.js';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : [...part])));

describe('a file of a stem', () => {
  it.each([
    ['image/png', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a])],
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['image/gif', bytes('GIF89a')],
    ['image/webp', bytes('RIFF0000WEBP')],
    ['audio/wav', bytes('RIFF0000WAVE')],
    ['audio/ogg', bytes('OggS')],
    ['audio/mp4', bytes('0000ftypM4A ')],
    ['audio/mpeg', bytes('ID3')],
    ['audio/mpeg', bytes([0xff, 0xfb, 0x90, 0x00])],
  ])('is known as %s by its first bytes', (mediaType, content) => {
    expect(mediaKind(content)).toMatchObject({ mediaType });
  });

  it.each([
    ['a drawing with scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a page', bytes('<!doctype html><html>')],
    ['a program', bytes('MZ\x90\x00')],
    ['an archive', bytes('PK\x03\x04')],
    ['a film in the same box as a recording', bytes('RIFF0000AVI ')],
    ['nothing', bytes('')],
  ])('is refused if it is %s', (_, content) => {
    expect(mediaKind(content)).toBeUndefined();
  });
});
