// What the page knows, and who wants to know when it changes.
export const state = {
  /** What /_page.json says. */
  page: undefined,
  secret: '',
  people: [],
  rooms: [],
  groups: [],
  /** Who you are, as a place in `people`. */
  me: 0,
  sockets: [],
  /** What last came by under each name: for "seen …" and for parameters of that name. */
  seen: new Map(),
};

const listeners = { cast: [], sockets: [], seen: [] };

export function on(event, listener) {
  listeners[event].push(listener);
}

export function changed(event) {
  for (const listener of listeners[event]) listener();
}

/** Kept as long as this tab is open. */
export function remember(name, value) {
  try {
    if (value !== undefined) sessionStorage.setItem(name, JSON.stringify(value));
    return JSON.parse(sessionStorage.getItem(name));
  } catch {
    return null; // Storage is off: then it lasts as long as the page.
  }
}
