import { gravityFactors } from '../policy/gravity-factors.js';
import { featuresIn } from '../policy/offence-classes.js';
import type { DraftAnswers, OffenceAnswers } from './draft-answers.js';
import { OTHER_CLASS } from './offence-pages.fields.js';

type Body = Record<string, unknown>;

/** A draft as the body that the API takes. What was not answered is left out, so that the check of the body names it. */
export function assembleReferral(answers: DraftAnswers): Body {
  const { start, child, ethnicity, offences = [], crime, evidence, adult, victims = [], noVictim } = answers;
  const isKnown = start.childIs === 'KNOWN';
  return withoutMissing({
    panelAreaId: start.panelAreaId,
    childId: isKnown ? start.childId : undefined,
    child: isKnown ? undefined : child && withoutMissing({ ...child, ethnicity }),
    offences: offences.map(offenceFrom),
    ...crime,
    ...evidence,
    appropriateAdult: adult?.isNamed === 'YES' ? { name: adult.name, relationship: adult.relationship } : undefined,
    victims: victims.length > 0 ? victims : undefined,
    noIdentifiableVictim: victims.length > 0 ? undefined : noVictim,
  });
}

function offenceFrom({ listedClass, homeOfficeClass, indictableOnly, features, ...more }: OffenceAnswers): Body {
  const { date, description, gravity } = more;
  return withoutMissing({
    ...{ date, description, features: features && featuresIn(features) },
    homeOfficeClass: listedClass === OTHER_CLASS ? homeOfficeClass : listedClass,
    indictableOnly: indictableOnly === 'NOT_KNOWN' ? undefined : indictableOnly === 'YES',
    gravity: gravity?.isScored === 'YES' ? gravityFrom(gravity) : undefined,
  });
}

const gravityFrom = ({
  edition,
  startScore,
  finalScore,
  factors = [],
}: NonNullable<OffenceAnswers['gravity']>): Body => ({
  edition,
  startScore: Number(startScore),
  factors: factors.map(({ code, evidence }) => ({ code, kind: gravityFactors[code].kind, evidence })),
  finalScore: Number(finalScore),
});

const withoutMissing = (body: Body): Body =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
