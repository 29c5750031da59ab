export { attachment } from './files.controller.js';
export { FileGone, Files, type NewFile, type StoredFile } from './files.service.js';
export { fileStoreFor, FilesModule } from './files.module.js';
export { byteRange, partOf, type ByteRange } from './byte-range.js';
