import { readSharedStrings } from './shared-strings.js';
import { SheetRows } from './sheet-rows.js';
import { batchSize, TableError, type Limits, type Progress, type RawRow, type Table } from './table.js';
import { readWorkbook, type Sheet, type Workbook } from './workbook.js';
import { parseItems } from './plain-items.js';
import { plainRows } from './plain-rows.js';
import { ZipArchive } from './zip-archive.js';

function chooseSheet({ sheets }: Workbook, wanted: string | undefined): Sheet {
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted);
  if (sheet) return sheet;
  if (wanted === undefined) throw new TableError('no-visible-sheet');
  throw new TableError('sheet-not-found', { sheet: wanted });
}

async function* sheetRows(
  path: string,
  workbook: Workbook,
  { part }: Sheet,
  limits: Limits,
  onProgress: Progress | undefined,
): AsyncGenerator<RawRow[], void, undefined> {
  const zip = await ZipArchive.open(path, limits);
  try {
    const { sharedStrings } = workbook;
    const strings = sharedStrings === undefined ? [] : await readSharedStrings(zip.read(sharedStrings), limits);
    const gathered = new SheetRows({ ...workbook, strings, limits });
    for await (const _ of parseItems(zip.read(part, { onProgress }), gathered, plainRows(gathered), limits)) {
      if (gathered.rows.length < batchSize) continue;
      const batch = gathered.rows;
      gathered.rows = [];
      yield batch;
    }
    if (gathered.rows.length > 0) yield gathered.rows;
  } finally {
    zip.close();
  }
}

export async function openXlsx(
  path: string,
  wanted: string | undefined,
  limits: Limits,
  onProgress?: Progress,
): Promise<Table> {
  const zip = await ZipArchive.open(path, limits);
  try {
    const workbook = await readWorkbook(zip, limits);
    const sheet = chooseSheet(workbook, wanted);
    return {
      format: 'xlsx',
      sheetName: sheet.name,
      sheetNames: workbook.sheets.map(({ name }) => name),
      rows: () => sheetRows(path, workbook, sheet, limits, onProgress),
    };
  } finally {
    zip.close();
  }
}
