import type { NextFunction, Response } from 'express';
import { agencies } from '../../policy/agencies.js';
import { may } from '../actor.js';
import type { Permission } from '../../policy/permissions.js';
import type { Config } from '../config.js';
import { csrfToken } from './csrf.js';
import type { RequestWithActor } from './requires.js';

type Place = { text: string; href: string; needs?: Permission };

/** The top level of the service. A person is shown the places their roles open. */
const places: readonly Place[] = [
  { text: 'Your work', href: '/' },
  { text: 'Cases', href: '/cases', needs: 'case.list' },
  { text: 'Search', href: '/case-searches', needs: 'case.list' },
  { text: 'Open a restricted case', href: '/restricted-access', needs: 'restricted-case.open' },
  { text: 'Refer', href: '/referrals', needs: 'case.refer' },
  { text: 'Import', href: '/referral-imports', needs: 'case.import' },
  { text: 'Police-issued resolutions', href: '/police-issued-resolutions', needs: 'resolution.register' },
  { text: 'Resolution reviews', href: '/resolution-samples', needs: 'resolution-sample.read' },
  { text: 'Agency checks', href: '/agency-checks', needs: 'check.answer' },
  { text: 'Victims', href: '/victims', needs: 'victim.record' },
  { text: 'Meetings', href: '/meetings', needs: 'meeting.read' },
  { text: 'Observing', href: '/observed-meetings', needs: 'meeting.observe' },
  { text: 'Absences', href: '/covers', needs: 'case.manage' },
  { text: 'Audits', href: '/audit-plans', needs: 'audit.read' },
  { text: 'New referrals', href: '/measures/new-referrals', needs: 'measure.read' },
  { text: 'People', href: '/people', needs: 'person.administer' },
  { text: 'Panel areas', href: '/panel-areas', needs: 'area.administer' },
  { text: 'Letter templates', href: '/letter-templates', needs: 'letter-template.administer' },
  { text: 'Bank holidays', href: '/bank-holidays', needs: 'calendar.administer' },
  { text: 'Disposals', href: '/disposals', needs: 'disposal.administer' },
  { text: 'Trail', href: '/trail', needs: 'trail.read' },
  { text: 'Rules', href: '/rules' },
];

/** What every page shows around its content: who is signed in, where they can go, and the form token. */
export const frame =
  ({ isDemonstration }: Config) =>
  (request: RequestWithActor, response: Response, next: NextFunction): void => {
    const { actor, path } = request;
    if (path.startsWith('/api/')) return next();
    Object.assign(response.locals, {
      path,
      serviceName: 'Joint Decision Panel',
      demonstration: isDemonstration,
      actor: actor ? { id: actor.personId, name: actor.name, agency: agencies[actor.agency] } : null,
      navigation: actor
        ? places
            .filter(({ needs }) => !needs || may(actor, needs))
            .map(({ text, href }) => ({ text, href, current: href === '/' ? path === '/' : path.startsWith(href) }))
        : [],
    });
    Object.defineProperty(response.locals, 'csrfToken', { enumerable: true, get: () => csrfToken(request) });
    return next();
  };
