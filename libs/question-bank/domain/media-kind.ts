import type { QuestionMedia } from './question.js';

export interface MediaKind {
  readonly kind: QuestionMedia['kind'];
  readonly mediaType: string;
}

export const mostMediaBytes: Readonly<Record<QuestionMedia['kind'], number>> = { image: 5_000_000, audio: 20_000_000 };

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
const starts = (bytes: Uint8Array, ...signs: readonly number[]): boolean => signs.every((sign, at) => bytes[at] === sign);

/**
 * What a file is by its first bytes, whatever it calls itself. Pictures as browsers draw them and recordings as they
 * play them; undefined for anything else. A drawing in SVG can hold scripts and is nothing of the kind.
 */
export function mediaKind(bytes: Uint8Array): MediaKind | undefined {
  const image = (mediaType: string): MediaKind => ({ kind: 'image', mediaType });
  const audio = (mediaType: string): MediaKind => ({ kind: 'audio', mediaType });
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return image('image/png');
  if (starts(bytes, 0xff, 0xd8, 0xff)) return image('image/jpeg');
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return image('image/gif');
  if (ascii(bytes, 0, 4) === 'RIFF') {
    if (ascii(bytes, 8, 12) === 'WEBP') return image('image/webp');
    return ascii(bytes, 8, 12) === 'WAVE' ? audio('audio/wav') : undefined;
  }
  if (ascii(bytes, 0, 4) === 'OggS') return audio('audio/ogg');
  if (ascii(bytes, 4, 8) === 'ftyp' && /^M4A |^mp4[12]|^isom|^dash/.test(ascii(bytes, 8, 12))) return audio('audio/mp4');
  // An ID3 tag, or the first frame of MPEG layer III: eleven set bits, then the layer.
  return ascii(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && (bytes[1]! & 0xe6) === 0xe2) ? audio('audio/mpeg') : undefined;
}
