import { Entity } from 'typeorm';
import { FileImported, FileKept } from './import-file.entity.js';

/** A file of referrals that was brought in whole. */
@Entity('referral_imports')
export class ReferralImport extends FileImported {}

/** A file of referrals between its check and its import. */
@Entity('referral_import_files')
export class ReferralImportFile extends FileKept {}
