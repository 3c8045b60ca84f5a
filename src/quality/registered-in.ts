import sql, { type Sql } from 'sql-template-tag';
import { isRegistered } from '../children/registered.js';
import { addToMonth } from '../policy/resolution-review.js';
import { instantOf } from '../panels/starts-at.js';

/** The instant at which a month begins in England and Wales. */
export const monthBegins = (month: string): string => instantOf(`${month}-01T00:00`) ?? '';

/**
 * The resolutions registered in a month, as a condition on `d`. A month of registrations is closed once it is over: what is
 * registered late falls in the month of its registration, so that none escapes and the same sample can be drawn again. What was
 * set aside as recorded wrongly is none, unless it was drawn before.
 */
export const registeredIn = (from: string, to: string): Sql => sql`
  (d."setAside" is null or exists (select 1 from sampled_resolutions x where x."disposalId" = d.id))
  and ${isRegistered('d')} and d."recordedAt" >= ${monthBegins(from)} and d."recordedAt" < ${monthBegins(addToMonth(to, 1))}`;
