import { v7 } from 'uuid';

/** A new id: a UUID of version 7, so that rows sort by the time they were made. */
export const newId = (): string => v7();

/** Whatever has a name beside its id: a person, a panel area. */
export type Named = { readonly id: string; readonly name: string };
