// The control plane, with the secret that the address of the page or its reader brought.
import { byId, show } from './dom.js';
import { remember, state } from './state.js';

export async function control(method, path, body) {
  const headers = { 'x-control-secret': state.secret };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const answer = await fetch(`/_control${path}`, { method, headers, body: JSON.stringify(body) });
  const value = await answer.json();
  if (answer.ok) return value;
  throw Object.assign(new Error(value.error ?? `The control plane answered ${answer.status}.`), {
    status: answer.status,
  });
}

/** Runs something and says what went wrong, if something did. */
export async function tried(work) {
  try {
    show('trouble', false);
    return await work();
  } catch (error) {
    byId('trouble').textContent = error instanceof TypeError ? 'The server does not answer.' : error.message;
    show('trouble');
    return undefined;
  }
}

/** Whether there is a secret that the server takes; the one in the address does not stay there. */
export async function hasSecret() {
  const given = decodeURIComponent(location.hash.slice(1).replace(/^secret=/, ''));
  if (/^\S{8,}$/.test(given)) {
    history.replaceState(null, '', location.pathname);
    state.secret = given;
  } else {
    state.secret = remember('secret') ?? '';
  }
  return state.secret !== '' && (await isTaken());
}

export async function isTaken() {
  try {
    await control('GET', '/counters');
    remember('secret', state.secret);
    return true;
  } catch (error) {
    if (error.status === 401) return false;
    throw error;
  }
}
