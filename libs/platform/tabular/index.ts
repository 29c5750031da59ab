export { openTable, readHead, type OpenOptions } from './open-table.js';
export { decodedText, textEncoding } from './text-encoding.js';
export { readXml, type Attributes, type XmlHandler } from './xml.js';
export { ZipArchive } from './zip-archive.js';
export {
  defaultLimits,
  isCellError,
  TableError,
  type Cell,
  type CellError,
  type Encoding,
  type Limits,
  type Progress,
  type RawRow,
  type Table,
} from './table.js';
export {
  date,
  dateTime,
  identifier,
  integer,
  isBlank,
  month,
  name,
  number,
  oneOf,
  share,
  shown,
  text,
  within,
  yesNo,
  type Parser,
} from './cells.js';
export { defineColumns, type Column, type Columns, type Field, type Mapping, type Values } from './columns.js';
export { recogniseHeader, type HeaderRecognition, type Suggestion, type TitledColumn } from './recognise-header.js';
export {
  HeaderNotRecognised,
  previewTable,
  readRecords,
  type Batch,
  type Preview,
  type Problem,
  type RawText,
  type ReadOptions,
  type SkippedRow,
  type TableRecord,
} from './read-records.js';
export {
  csvText,
  failedRowsStream,
  sheetsWorkbook,
  tableWorkbook,
  writeFailedRows,
  writeTemplate,
  type FailedRow,
  type TemplateOptions,
  type WrittenSheet,
} from './write-table.js';
export {
  cellErrors,
  skipReasons,
  tableErrors,
  type CellErrorCode,
  type SkipReason,
  type TableErrorCode,
} from './phrases.js';
