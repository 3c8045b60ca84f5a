/** What says how much is too much; of what is missing it is not the reason. */
const limits: readonly string[] = ['maxLength', 'arrayMaxSize', 'max', 'min', 'arrayUnique'];

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The messages of a value that does not fit, the one first that says what is wrong with it: that it is missing, if it is. */
export function mainFaults({
  value,
  constraints = {},
}: {
  value?: unknown;
  constraints?: Record<string, string>;
}): string[] {
  const found = Object.entries(constraints);
  const ofLimits = found.filter(([name]) => limits.includes(name));
  const others = found.filter(([name]) => !limits.includes(name));
  return (isMissing(value) ? [...others, ...ofLimits] : found).map(([, message]) => message);
}
