const AT_ONCE = 400;

/** Keys in parts of a size that a statement may hold. */
export function* inParts(keys: readonly string[]): Generator<string[]> {
  for (let start = 0; start < keys.length; start += AT_ONCE) yield keys.slice(start, start + AT_ONCE);
}
