/**
 * Who may do what: each permission and the roles that carry it. A role not named has not got it.
 * A person holds a role for a panel area, and may use a permission on the cases of that area alone.
 * Source: the separation of police, youth justice, partner, victim and assurance work in `docs/decisions`, and
 * HM Inspectorate of Probation, Leicestershire 2021, section 3.4 (the author of an assessment does not assure it).
 */
export const roles = {
  ADMINISTRATOR: 'Administrator',
  REFERRING_OFFICER: 'Referring officer',
  YJS_ASSESSOR: 'Youth justice assessor',
  YJS_POLICE_OFFICER: 'Youth justice police officer',
  PARTNER_CONTRIBUTOR: 'Partner contributor',
  VICTIM_WORKER: 'Victim worker',
  PANEL_TEAM_MANAGER: 'Panel team manager',
  PANEL_ADMINISTRATOR: 'Panel administrator',
  PANEL_CHAIR: 'Panel chair',
  PANEL_MEMBER: 'Panel member',
  POLICE_DECISION_MAKER: 'Police decision maker',
  SENIOR_REVIEWER: 'Senior reviewer',
  QA_LEAD: 'Quality assurance lead',
  QA_AUDITOR: 'Quality assurance auditor',
  SCRUTINY_MEMBER: 'Scrutiny panel member',
  OBSERVER: 'Observer',
  DATA_PROTECTION_OFFICER: 'Data protection officer',
} as const;

export type Role = keyof typeof roles;
export const roleCodes = Object.keys(roles) as Role[];

/** Roles held for the whole service; every other role is held for a panel area. */
export const serviceRoles: readonly Role[] = ['ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'];

const panel: readonly Role[] = [
  'YJS_ASSESSOR',
  'YJS_POLICE_OFFICER',
  'PANEL_TEAM_MANAGER',
  'PANEL_ADMINISTRATOR',
  'PANEL_CHAIR',
  'PANEL_MEMBER',
  'POLICE_DECISION_MAKER',
  'SENIOR_REVIEWER',
];
const readers: readonly Role[] = [...panel, 'QA_LEAD', 'QA_AUDITOR'];

