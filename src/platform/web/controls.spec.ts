import { describe, expect, it } from '@jest/globals';
import { formPage } from './form.js';
import type { Field } from './form-fields.js';
import { templates } from './nunjucks.js';

/** What GOV.UK Frontend's own macros print for the same controls, given the same ids. */
const GOVUK = `
{% from "govuk/components/character-count/macro.njk" import govukCharacterCount %}
{% from "govuk/components/checkboxes/macro.njk" import govukCheckboxes %}
{% from "govuk/components/date-input/macro.njk" import govukDateInput %}
{% from "govuk/components/input/macro.njk" import govukInput %}
{% from "govuk/components/radios/macro.njk" import govukRadios %}
{% from "govuk/components/select/macro.njk" import govukSelect %}
{% macro print(control) %}
  {% set label = { text: control.label, classes: "govuk-label--s" } %}
  {% set fieldset = { legend: { text: control.label, classes: "govuk-fieldset__legend--s" } } %}
  {% set hint = { text: control.hint } if control.hint else undefined %}
  {% set error = { text: control.error } if control.error else undefined %}
  {% set items = [] %}
  {% if control.kind == "TEXT" %}
    {{ govukInput({ id: control.id, name: control.name, label: label, hint: hint, errorMessage: error, value: control.value, classes: "govuk-!-width-two-thirds", attributes: { maxlength: control.limit } }) }}
  {% elif control.kind == "NUMBER" %}
    {{ govukInput({ id: control.id, name: control.name, label: label, hint: hint, errorMessage: error, value: control.value, inputmode: "numeric", classes: "govuk-input--width-5" }) }}
  {% elif control.kind == "LONG_TEXT" %}
    {{ govukCharacterCount({ id: control.id, name: control.name, label: label, hint: hint, errorMessage: error, value: control.value, maxlength: control.limit, rows: 5, threshold: 50 }) }}
  {% elif control.kind == "DAY" %}
    {% for part in control.dayParts %}{% set items = (items.push({ id: part.id, name: part.name, label: part.label, value: part.value, classes: "govuk-input--width-4" if loop.last else "govuk-input--width-2" }), items) %}{% endfor %}
    {{ govukDateInput({ id: control.id, fieldset: fieldset, hint: hint, errorMessage: error, items: items }) }}
  {% elif control.kind == "SELECT" %}
    {% set items = [{ value: "", text: "Choose" }] %}
    {% for choice in control.choices %}{% set items = (items.push({ value: choice.value, text: choice.label, selected: choice.isChosen }), items) %}{% endfor %}
    {{ govukSelect({ id: control.id, name: control.name, label: label, hint: hint, errorMessage: error, items: items }) }}
  {% else %}
    {% for choice in control.choices %}
      {% set revealed %}{% for inner in choice.reveals %}<p class="jdp-only-if">{{ inner.onlyIf }}</p>{{ print(inner) }}{% endfor %}{% endset %}
      {% if choice.divider %}{% set items = (items.push({ divider: "or" }), items) %}{% endif %}
      {% set items = (items.push({ id: choice.id, value: choice.value, text: choice.label, hint: { text: choice.hint } if choice.hint else undefined, checked: choice.isChosen, behaviour: "exclusive" if choice.alone else undefined, conditional: { html: revealed } if choice.reveals.length else undefined }), items) %}
    {% endfor %}
    {% set params = { idPrefix: control.id, name: control.name, fieldset: fieldset, hint: hint, errorMessage: error, items: items } %}
    {{ govukCheckboxes(params) if control.kind == "CHOICES" else govukRadios(params) }}
  {% endif %}
{% endmacro %}
{% for control in controls %}{{ print(control) }}{% endfor %}`;

const OURS = `{% from "platform/web/views/components/field.njk" import field %}
{% for control in controls %}{{ field(control, {}) }}{% endfor %}`;

const options = [
  { value: 'YES', label: 'Yes & “more”', hint: 'With a <hint>' },
  { value: 'NO', label: 'No' },
  { value: 'NONE', label: 'None of these', alone: true as const },
];
const hint = 'What it is for, in <words>';
const fields: readonly Field[] = [
  { id: 'text', kind: 'TEXT', ask: 'Which “school”?', limit: 40, hint },
  { id: 'number', kind: 'NUMBER', ask: 'How many?', least: 0, most: 9 },
  { id: 'long', kind: 'LONG_TEXT', ask: 'What is known?', limit: 4000, hint },
  { id: 'day', kind: 'DAY', ask: 'On which day?' },
  { id: 'list', kind: 'SELECT', ask: 'Which of many?', options, hint },
  { id: 'one', kind: 'CHOICE', ask: 'Which one?', options: options.slice(0, 2), hint },
  { id: 'several', kind: 'CHOICES', ask: 'Which of these?', options },
  { id: 'why', kind: 'TEXT', ask: 'Why?', limit: 9, when: { question: 'one', is: 'YES' } },
];
const values = {
  ...{ text: 'St "Anne’s" <b>', number: 3, long: 'One\n<two> & three', day: '2026-11-02', list: 'NO' },
  ...{ one: 'YES', several: ['YES', 'NO'], why: 'Because' },
};
const errors = fields.map(({ id }) => ({ field: id, message: `Say <more> of ${id}` }));

/** White space between tags, and at the ends of words within them, means nothing in these controls; in a text area it does. */
const bare = (html: string): string =>
  html
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?(<[^>]*?) ?> ?/g, '$1>')
    .replaceAll(/ </g, '<');

describe('the controls of a form', () => {
  it.each([
    ['left empty', {}],
    ['filled', { values }],
    ['wrong', { values, errors }],
  ])('are in the markup of GOV.UK Frontend when they are %s', (_, more) => {
    const { controls } = formPage({ title: 'Trial', fields, ...more });
    const environment = templates();
    expect(bare(environment.renderString(OURS, { controls }))).toBe(
      bare(environment.renderString(GOVUK, { controls })),
    );
  });

  it('keep the lines of a text area as they were typed', () => {
    const { controls } = formPage({ title: 'Trial', fields, values });
    expect(templates().renderString(OURS, { controls })).toContain('>One\n&lt;two&gt; &amp; three</textarea>');
  });
});
