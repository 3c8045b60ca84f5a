/**
 * Where the rules come from. `checkedOn` is the day on which the rule was last held against what is known of its text;
 * null says that it rests on general knowledge of the field and has not been held against the text yet. Such a rule may
 * warn or ask for a reason, but never stops anyone without remedy.
 */
export type Source = { readonly citation: string; readonly checkedOn: string | null };

const checked = (citation: string): Source => ({ citation, checkedOn: '2026-11-22' });
const unchecked = (citation: string): Source => ({ citation, checkedOn: null });

export const sources = {
  hmipAssessment: checked('HMIP 2021 (Leicestershire) section 3.1 and Annexe 2, standard 3.1'),
  hmipEarlierBehaviour: checked(
    'HMIP 2021 (Leicestershire) sections 3.1 and 3.3: linked arrests and intelligence were not considered',
  ),
  hmipArrestReason: checked('HMIP 2021 (Leicestershire) section 3.3: cannabis found on an arrest for burglary'),
  hmipPlanning: checked('HMIP 2021 (Leicestershire) section 3.2 and Annexe 2, standard 3.2'),
  hmipPanel: checked('HMIP 2021 (Leicestershire) section 3.4 and Annexe 2'),
  hmipVictims: checked('HMIP 2021 (Leicestershire) Annexe 2, standards 3.1 and 3.2; YJB key performance indicator 10'),
  hmipDiversity: checked('HMIP 2021 (Leicestershire) section 3.4 and recommendations 3 and 6'),
  leicesterPlan: checked('Leicester City Youth Justice Plan 2025 to 2030, section 8 (management assurance)'),
  leicesterPriorities: checked('Leicester City Youth Justice Plan 2025 to 2030, section 9 (priorities)'),
  leicesterMeetings: checked(
    'Leicester City Youth Justice Plan 2025 to 2030, section 8; HMIP 2025 (Leicester City), assessing and delivery',
  ),
  speechAndLanguage: checked(
    'HMIP 2025 (Leicester City) recommendation 3; Leicester City Youth Justice Plan 2025 to 2030, section 9',
  ),
  riskLevels: checked('Youth Justice Board guidance on levels of risk; HMIP 2021 (Leicestershire) section 3.1'),
  reoffendingLevels: unchecked('Youth Justice Board, likelihood of reoffending: a score, and a judgement with reasons'),
  hmipLateNews: checked(
    'HMIP 2025 (Leicester City), on planning: new information from police “was not being evaluated”; house rule',
  ),
  localRepeats: checked('Local rule: Leicestershire panel policy, as described in HMIP 2021 section 3.4'),
  repeatCautions: checked(
    'Leeds out-of-court panel: safeguards against “inappropriate repeat cautioning”; from how many on is a house rule',
  ),
  panelPractice: checked('Local practice, for each panel area to choose; no inspection or guidance asks for it'),
  leastCriminalising: checked(
    'Leicester City Youth Justice Plan 2025 to 2030, “Putting our children and victims first”: no child is criminalised unnecessarily',
  ),
  gravity: checked('NPCC Child Gravity Matrix 2023, as updated in February 2025'),
  gravityFactors: unchecked('NPCC Child Gravity Matrix: factors move a score by one at most, however many there are'),
  borderline: checked('NPCC Child Gravity Matrix, February 2025: joint decisions, above all where charge is near'),
  trainedStaff: checked('HMIP 2021 (Leicestershire) section 1.2: who is given harmful sexual behaviour and high risk'),
  communityResolution: checked('NPCC guidance on community resolutions'),
  outcome22: checked('NPCC guidance on Outcome 22; Home Office counting rules'),
  outcome21: checked('Home Office counting rules, Outcome 21'),
  dated: checked('Home Office crime outcomes framework; Outcome 23 from February 2026'),
  tenYears: checked('Children and Young Persons Act 1933 s50'),
  cautionAge: checked('Crime and Disorder Act 1998 s66ZA and s66A'),
  cautionEvidence: checked('Crime and Disorder Act 1998 s66ZA(1)(a) and s66B(1) and (2)'),
  chargeEvidence: unchecked("Director's Guidance on Charging: the full code test, or the threshold test"),
  cautionAdmission: checked('Crime and Disorder Act 1998 s66ZA(1)(b) and s66B(3)'),
  cautionExplained: checked('Crime and Disorder Act 1998 s66ZA and s66B(4)'),
  cautionAdult: checked(
    'Crime and Disorder Act 1998 s66ZA and s66B, as amended by Criminal Justice and Courts Act 2015 s41',
  ),
  conditionalConsent: checked('Crime and Disorder Act 1998 s66B(5)'),
  conditionalObjects: checked('Crime and Disorder Act 1998 s66A(3)'),
  conditionalPenalty: checked('Crime and Disorder Act 1998 s66C; SI 2013/608'),
  conditionalHours: unchecked('Crime and Disorder Act 1998 s66A(5): at most 20 hours'),
  conditionalWeeks: unchecked('DPP guidance on youth conditional cautions: 16 weeks, exceptionally 20'),
  adultScheme: unchecked(
    'Crime and Disorder Act 1998 s66ZA and s66A reach children under 18; from 18 the adult scheme applies',
  ),
  limitation: unchecked("Magistrates' Courts Act 1980 s127: six months for summary offences"),
  prosecutorAdvises: unchecked(
    'House rule, on Director’s Guidance on Charging: police decide on a disposal out of court, the prosecutor advises',
  ),
  prosecutor: unchecked("Director's Guidance on Charging: indictable-only offences need the prosecutor"),
  notification: unchecked('Sexual Offences Act 2003 s80 and Schedule 3'),
  domesticHate: unchecked("Director's Guidance on Charging; NPCC guidance on domestic abuse and hate crime"),
  firstTimeEntrant: checked('Ministry of Justice definition of a first-time entrant (cautions and convictions)'),
  exploitation: unchecked('Modern Slavery Act 2015 s45 and the National Referral Mechanism guidance'),
  outcome20: unchecked('Home Office counting rules, Outcome 20'),
  nfaReason: checked('Home Office crime outcomes framework, outcomes 9 to 17 and 21'),
  childInformationForm: checked(
    'NPCC Child Gravity Matrix, as updated in February 2025: Child Information Form from 1 February 2025',
  ),
  policeDecide: checked('NPCC Child Gravity Matrix 2025: the decision is for the police'),
  afterCaution: checked('Crime and Disorder Act 1998 s66ZB(1) to (3)'),
  childVictims: unchecked(
    'Code of Practice for Victims of Crime: a victim under 18 is told in words they understand, and a parent or guardian has the rights beside them; on Outcome 21 as held against the project’s reference (domain 1.5)',
  ),
  victimsCode: unchecked('Code of Practice for Victims of Crime: told within five working days, or one'),
  assessmentDays: unchecked(
    'YJB out-of-court case management guidance 2014: ten working days to assess; verify, the page in force may differ',
  ),
  decisionDays: unchecked(
    'YJB out-of-court case management guidance 2014: assessed and police informed within 15 working days of bail, here counted from the referral; verify, the page in force may differ',
  ),
  bail: unchecked('Police and Criminal Evidence Act 1984 Part IV: the day to which police bailed the child'),
  resolutionNotEnforced: unchecked('NPCC guidance on community resolutions: they cannot be enforced'),
  outcome23: checked('Centre for Justice Innovation on Outcomes 22 and 23, 2026: the decision to prosecute stands'),
  cautionVoluntary: unchecked('Crime and Disorder Act 1998 s66ZB; Youth Justice Legal Centre on youth cautions'),
  conditionalVariation: unchecked('Crime and Disorder Act 1998 s66D: conditions are varied with the child’s consent'),
  conditionalFailure: unchecked('Crime and Disorder Act 1998 s66E: failure without reasonable excuse'),
  record: checked('House rule: what keeps the record itself sound'),
  house: checked('House rule'),
} as const satisfies Record<string, Source>;
