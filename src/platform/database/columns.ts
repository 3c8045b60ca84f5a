import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/**
 * The whole vocabulary of columns. Both databases understand it; nothing else names an SQL type.
 * Days are YYYY-MM-DD, instants ISO 8601 in UTC, ids UUIDs; all three are text and sort as such.
 */
type Options = Pick<ColumnOptions, 'nullable'>;

export const Id = (): PropertyDecorator => PrimaryColumn({ type: 'text' });
export const Text = (options: Options = {}): PropertyDecorator => Column({ type: 'text', ...options });
export const Day = Text;
export const Instant = Text;
export const Reference = Text;
export const Whole = (options: Options = {}): PropertyDecorator => Column({ type: 'integer', ...options });
export const Json = (options: Options = {}): PropertyDecorator => Column({ type: 'simple-json', ...options });
export const Version = Whole;
