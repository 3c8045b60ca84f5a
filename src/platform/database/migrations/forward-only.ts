import type { MigrationInterface, QueryRunner } from 'typeorm';

export abstract class ForwardOnly implements MigrationInterface {
  abstract up(runner: QueryRunner): Promise<void>;

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore the backup instead');
  }
}
