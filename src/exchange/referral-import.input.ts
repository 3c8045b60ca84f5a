import { IsIn, IsOptional, IsUUID, MaxLength, MinLength } from 'class-validator';

/** What stands behind the address when a file is sent to the API. */
export class ReferralImportQuery {
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'A dry run is true or false' })
  dryRun?: 'true' | 'false';

  @IsOptional()
  @IsUUID(undefined, { message: 'The panel area is named by its id' })
  panelAreaId?: string;
}

/** The form in which a file is chosen; `file` is its name, its content comes beside the form. */
export class ReferralFileInput {
  @IsUUID(undefined, { message: 'Select the panel area' })
  panelAreaId: string;

  @MaxLength(500)
  @MinLength(1, { message: 'Choose a CSV file' })
  file: string;
}
