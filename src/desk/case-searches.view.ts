import { ageOn } from '../policy/days.js';
import { states } from '../policy/lifecycle.js';
import { answerRows } from '../platform/web/form-answers.js';
import { searchFields } from './case-search.fields.js';
import type { SearchPageInput } from './case-search.input.js';
import type { CasesFound } from './search-cases.js';

/** The results of a search as their page prints them; the title says nothing of what was looked for. */
export function resultsPage(
  searchId: string,
  { after, limit }: SearchPageInput,
  { items, next, criteria }: CasesFound,
  today: string,
): object {
  const page = `/case-searches/${searchId}`;
  const rest = limit === undefined ? '' : `&limit=${limit}`;
  return {
    title: 'What your search found',
    back: '/case-searches',
    criteria: answerRows(searchFields, criteria)
      .filter(({ answer }) => answer)
      .map(({ ask, answer }) => ({ key: ask, value: answer })),
    rows: items.map(({ givenName, familyName, ...item }) => ({
      ...item,
      name: `${givenName} ${familyName}`,
      age: ageOn(item.dateOfBirth, today),
      stateText: states[item.state],
    })),
    newer: after ? page : undefined,
    older: next ? `${page}?after=${next}${rest}` : undefined,
  };
}
