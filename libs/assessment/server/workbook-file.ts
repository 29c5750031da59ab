import { attachment } from '@skillhall/platform/files';
import { tableWorkbook } from '@skillhall/platform/tabular';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table as a workbook to be kept. Every cell is text, so that no name is run as a formula; nothing on the way stores it. */
export async function workbookFile(reply: FastifyReply, title: string, sheet: string, header: readonly string[], rows: readonly (readonly string[])[]): Promise<StreamableFile> {
  const book = await tableWorkbook(sheet, header, rows);
  void reply.header('cache-control', 'private, no-store');
  return new StreamableFile(book, { type: spreadsheet, disposition: attachment(`${title}-${sheet}.xlsx`) });
}
