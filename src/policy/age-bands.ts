/**
 * An age as a band wide enough not to point at a child. In: whole years, or null. Out: words. Source: house rule.
 */
export function ageBand(years: number | null): string {
  if (years === null) return 'Age not known';
  if (years < 14) return '13 or younger';
  return years < 16 ? '14 or 15' : '16 or older';
}
