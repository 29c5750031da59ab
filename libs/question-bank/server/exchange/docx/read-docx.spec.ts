import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipBytes, type ZipPart } from '@skillhall/platform/tabular/testing';
import { TableError } from '@skillhall/platform/tabular';
import { readDocx } from './read-docx.js';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'docx-'))));
afterAll(() => rm(folder, { recursive: true }));

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const run = (text: string, look = '') => `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, list?: [id: number, level?: number]) =>
  `<w:p>${list ? `<w:pPr><w:numPr><w:ilvl w:val="${list[1] ?? 0}"/><w:numId w:val="${list[0]}"/></w:numPr></w:pPr>` : ''}${content.startsWith('<') ? content : run(content)}</w:p>`;
const level = (at: number, format: string, text: string) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...levels: string[]) => `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, of: number, start?: number) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${start ? `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>` : ''}</w:num>`;
const table = (...rows: string[][]) => `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

let count = 0;
async function read(body: string, parts: Readonly<Record<string, string>> = {}, more: Partial<ZipPart> = {}) {
  const path = join(folder, `${++count}.docx`);
  const list: ZipPart[] = [{ name: 'word/document.xml', data: `${head}<w:document ${names}><w:body>${body}</w:body></w:document>`, ...more }];
  for (const [name, data] of Object.entries(parts)) list.push({ name, data: `${head}${data}` });
  await writeFile(path, zipBytes(list));
  return readDocx(path);
}
const numbering = (...content: string[]) => ({ 'word/numbering.xml': `<w:numbering ${names}>${content.join('')}</w:numbering>` });
const right = ({ options }: { options: readonly { text: string; credit: number }[] }) => options.filter(({ credit }) => credit > 0).map(({ text }) => text);