export const permissions = {
  'area.administer': ['ADMINISTRATOR'],
  'person.administer': ['ADMINISTRATOR'],
  'letter-template.administer': ['ADMINISTRATOR'],
  'calendar.administer': ['ADMINISTRATOR'],
  'disposal.administer': ['ADMINISTRATOR'],
  'trail.read': ['DATA_PROTECTION_OFFICER'],

  'case.refer': ['REFERRING_OFFICER', 'YJS_POLICE_OFFICER', 'PANEL_TEAM_MANAGER'],
  'case.import': ['PANEL_TEAM_MANAGER', 'YJS_POLICE_OFFICER'],
  'case.read': readers,
  'case.list': readers,
  'child.match': ['PANEL_TEAM_MANAGER', 'YJS_POLICE_OFFICER', 'YJS_ASSESSOR'],
  'disposal.record': ['YJS_POLICE_OFFICER', 'PANEL_TEAM_MANAGER', 'YJS_ASSESSOR', 'POLICE_DECISION_MAKER'],
  'resolution.register': ['REFERRING_OFFICER', 'YJS_POLICE_OFFICER', 'PANEL_TEAM_MANAGER'],
  'resolution.import': ['PANEL_TEAM_MANAGER', 'YJS_POLICE_OFFICER'],
  'resolution-sample.read': readers,
  'resolution-sample.draw': ['PANEL_TEAM_MANAGER', 'PANEL_ADMINISTRATOR', 'QA_LEAD'],
  'resolution.review': ['PANEL_CHAIR', 'PANEL_MEMBER', 'PANEL_TEAM_MANAGER', 'SENIOR_REVIEWER', 'QA_LEAD'],
  'resolution.tell-police': ['PANEL_CHAIR', 'PANEL_TEAM_MANAGER', 'YJS_POLICE_OFFICER', 'QA_LEAD'],
  'case.manage': ['PANEL_TEAM_MANAGER'],
  /** Limits a case to named people, and says for whom it exists. */
  'case.restrict': ['PANEL_TEAM_MANAGER'],
  /** Opens a restricted case in an emergency, for an hour and with a reason. */
  'restricted-case.open': [...readers, 'VICTIM_WORKER'],
  'case.link': ['YJS_ASSESSOR', 'YJS_POLICE_OFFICER', 'PANEL_TEAM_MANAGER'],
  'case.return': ['PANEL_TEAM_MANAGER', 'YJS_POLICE_OFFICER', 'PANEL_CHAIR', 'POLICE_DECISION_MAKER'],
  'police-information.record': ['YJS_POLICE_OFFICER', 'PANEL_TEAM_MANAGER', 'POLICE_DECISION_MAKER'],

  'check.request': ['YJS_ASSESSOR', 'PANEL_TEAM_MANAGER', 'PANEL_ADMINISTRATOR'],
  'check.answer': [
    'PARTNER_CONTRIBUTOR',
    'YJS_ASSESSOR',
    'YJS_POLICE_OFFICER',
    'PANEL_TEAM_MANAGER',
    'PANEL_ADMINISTRATOR',
  ],
  'victim.read-identity': ['VICTIM_WORKER', 'YJS_POLICE_OFFICER', 'PANEL_TEAM_MANAGER'],
  'victim.record': ['VICTIM_WORKER', 'YJS_POLICE_OFFICER', 'PANEL_TEAM_MANAGER'],

  'case.assess': ['YJS_ASSESSOR', 'PANEL_TEAM_MANAGER'],
  'case.sign-off': ['PANEL_TEAM_MANAGER'],
  'repeat.review': ['SENIOR_REVIEWER'],
  'voice.approve': ['PANEL_TEAM_MANAGER'],

  'meeting.read': readers,
  'meeting.arrange': ['PANEL_ADMINISTRATOR', 'PANEL_TEAM_MANAGER'],
  'meeting.run': ['PANEL_CHAIR', 'PANEL_ADMINISTRATOR'],
  /** Is written down as present, and steps out of a case there. */
  'meeting.sit': panel,
  'meeting.observe': ['OBSERVER'],
  /** Whoever does not read cases sees what was asked of them or their agency, and no more of the case. */
  'panel-action.complete': [...panel, 'PARTNER_CONTRIBUTOR', 'VICTIM_WORKER', 'REFERRING_OFFICER'],
  /** Whoever works on a case or audits it may step out of it; which cases these are is in `cases/visible-cases.ts`. */
  'conflict.declare': [...readers, 'VICTIM_WORKER', 'PARTNER_CONTRIBUTOR', 'REFERRING_OFFICER'],
  'conflict.lift': ['PANEL_TEAM_MANAGER'],
  'agency-view.give': panel,
  'discussion.open': ['PANEL_CHAIR'],
  'discussion.note': ['PANEL_CHAIR', 'PANEL_ADMINISTRATOR'],
  'recommendation.record': ['PANEL_CHAIR', 'PANEL_ADMINISTRATOR'],
  'gate.override': ['PANEL_CHAIR', 'PANEL_TEAM_MANAGER', 'POLICE_DECISION_MAKER'],
  'case.escalate': ['PANEL_CHAIR', 'PANEL_TEAM_MANAGER', 'POLICE_DECISION_MAKER'],
  'police-decision.record': ['POLICE_DECISION_MAKER'],
  'outcome.record': ['YJS_POLICE_OFFICER', 'POLICE_DECISION_MAKER', 'PANEL_TEAM_MANAGER'],
  'record.undo': [
    'PANEL_CHAIR',
    'PANEL_ADMINISTRATOR',
    'POLICE_DECISION_MAKER',
    'YJS_POLICE_OFFICER',
    'PANEL_TEAM_MANAGER',
  ],
  'record.correct': ['PANEL_ADMINISTRATOR', 'PANEL_TEAM_MANAGER', 'POLICE_DECISION_MAKER'],
  'record.review': ['SENIOR_REVIEWER', 'POLICE_DECISION_MAKER'],
  'prosecutor.refer': ['POLICE_DECISION_MAKER', 'YJS_POLICE_OFFICER'],
  'escalation.settle': ['SENIOR_REVIEWER', 'POLICE_DECISION_MAKER'],
  'escalation.acknowledge': ['PANEL_CHAIR'],
  /** Says what follows conditions that were not kept; the decision is for police or the prosecutor. */
  'failure.decide': ['POLICE_DECISION_MAKER', 'YJS_POLICE_OFFICER'],
  'duty.complete': [
    'YJS_ASSESSOR',
    'YJS_POLICE_OFFICER',
    'PANEL_TEAM_MANAGER',
    'POLICE_DECISION_MAKER',
    'VICTIM_WORKER',
  ],
  /** Names who is asked in a step where nobody is named, or in the place of a senior who is away. */
  'escalation.name-senior': ['PANEL_CHAIR', 'PANEL_TEAM_MANAGER', 'PANEL_ADMINISTRATOR'],
  'delivery.record': ['YJS_ASSESSOR', 'YJS_POLICE_OFFICER', 'PANEL_TEAM_MANAGER'],
  'letter.write': ['YJS_ASSESSOR', 'YJS_POLICE_OFFICER', 'PANEL_TEAM_MANAGER', 'PANEL_ADMINISTRATOR'],

  'audit.plan': ['QA_LEAD'],
  'audit.read': ['QA_LEAD', 'QA_AUDITOR'],
  'audit.complete': ['QA_LEAD', 'QA_AUDITOR'],
  'measure.read': ['QA_LEAD'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/**
 * What takes a case further, decides over the child, or says who is asked: on a restricted case it is for those named on it, and
 * not for whoever opened it for an hour. Source: house rule, `docs/decisions/0018-a-closed-case-is-not-there.md`.
 */
export const forThoseNamed: readonly Permission[] = [
  ...(['case.manage', 'case.link', 'case.return', 'case.sign-off', 'case.escalate', 'conflict.lift'] as const),
  ...(['repeat.review', 'voice.approve', 'discussion.open', 'discussion.note'] as const),
  ...(['recommendation.record', 'police-decision.record'] as const),
  ...(['prosecutor.refer', 'escalation.settle', 'escalation.name-senior', 'escalation.acknowledge'] as const),
  ...(['outcome.record', 'failure.decide', 'record.undo', 'record.correct', 'record.review'] as const),
];

/** True when the role carries the permission. */
export const carries = (role: Role, permission: Permission): boolean =>
  (permissions[permission] as readonly Role[]).includes(role);
