import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { loadFaces } from './fonts.js';
import { PdfDocument, writeTable } from './index.js';
import { textOfPdf } from './testing/index.js';

const setup = { title: '试卷', language: 'zh-CN', at: new Date('2026-11-25T00:00:00Z') };
const open = (): Promise<PdfDocument> => PdfDocument.open(setup);

describe('a document', () => {
  it('holds text that can be taken out again, in both scripts and weights', async () => {
    const document = await open();
    document.heading('供电营业厅岗位考试', 1);
    document.paragraph('一、單選題：張電業績認證，喆堃燚镕翀。Answer all 5 questions.');
    const pages = textOfPdf(await document.finish());
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('供电营业厅岗位考试');
    expect(pages[0]).toContain('張電業績認證，喆堃燚镕翀。Answer all 5 questions.');
    expect(document.missing).toEqual([]);
  });

  it('keeps letters that share one shape, and hundreds of different characters after them, in two documents written in turns', async () => {
    const hundreds = (first: number): string => Array.from({ length: 600 }, (_, index) => String.fromCodePoint(first + index * 7)).join('');
    const texts = [`office 4ff1 ${hundreds(0x4e00)}`, `ffi 首页 ${hundreds(0x4e03)}`];
    const documents = await Promise.all(texts.map(open));
    // In turns, part by part and weight by weight: no document may take letters of the other.
    for (let at = 0; at < Math.max(...texts.map(({ length }) => length)); at += 50)
      documents.forEach((document, index) => document.paragraph(texts[index]!.slice(at, at + 50), { weight: at % 100 ? 'bold' : 'regular' }));
    const read = (await Promise.all(documents.map((document) => document.finish()))).map((bytes) => textOfPdf(bytes).join(''));
    texts.forEach((text, index) => {
      const known = [...text].filter((character) => !documents[index]!.missing.includes(character)).join('');
      expect(read[index]!.replaceAll(/[□ ]/g, '')).toContain(known.replaceAll(' ', ''));
    });
  });

  it('has the signs of exercises', async () => {
    const document = await open();
    document.paragraph('①② √ ≥ ≤ ≠ ± × ÷ ℃ Ω μ □○ α ㎡ Ⅲ →');
    expect(textOfPdf(await document.finish())[0]).toContain('①② √ ≥ ≤ ≠ ± × ÷ ℃ Ω');
    expect(document.missing).toEqual([]);
  });

  it('tells which characters it has no shape for, and shows a box for each', async () => {
    const document = await open();
    document.paragraph('姓名：㛃𬭎🙂');
    expect(textOfPdf(await document.finish())[0]).toContain('姓名：□□□');
    expect(document.missing).toEqual(['㛃', '🙂', '𬭎']);
  });

  it('goes on on the next page, numbers all, and loses no line', async () => {
    const document = await PdfDocument.open({ ...setup, header: '卷首', footer: (page, pages) => `第 ${page} 页，共 ${pages} 页` });
    for (let index = 0; index < 120; index += 1) document.paragraph(`第${index}段`);
    const pages = textOfPdf(await document.finish());
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain('卷首');
      expect(page).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`);
    });
    expect(Array.from({ length: 120 }, (_, index) => pages.join('').includes(`第${index}段`))).not.toContain(false);
  });

  it('repeats the titles of a table on each page and cuts only a row that fits none', async () => {
    const document = await open();
    const rows = [...Array.from({ length: 60 }, (_, index) => [`${index}`, `题目${index}`]), ['60', Array.from({ length: 90 }, (_, index) => `长${index}`).join('\n')]];
    writeTable(document, { columns: [{ title: '题号', share: 1, align: 'right' }, { title: '答案', share: 4 }], rows });
    const pages = textOfPdf(await document.finish());
    for (const page of pages) expect(page).toContain('题号');
    expect(pages.join('')).toContain('题目59');
    expect(pages.join('')).toContain('长89');
  });

  it('draws vectors and pictures, and says when bytes are no picture', async () => {
    const document = await open();
    document.draw(60, (canvas) => {
      canvas.line([0, 0], [canvas.width, 60], { dash: [2, 2] });
      canvas.rect([0, 0], 20, 20, { fill: '#00706b', opacity: 0.2 });
      canvas.rect([30, 10], 20, 10);
      canvas.circle([80, 20], 6, { fill: '#00706b' });
      canvas.text('每万笔投诉', [100, 20], { align: 'center', size: 8 });
    });
    expect(document.image(onePixel(), { width: 100, height: 100 })).toBe(true);
    expect(document.image(Buffer.from('<svg/>'), { width: 100, height: 100 })).toBe(false);
    expect(textOfPdf(await document.finish())[0]).toContain('每万笔投诉');
  });

  it('is the same, byte for byte, when made again at the same moment', async () => {
    const made = async (): Promise<string> => {
      const document = await open();
      document.paragraph('同一份试卷');
      return createHash('sha256').update(await document.finish()).digest('hex');
    };
    expect(await made()).toBe(await made());
  });
});

describe('the fonts', () => {
  it('are unpacked whole: every table has the length and the checksum that the file names', async () => {
    for (const { bytes } of Object.values(await loadFaces())) {
      for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
        const [checksum, offset, length] = [4, 8, 12].map((at) => bytes.readUInt32BE(12 + index * 16 + at));
        // The checksum of `head` leaves out its own field.
        if (bytes.toString('latin1', 12 + index * 16, 16 + index * 16) !== 'head') expect(sumOf(bytes, offset!, length!)).toBe(checksum);
      }
    }
  });
});

function sumOf(bytes: Buffer, offset: number, length: number): number {
  let sum = 0;
  for (let at = offset; at < offset + length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

/** A PNG of one grey pixel. */
function onePixel(): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    // Readers of this kind do not compare the sum at the end.
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from([0, 128]))), chunk('IEND', Buffer.alloc(0))]);
}
