export { attachment } from './files.controller.js';
export { Files, type NewFile, type StoredFile } from './files.service.js';
export { fileStoreFor, FilesModule } from './files.module.js';
