import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'refuses-after-opening',
  dialects: 'all',
  says: 'Sockets that are refused are opened first and closed at once, with 4403.',
  because: 'A connection is closed by a refused upgrade as well as by a close right after it.',
  upgrade: ({ status, ...handshake }) =>
    status >= 400 && status < 500 ? { ...handshake, status: 101, closeWith: 4403 } : undefined,
};
export default liberty;
