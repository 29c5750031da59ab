import fc from 'fast-check';
import { partsOf, removedFrom } from './scrubbed-text.js';

describe('the text of a complaint', () => {
  it('shows what was removed apart from what was said', () => {
    expect(partsOf('客户〔姓名〕来电〔电话〕')).toEqual([
      { text: '客户', removed: false },
      { text: '〔姓名〕', removed: true },
      { text: '来电', removed: false },
      { text: '〔电话〕', removed: true },
    ]);
  });

  it('counts what was removed by kind', () => {
    expect(removedFrom('〔姓名〕说〔电话〕或〔电话〕')).toEqual([
      { kind: '电话', n: 2 },
      { kind: '姓名', n: 1 },
    ]);
    expect(removedFrom('没有客户信息')).toEqual([]);
  });

  it('loses nothing, whatever is written', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('〔', '〕', '〔电话〕', '〔〕'));
    fc.assert(fc.property(fc.array(piece).map((pieces) => pieces.join('')), (text) => expect(partsOf(text).map((part) => part.text).join('')).toBe(text)));
  });
});
