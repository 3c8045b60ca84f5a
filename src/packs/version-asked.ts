/** Which version of a pack somebody asks for: the newest issued, what stands now, or one by its name in the address. */
export type VersionAsked = 'NEWEST' | 'DRAFT' | { readonly name: string };

/** From the last part of an address, such as `draft` or `2`. */
export const versionAsked = (name: string): VersionAsked => (name === 'draft' ? 'DRAFT' : { name });
