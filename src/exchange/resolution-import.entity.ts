import { Entity } from 'typeorm';
import { FileImported, FileKept } from './import-file.entity.js';

/** A file of police-issued resolutions that was brought in whole. */
@Entity('resolution_imports')
export class ResolutionImport extends FileImported {}

/** A file of police-issued resolutions between its check and its import. */
@Entity('resolution_import_files')
export class ResolutionImportFile extends FileKept {}
