import { initAll } from './govuk-frontend.js';
import { sendWhenHeard } from './not-sent.js';

initAll();

document.addEventListener('submit', (event) => void sendWhenHeard(event));

/** A field asked only after some answers is shown while one of them is chosen; without this script it is always shown. */
function showWhenAsked(field) {
  const sources = [...document.getElementsByName(field.dataset.shownWhen)];
  const form = field.closest('form');
  const answers = field.dataset.shownValues.split(' ');
  const update = () => {
    const given = new FormData(form).getAll(field.dataset.shownWhen);
    const isSeen = sources.some((source) => !source.closest('[data-shown-when][hidden]'));
    field.hidden = !isSeen || !given.some((value) => answers.includes(value));
  };
  form.addEventListener('change', update);
  update();
}

for (const field of document.querySelectorAll('[data-shown-when]')) showWhenAsked(field);
