/** Pence as pounds: `2050` as `£20.50`. In: pence. Out: words. Source: house rule. */
export const poundsInWords = (pence: number): string => `£${(pence / 100).toFixed(2)}`;
