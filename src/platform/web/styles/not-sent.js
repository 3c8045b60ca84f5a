const words = {
  lost: ['there is no connection', 'What you wrote is still here. Try again when you are connected.'],
  signedOut: [
    'you are no longer signed in',
    'What you wrote is still here. Sign in in another tab, come back to this one and try again.',
  ],
  somebodyElse: [
    'somebody else has signed in since',
    'What you wrote is still here. Sign in as yourself in another tab, come back to this one and try again.',
  ],
};

/** What keeps a form from being sent now, or the token with which it can be. */
async function asked() {
  const { person } = document.body.dataset;
  try {
    const answer = await fetch('/session', { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) return { stop: 'lost' };
    const session = await answer.json();
    if (person && session.person === null) return { stop: 'signedOut' };
    if (person && session.person !== person) return { stop: 'somebodyElse' };
    return { token: session.token };
  } catch {
    return { stop: 'lost' };
  }
}

function element(name, properties, ...inside) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
}

/** Says at the top of the page why nothing was sent, and takes the keyboard there. */
function say(stop) {
  const [why, what] = words[stop];
  const inside = [
    element('h2', { className: 'govuk-error-summary__title' }, `Not sent: ${why}`),
    element('p', { className: 'govuk-body' }, what),
  ];
  if (stop !== 'lost') {
    const link = { className: 'govuk-link', href: '/sign-in', target: '_blank', rel: 'noopener' };
    inside.push(element('p', { className: 'govuk-body' }, element('a', link, 'Sign in (opens in a new tab)')));
  }
  const alert = element('div', { role: 'alert' }, ...inside);
  document.getElementById('not-sent')?.remove();
  const notice = element('div', { className: 'govuk-error-summary', id: 'not-sent', tabIndex: -1 }, alert);
  document.querySelector('main').prepend(notice);
  notice.focus();
}

const asking = new WeakSet();
const mayGo = new WeakSet();

/**
 * Holds a form back until the service has answered. The page stays as it is when it does not: nothing is kept on the
 * device, and the next press sends the same submission under the same key.
 */
export async function sendWhenHeard(event) {
  const { target: form, submitter } = event;
  if (form.getAttribute('method') !== 'post' || !form.closest('main') || mayGo.delete(form)) return;
  event.preventDefault();
  if (asking.has(form)) return;
  asking.add(form);
  const { stop, token } = await asked();
  asking.delete(form);
  if (stop) return say(stop);
  const field = form.querySelector('input[name="_csrf"]');
  if (field && token) field.value = token;
  mayGo.add(form);
  form.requestSubmit(submitter);
}