describe('a Word document', () => {
  it('is read as its text, by numbers of paragraphs', async () => {
    const { questions, problems } = await read([p('供电营业厅题库'), p('一、单选题'), p(`${run('1、先核')}${run('对（B）')}`), p('A、天数'), '<w:p/>', p('B、示数')].join(''));
    expect([questions.map(({ line, stem }) => [line, stem]), problems]).toEqual([[[3, '先核对（　）']], []]);
  });

  it('has the numbers and letters that Word makes itself, each list from its beginning', async () => {
    const lists = numbering(abstract(0, level(0, 'chineseCounting', '%1、')), abstract(1, level(0, 'decimal', '%1.')), abstract(2, level(0, 'upperLetter', '%1.')), num(1, 0), num(2, 1), num(3, 2), num(4, 2, 1), num(5, 1, 1));
    const body = [p('单选题', [1]), p('甲（B）', [2]), p('一', [3]), p('二', [3]), p('乙（A）', [2]), p('三', [4]), p('四', [4]), p('判断题', [1]), p('丙（√）', [5])];
    const { questions, problems } = await read(body.join(''), lists);
    expect(problems).toEqual([]);
    expect(questions.map((question) => [question.type, question.line, right(question)])).toEqual([['single', 2, ['二']], ['single', 5, ['三']], ['trueFalse', 9, ['正确']]]);
  });

  it('has lists of several levels, letters in one long list, and lists by style', async () => {
    const levels = numbering(abstract(0, level(0, 'decimal', '%1、'), level(1, 'upperLetter', '%2．')), num(1, 0));
    const body = [p('甲（B）', [1]), p('一', [1, 1]), p('二', [1, 1]), p('乙（A）', [1]), p('三', [1, 1]), p('四', [1, 1])].join('');
    expect((await read(body, levels)).questions.map(right)).toEqual([['二'], ['三']]);
    const long = numbering(abstract(0, level(0, 'upperLetter', '%1.')), num(7, 0));
    expect((await read([p('1、甲（B）'), p('一', [7]), p('二', [7]), p('2、乙（A）'), p('三', [7]), p('四', [7])].join(''), long)).questions.map(right)).toEqual([['二'], ['三']]);
    const styles = { ...levels, 'word/styles.xml': `<w:styles ${names}><w:style w:styleId="Q"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Q2"><w:basedOn w:val="Q"/></w:style></w:styles>` };
    const styled = (text: string) => `<w:p><w:pPr><w:pStyle w:val="Q2"/></w:pPr>${run(text)}</w:p>`;
    expect((await read([styled('甲。（√）'), styled('乙。（×）')].join(''), styles)).questions.map(({ stem }) => stem)).toEqual(['甲。', '乙。']);
  });

  it('has keys in tables, and tables of questions', async () => {
    const questions = [p('一、单选题'), p('1、甲'), p('A、一 B、二'), p('2、乙'), p('A、三 B、四')].join('');
    expect((await read(questions + table(['题号', '1', '2'], ['答案', 'B', 'A']))).questions.map(right)).toEqual([['二'], ['三']]);
    const rows = await read(table(['序号', '题型', '题干', '选项A', '选项B', '答案'], ['1', '单选题', '甲', '一', '二', 'B'], ['2', '判断题', '乙', '', '', '√']));
    expect([rows.questions.map((question) => [question.type, question.stem, right(question)]), rows.problems]).toEqual([[['single', '甲', ['二']], ['trueFalse', '乙', ['正确']]], []]);
    expect((await read(table(['1、甲（A）'], ['A、一'], ['B、二']))).questions.map(right)).toEqual([['一']]);
  });

  it('has blanks and answers that are underlined, and right options that are bold or coloured', async () => {
    const under = '<w:u w:val="single"/>';
    const filled = await read([p('四、填空题'), p(`${run('1、频率是')}${run(' 5', under)}${run('0 ', under)}${run('赫兹。')}`), p(`${run('2、电压是')}${run('      ', under)}${run('伏。')}`), p('答案：220')].join(''));
    expect(filled.questions.map(({ stem, answers }) => [stem, answers])).toEqual([['频率是_____赫兹。', [{ blank: 1, text: '50', credit: 1 }]], ['电压是_____伏。', [{ blank: 1, text: '220', credit: 1 }]]]);
    const choice = await read([p(`${run('1、下列')}${run('不正确', under)}${run('的是')}`), p('A、一'), p(run('B、二', '<w:color w:val="FF0000"/>')), p(`${run('C、', '<w:b/>')}${run('三')}`)].join(''));
    expect([choice.questions.map((question) => [question.stem, right(question)]), choice.problems.map(({ line, code }) => [line, code])]).toEqual([[['下列不正确的是', ['二']]], [[1, 'key-by-emphasis']]]);
  });

  it('has line breaks, raised figures, signs of symbol fonts and pictures, and nothing that was deleted', async () => {
    const relations = { 'word/_rels/document.xml.rels': '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>' };
    const picture = '<w:r><w:drawing><docPr descr="电表"/><blip r:embed="r1"/></w:drawing></w:r>';
    const body = p(`${run('1、10')}${run('3', '<w:vertAlign w:val="superscript"/>')}${run('瓦是一千瓦。')}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>${picture}${run('（')}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${run('）')}`);
    const { questions } = await read(`${body}<w:p>${run('2、甲（A）')}<w:r><w:br/></w:r>${run('A.一 B.二')}</w:p>`, relations);
    expect(questions).toMatchObject([{ type: 'trueFalse', stem: '10³瓦是一千瓦。', media: [{ name: 'image1.png', description: '电表' }] }, { type: 'single', options: [{ text: '一' }, { text: '二' }] }]);
  });

  it('is refused where it is damaged, grows too large, or declares entities', async () => {
    const refusal = (reading: Promise<unknown>) => reading.then(() => 'read', (error: unknown) => (error instanceof TableError ? error.code : 'other'));
    expect(await refusal(read('<w:p>'))).toBe('damaged-file');
    expect(await refusal(read('<w:p/>'.repeat(2_000_000)))).toBe('unpacks-too-large');
    expect(await refusal(read('', {}, { data: `<!DOCTYPE a [<!ENTITY b "c">]><w:document ${names}/>` }))).toBe('xml-forbidden');
    expect(await refusal(read('', {}, { name: 'other.xml' }))).toBe('damaged-file');
  });
});
