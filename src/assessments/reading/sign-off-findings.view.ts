import { section, type Section } from '../../platform/web/sections.js';
import { instantInWords } from '../../platform/web/words.js';
import type { CaseRead } from './read-case.js';

/**
 * What the manager who signed found not met, first and in full, so that the panel decides knowing it. In: the picture.
 * Out: one section where a sign-off stands. Source: HMIP 2021 (Leicestershire) section 3.4 on management assurance.
 */
export function signOffSections({ signOff }: Pick<CaseRead, 'signOff'>): Section[] {
  if (!signOff) return [];
  const { signedBy, signedAt, criteria } = signOff;
  const notMet = criteria.filter(({ met }) => !met);
  const note = [
    `Signed off by ${signedBy}, ${instantInWords(signedAt)}.`,
    criteria.length === 0 ? 'No criteria were asked then.' : '',
    criteria.length > 0 && notMet.length === 0 ? 'Every criterion was met.' : '',
    notMet.length > 0 ? `Not met: ${notMet.length} of ${criteria.length} criteria.` : '',
  ];
  const rows = criteria
    .filter(({ met, comment }) => !met || comment)
    .toSorted((one, other) => Number(one.met) - Number(other.met))
    .map(({ ask, met, comment }) => ({ key: ask, value: `${met ? 'Met' : 'Not met'}: ${comment ?? ''}` }));
  return [section('sign-off', 'What the manager found on signing', rows, { note: note.filter(Boolean).join(' ') })];
}
