import { posix } from 'node:path';
import { numberKind, type NumberKind } from './number-format.js';
import { TableError, type Limits } from './table.js';
import { readXml, type Attributes, type XmlHandler } from './xml.js';
import type { ZipArchive } from './zip-archive.js';

export interface Sheet {
  readonly name: string;
  readonly part: string;
}

/** What has to be known of a workbook before one of its sheets can be read. */
export interface Workbook {
  /** Visible sheets with cells (no charts), in the order of the tabs. */
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
  readonly sharedStrings: string | undefined;
  /** For each cell style, what it makes of a number. */
  readonly numberKinds: readonly NumberKind[];
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
}

/** Lists of sheets, targets and styles are kept in memory: real ones have a few megabytes at most. */
const small = { atMost: 32 * 2 ** 20 };

const onOpen = (open: XmlHandler['open']): XmlHandler => ({ open, close: () => undefined, text: () => undefined });

/** The targets a part refers to; addresses outside the file are left out. */
async function relations(zip: ZipArchive, part: string, limits: Limits): Promise<Relation[]> {
  const list = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  const found: Relation[] = [];
  if (!zip.has(list)) return found;
  const open = (name: string, { Id, Type, Target, TargetMode }: Attributes): void => {
    if (name !== 'Relationship' || !Target || TargetMode === 'External') return;
    const target = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(part), Target);
    found.push({ id: Id ?? '', kind: (Type ?? '').split('/').pop()!, part: target });
  };
  await readXml(zip.read(list, small), onOpen(open), limits);
  return found;
}

const foreign: readonly (readonly [RegExp, string])[] = [
  [/^word\//, 'Word'],
  [/^ppt\//, 'PowerPoint'],
  [/^xl\/workbook\.bin$/, 'XLSB'],
  [/^index\/.*\.iwa$|^index\.zip$/, 'Numbers/Pages'],
  [/^content\.xml$/, 'OpenDocument'],
  [/^ofd\.xml$/, 'OFD'],
];

function refuseForeign(zip: ZipArchive): never {
  const kind = foreign.find(([sign]) => zip.names.some((name) => sign.test(name)))?.[1] ?? 'ZIP';
  throw new TableError('unsupported-format', { format: kind });
}

async function readStyles(zip: ZipArchive, part: string, limits: Limits): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    else if (name === 'cellXfs') inCells = true;
    else if (name === 'xf' && inCells) {
      const id = Number(attributes['numFmtId'] ?? 0);
      kinds.push(numberKind(id, codes.get(id)));
    }
  };
  const close = (name: string): void => {
    if (name === 'cellXfs') inCells = false;
  };
  await readXml(zip.read(part, small), { open, close, text: () => undefined }, limits);
  return kinds;
}

export async function readWorkbook(zip: ZipArchive, limits: Limits): Promise<Workbook> {
  const top = await relations(zip, '', limits);
  const main = top.find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!zip.has(main) || !/^xl\/.*\.xml$/i.test(main)) refuseForeign(zip);
  const parts = await relations(zip, main, limits);
  const listed: { name: string; id: string }[] = [];
  let date1904 = false;
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'workbookPr') date1904 = /^(1|true|on)$/.test(attributes['date1904'] ?? '');
    if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    listed.push({ name: attributes['name'] ?? '', id });
  };
  await readXml(zip.read(main, small), onOpen(open), limits);
  const sheets = listed.flatMap(({ name, id }) => {
    const relation = parts.find((part) => part.id === id);
    return relation?.kind === 'worksheet' ? [{ name, part: relation.part }] : [];
  });
  const partOf = (kind: string): string | undefined =>
    parts.find((part) => part.kind === kind && zip.has(part.part))?.part;
  const styles = partOf('styles');
  return {
    sheets,
    date1904,
    sharedStrings: partOf('sharedStrings'),
    numberKinds: styles === undefined ? [] : await readStyles(zip, styles, limits),
  };
}
