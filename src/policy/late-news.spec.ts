import { describe, expect, it } from '@jest/globals';
import { agencyCodes } from './agencies.js';
import { lateNews, type News, newsBlockers, newsInWords, newsOfAdjournment, sectionsTouched } from './late-news.js';
import { adjournReasons, type AdjournReason } from './lifecycle.js';
import { currentQuestionSet } from './questions/published-sets.js';
import { hasSection, sectionPage, sectionsOf, sectionTitle } from './sections.js';

const set = currentQuestionSet('child-assessment');
const codes = Object.keys(lateNews) as News[];

describe('late news', () => {
  it.each(codes.filter((news) => news !== 'AGENCY_ANSWER' && news !== 'OTHER'))(
    '%s touches sections that there are',
    (news) => {
      expect(sectionsTouched({ news }, set)).toEqual(lateNews[news].touches);
    },
  );

  it.each(agencyCodes)('an answer of %s touches its own check and at least one section', (about) => {
    const [own, ...others] = sectionsTouched({ news: 'AGENCY_ANSWER', about }, set);
    expect(own).toBe(`agency-checks/${about}`);
    expect(others.length).toBeGreaterThan(0);
  });

  it('is what a panel found missing when it adjourned a case back to preparation, and no other adjournment', () => {
    const reasons = Object.keys(adjournReasons) as AdjournReason[];
    const back = reasons.filter((code) => adjournReasons[code].to === 'PREPARING');
    expect(reasons.filter((code) => newsOfAdjournment(code) !== null)).toEqual(back);
    expect(back.map((news) => sectionsTouched({ news: news as News }, set))).toEqual([
      ...[['voices/child'], ['voices/carer'], ['victims'], ['agency-checks']],
    ]);
  });

  it('leaves out pages that the set of the case has not got', () => {
    const short = { ...set, pages: set.pages.filter(({ slug }) => slug === 'family') };
    const touched = sectionsTouched({ news: 'AGENCY_ANSWER', about: 'CHILDRENS_SOCIAL_CARE' }, short);
    expect(touched).toEqual(['agency-checks/CHILDRENS_SOCIAL_CARE', 'family', 'SAFETY_AND_WELLBEING']);
  });

  it('is said in words, of a code that nobody knows by its code', () => {
    expect(newsInWords({ news: 'AGENCY_ANSWER', about: 'HOUSING' })).toBe('Housing answered');
    expect(newsInWords({ news: 'FROM_A_LATER_VERSION' as News })).toBe('FROM_A_LATER_VERSION');
  });

  it('blocks once for each section that nobody looked at since, at that section', () => {
    const reopened = [
      { section: 'family', news: 'AGENCY_ANSWER', about: 'HOUSING' },
      { section: 'family', news: 'POLICE_INFORMATION' },
      { section: 'RISK_OF_SERIOUS_HARM', news: 'POLICE_INFORMATION' },
      { section: 'behaviour', news: 'POLICE_INFORMATION', settledAt: '2026-11-23T10:00:00.000Z' },
    ] as const;
    const found = newsBlockers({ caseId: 'c1', reopened });
    expect(found.map(({ code, severity, mend }) => [code, severity, mend])).toEqual([
      ['NEWS_NOT_CONSIDERED', 'OVERRIDE', '/cases/c1/assessment/family'],
      ['NEWS_NOT_CONSIDERED', 'OVERRIDE', '/cases/c1/judgements/RISK_OF_SERIOUS_HARM'],
    ]);
    expect(found[0]?.message).toMatch(/\(.+: Housing answered; The police information changed\)$/);
    expect(newsBlockers({ caseId: 'c1', reopened: [] })).toEqual([]);
  });
});

describe('the sections of a preparation', () => {
  it('are all known, have a title and a page of their own', () => {
    const sections = sectionsOf(set);
    expect(sections.filter(({ section }) => !hasSection(set, section))).toEqual([]);
    expect(sections.filter(({ section, title }) => section === title)).toEqual([]);
    expect(new Set(sections.map(({ section }) => sectionPage(section))).size).toBe(sections.length);
  });

  it('are none that nobody made', () => {
    expect(['toString', 'agency-checks/CIRCUS', 'summary', ''].filter((section) => hasSection(set, section))).toEqual(
      [],
    );
    expect(sectionTitle('from-elsewhere')).toBe('from-elsewhere');
  });
});
