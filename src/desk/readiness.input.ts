import { IsIn, IsOptional } from 'class-validator';

export const readinessFor = ['SIGN_OFF', 'LIST', 'RECOMMEND', 'RECORD_OUTCOME'] as const;
export type ReadinessFor = (typeof readinessFor)[number];

export class ReadinessInput {
  /** Left out: what comes next for the case. */
  @IsOptional()
  @IsIn(readinessFor, { message: `Ask for ${readinessFor.join(', ')}` })
  for?: ReadinessFor;
}
