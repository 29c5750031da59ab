// A staff list as Excel saves it: shared strings, dates as day numbers with a style, a header, one sheet.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { crc32, deflateRawSync } from 'node:zlib';

const header = ['工号', '姓名', '性别', '单位编码', '岗位', '入职日期', '手机号', '用工性质', '到岗日期', '离职日期'];
const families = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'];
const posts = ['营业员', '综合柜员', '引导员', '收费员', '主管'];

const escape = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The `index`-th person; nothing is random, so that each run reads the same file. */
function person(index, halls) {
  const name = families[index % 20] + given[(index * 7) % 20] + given[(index * 13 + (index >> 5)) % 20];
  const hired = 36_526 + ((index * 37) % 9000); // days of Excel from 2000-01-01 on
  return [String(10_000_001 + index), name, index % 3 ? '女' : '男', `U-${1 + (index % halls)}`, posts[index % 5], hired, `100000${String(index).padStart(5, '0')}`, index % 4 ? '合同制' : '劳务派遣', null, null];
}

function sheetOf(rows, halls) {
  const places = new Map();
  const place = (text) => {
    if (!places.has(text)) places.set(text, places.size);
    return places.get(text);
  };
  const cell = (value, column, row) =>
    value === null ? '' : typeof value === 'number' ? `<c r="${letters[column]}${row}" s="1"><v>${value}</v></c>` : `<c r="${letters[column]}${row}" t="s"><v>${place(value)}</v></c>`;
  const line = (values, row) => `<row r="${row}">${values.map((value, column) => cell(value, column, row)).join('')}</row>`;
  const lines = [line(header, 1)];
  for (let index = 0; index < rows; index++) lines.push(line(person(index, halls), index + 2));
  const sheet = `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`;
  const strings = `<?xml version="1.0" encoding="UTF-8"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${places.size}">${[...places.keys()].map((text) => `<si><t>${escape(text)}</t></si>`).join('')}</sst>`;
  return { sheet, strings };
}

const rels = (entries) => `<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

function parts(rows, halls) {
  const { sheet, strings } = sheetOf(rows, halls);
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return {
    '_rels/.rels': rels([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="人员" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels([['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml'], ['styles', 'styles.xml']]),
    'xl/styles.xml': `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': strings,
    'xl/worksheets/sheet1.xml': sheet,
  };
}

/** Writes the workbook of `rows` people over `halls` halls to `path`. */
export async function writeStaffFile(path, rows, halls) {
  const out = createWriteStream(path);
  const listed = [];
  let offset = 0;
  const write = (buffer) => {
    offset += buffer.length;
    out.write(buffer);
  };
  for (const [name, text] of Object.entries(parts(rows, halls))) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain, { level: 6 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(name.length, 22);
    listed.push({ name, common, offset });
    write(Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name)]));
    write(packed);
  }
  const start = offset;
  for (const { name, common, offset: at } of listed) {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    write(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, rest, Buffer.from(name)]));
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(listed.length, 8);
  end.writeUInt16LE(listed.length, 10);
  end.writeUInt32LE(offset - start, 12);
  end.writeUInt32LE(start, 16);
  out.end(end);
  await once(out, 'finish');
}
