/** Items by a key, or what is taken of each, in the order in which they came. Node.js 20 has no `Map.groupBy`. */
export function grouped<Item, Key, Value = Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
  valueOf = (item: Item): Value => item as unknown as Value,
): Map<Key, Value[]> {
  const found = new Map<Key, Value[]>();
  for (const item of items) {
    const [key, value] = [keyOf(item), valueOf(item)];
    const before = found.get(key);
    if (before) before.push(value);
    else found.set(key, [value]);
  }
  return found;
}
