import { PeopleHarmed1700000021000 as migration } from '../../src/platform/database/migrations/people-harmed.js';
import { BeforeMigration } from '../support/before-migration.js';

let before: BeforeMigration;
beforeAll(async () => {
  before = await BeforeMigration.of(migration, 'ALONE');
});
afterAll(() => before.remove());

test('every victim recorded before becomes one record of their own, with what they agreed to', async () => {
  for (const [id, name, consent, reason] of [
    ['v1', `'Zoë Łukasz'`, 'GIVEN', 'null'],
    ['v2', 'null', 'REFUSED', `'Is afraid'`],
    ['v3', `'Zoë Łukasz'`, 'REFUSED', 'null'],
  ]) {
    await before.source.query(
      `insert into victims (id, "caseId", position, kind, name, "contactDetails", statement, "consentToShare",
                            "consentReason", "sameSchoolOrHome", version)
       values ('${id}', 'c1', 1, 'PERSON', ${name}, 'By post', 'Said so', '${consent}', ${reason}, 'NO', 4)`,
    );
  }
  await before.migrate();
  const found = await before.source.query(
    `select v.id, v.statement, h.name, h."nameKey", h."contactDetails", h.consent, h."consentRefusal",
            h."consentReason", h.version
     from victims v join people_harmed h on h.id = v."harmedId" order by v.id`,
  );
  const common = { statement: 'Said so', contactDetails: 'By post', version: 4 };
  expect(found).toMatchObject([
    { ...common, name: 'Zoë Łukasz', consent: 'GIVEN', consentRefusal: null },
    { ...common, nameKey: '', consent: 'REFUSED', consentRefusal: 'OTHER', consentReason: 'Is afraid' },
    { ...common, consent: 'REFUSED', consentRefusal: 'NOT_RECORDED', consentReason: null },
  ]);
  expect(found[0].nameKey).toMatch(/^zoe /);
  expect(await before.source.query('select h.id from people_harmed h')).toHaveLength(3);
});
