import type { ZipPart } from './zip-bytes.js';

export interface SheetXml {
  readonly name: string;
  /** What stands between the tags of `sheetData`, or the whole part where it begins with `<?xml`. */
  readonly data: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly part?: string;
}

export interface WorkbookXml {
  readonly sheets: readonly SheetXml[];
  readonly strings?: string;
  readonly styles?: string;
  readonly date1904?: boolean;
  readonly absoluteTargets?: boolean;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
const relations = (list: string): string => `${head}<Relationships xmlns="${packageRelations}">${list}</Relationships>`;

/** The parts of a small workbook written by hand, to be packed by `zipBytes`. */
export function workbookParts({ sheets, strings, styles, date1904, absoluteTargets }: WorkbookXml): ZipPart[] {
  const base = absoluteTargets ? '/xl/' : '';
  const partOf = (sheet: SheetXml, index: number): string => sheet.part ?? `worksheets/sheet${index + 1}.xml`;
  const listed = sheets
    .map((sheet, i) => `<sheet name="${sheet.name}" sheetId="${i + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="s${i}"/>`)
    .join('');
  const targets = sheets.map((sheet, i) => relation(`s${i}`, 'worksheet', base + partOf(sheet, i))).join('');
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', data: `${head}<Types/>` },
    { name: '_rels/.rels', data: relations(relation('r1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      data: `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations(
        targets +
          (strings === undefined ? '' : relation('t', 'sharedStrings', `${base}sharedStrings.xml`)) +
          (styles === undefined ? '' : relation('y', 'styles', `${base}styles.xml`)),
      ),
    },
  ];
  sheets.forEach((sheet, i) =>
    parts.push({
      name: `xl/${partOf(sheet, i)}`,
      data: sheet.data.startsWith('<?xml')
        ? sheet.data
        : `${head}<worksheet xmlns="${main}"><sheetData>${sheet.data}</sheetData></worksheet>`,
    }),
  );
  if (strings !== undefined) parts.push({ name: 'xl/sharedStrings.xml', data: `${head}<sst xmlns="${main}">${strings}</sst>` });
  if (styles !== undefined) parts.push({ name: 'xl/styles.xml', data: `${head}<styleSheet xmlns="${main}">${styles}</styleSheet>` });
  return parts;
}
