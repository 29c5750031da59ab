import fc from 'fast-check';
import { parseItems } from './plain-items.js';
import { plainRows } from './plain-rows.js';
import { plainTexts } from './plain-texts.js';
import { SheetRows } from './sheet-rows.js';
import { readSharedStrings } from './shared-strings.js';
import { defaultLimits, TableError } from './table.js';
import { readXml } from './xml.js';

async function* chunked(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const context = { strings: ['营业员', '主管', 'ＡＢ'], numberKinds: [undefined, 'date' as const, 5], date1904: false, limits: defaultLimits };
const outcome = async (work: () => Promise<unknown>): Promise<unknown> => work().catch((error: unknown) => (error instanceof TableError ? `${error.code}` : error));

/** What the parser alone makes of a sheet, and what it makes of it beside the reader of plain rows. */
const both = (xml: string, size: number): Promise<unknown[]> =>
  Promise.all(
    [true, false].map((plain) =>
      outcome(async () => {
        const rows = new SheetRows(context);
        if (plain) for await (const _ of parseItems(chunked(xml, size), rows, plainRows(rows), defaultLimits));
        else await readXml(chunked(xml, size), rows, defaultLimits);
        return rows.rows;
      }),
    ),
  );

const value = fc.constantFrom('0', '1', '2', '7', '45000', '1.5E3', '-2', 'x', '', ' ', 'a&amp;b', '电费', '1<2', ']]>', '_x0041_', '\t', '\u0001');
const type = fc.constantFrom('', ' t="s"', ' t="str"', ' t="n"', ' t="b"', ' t="e"', ' t="d"', ' t="z"', ' t="inlineStr"');
const style = fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="x"', ' s="1" s="2"');
const body = fc.oneof(
  value.map((text) => `<v>${text}</v>`),
  value.map((text) => `<is><t>${text}</t></is>`),
  fc.constantFrom('', '<f>A1</f>', '<f>A1</f><v>3</v>', '<v>1</v><v>2</v>', '<!-- </c></row> --><v>1</v>', '<v><![CDATA[</row>]]></v>', '<is><r><t>a</t></r><r><t>b</t></r></is>'),
);
const cell = fc.tuple(fc.constantFrom('A', 'B', 'C', 'E', '', '1', 'ZZZZ'), type, style, body, fc.boolean()).map(([letters, t, s, inside, swapped]) => {
  const attributes = `${letters === '' ? '' : ` r="${letters}1"`}${swapped ? s + t : t + s}`;
  return inside === '' ? `<c${attributes}/>` : `<c${attributes}>${inside}</c>`;
});
const rowAttributes = fc.constantFrom('', '', ' spans="1:4"', ' ht="12.5" customHeight="1"', " a='1'", ' r="9"', ' x', ' b="&lt;"');
const between = fc.constantFrom('', '', '', '\n', '<!-- <row r="3"><c r="A3"><v>1</v></c></row> -->', '<?pi </row>?>', '<row r="90"/>', '<other/>');
const usual = fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom(' t="s"', '', ' s="1"'), fc.constantFrom('0', '1', '45000')).map(([letters, t, text]) => `<c r="${letters}1"${t}><v>${t === ' t="s"' && text.length > 1 ? '2' : text}</v></c>`);
const row = fc.tuple(fc.oneof(fc.array(usual, { maxLength: 4 }), fc.array(cell, { maxLength: 4 })), rowAttributes, between);
const sheet = fc.tuple(fc.array(row, { maxLength: 8 }), fc.constantFrom('<sheetData>', '<sheetData >', '<!-- <sheetData><row r="1"> --><sheetData>'), fc.constantFrom('</sheetData><mergeCells><x/></mergeCells></worksheet>', '</sheetData></worksheet>', '</sheetData>', '')).map(
  ([rows, begin, end]) => `<?xml version="1.0"?>\n<worksheet><dimension ref="A1"/>${begin}${rows.map(([cells, attributes, after], index) => `<row r="${index + 1}"${attributes}>${cells.join('')}</row>${after}`).join('')}${end}`,
);

describe('plain rows read beside the parser', () => {
  it('give what the parser gives, or fail as it fails, however strange the sheet and wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, fc.integer({ min: 1, max: 200 }), async (xml, size) => {
        const [plain, parsed] = await both(xml, size);
        expect(plain).toEqual(parsed);
      }),
      { numRuns: 600 },
    );
  });

  it('are really read so where they are plain', async () => {
    const rows = new SheetRows(context);
    const [taken, items] = [jest.spyOn(rows, 'takePlain'), plainRows(rows)];
    const xml = `<worksheet><sheetData>${[1, 2, 3].map((n) => `<row r="${n}" spans="1:2"><c r="A${n}" t="s"><v>1</v></c><c r="B${n}" s="1"/></row>`).join('\n')}</sheetData></worksheet>`;
    for await (const _ of parseItems(chunked(xml, 50), rows, items, defaultLimits));
    expect(taken).toHaveBeenCalledTimes(3);
    expect(rows.rows.map(({ row, cells }) => [row, cells])).toEqual([1, 2, 3].map((n) => [n, ['主管']]));
  });

  it('keep shared texts in their order, plain or not', async () => {
    const texts = ['<si><t>营业员</t></si>', '<si><t xml:space="preserve"> a </t></si>', '<si><r><t>富</t></r><r><t>文本</t></r><rPh><t>x</t></rPh></si>', '<si/>', '<si><t>1 &lt; 2</t></si>', '<si><t>_x0041_</t></si>', '<si><t></t></si>'];
    const expected: string[] = [];
    for await (const _ of parseItems(chunked('<sst><si><t>一</t></si></sst>', 3), { open: () => undefined, close: () => undefined, text: () => undefined }, plainTexts((text) => expected.push(text)), defaultLimits));
    expect(expected).toEqual(['一']);
    for (const size of [1, 7, 1000]) expect(await readSharedStrings(chunked(`<?xml version="1.0"?><sst>${texts.join('')}</sst>`, size), defaultLimits)).toEqual(['营业员', ' a ', '富文本', '', '1 < 2', 'A', '']);
  });
});
