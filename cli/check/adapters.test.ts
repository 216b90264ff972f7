import { expect, it } from 'vitest';
import { serve } from '../../reference-server/server.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { wishOf } from '../../suites/kit/request.ts';
import { front, type Peculiar } from './testing/front.ts';
import { runCheck, troubles } from './testing/run-check.ts';

interface Case {
  says: string;
  dialect: string;
  peculiar: Peculiar;
  config?(address: { http: string; ws: string }): object;
}

const cases: Case[] = [
  { says: 'lives under a path prefix', dialect: 'receipts', peculiar: { prefix: '/api/chat' } },
  {
    says: 'insists on an Origin header',
    dialect: 'receipts',
    peculiar: { insistsOn: { header: 'Origin', value: 'https://chat.example.test' } },
    config: () => ({
      headers: { http: { Origin: 'https://chat.example.test' }, ws: { Origin: 'https://chat.example.test' } },
    }),
  },
  { says: 'compresses its frames', dialect: 'threads', peculiar: { deflates: true } },
  {
    says: 'is late with the very last words',
    dialect: 'threads',
    peculiar: { lags: (frame) => (/last of .*-3/.test(frame) ? 40 : 0) },
  },
  {
    says: 'wants the token in a query parameter and in a header of its own',
    dialect: 'receipts',
    peculiar: {
      translate({ url = '', headers }) {
        const { searchParams, pathname } = new URL(url, 'http://target');
        const token = searchParams.get('jwt') ?? headers['x-token'];
        searchParams.delete('jwt');
        const query = searchParams.size === 0 ? '' : `?${searchParams}`;
        return { path: `${pathname}${query}`, headers: { authorization: `Bearer ${token}` } };
      },
    },
    config: () => ({ auth: { http: { header: 'X-Token', value: '{token}' }, ws: { query: 'jwt' } } }),
  },
  {
    says: 'has other paths',
    dialect: 'receipts',
    peculiar: {
      translate: ({ url = '' }) => ({
        path: url
          .replace('/v2/pair', '/en/api/v1/chatrooms/get_or_create_room/')
          .replace(/^\/live\/(\d+)$/, '/ws/chat/$1/'),
      }),
    },
    config: () => ({ paths: { getOrCreateRoom: '/v2/pair', room: '/live/{room_id}' } }),
  },
];

it.concurrent.each(cases)(
  '$dialect: judges a server that $says',
  { timeout: 60_000 },
  async ({ dialect, peculiar, config }) => {
    const server = await serve(dialect, { onError: () => undefined });
    const outside = await front(server, peculiar);
    try {
      const people = await server.provision(wishOf(await loadDriver(dialect), 8));
      const ran = await runCheck([dialect, '--target', outside.http], {
        people,
        ...(config === undefined ? {} : { config: config(outside) }),
      });
      expect(troubles(ran)).toEqual([]);
      expect(ran.code).toBe(0);
    } finally {
      await outside.close();
      await server.close();
    }
  },
);

it('judges a server with HTTP and WebSocket on two ports', { timeout: 60_000 }, async () => {
  const server = await serve('receipts', { onError: () => undefined });
  const [http, ws] = await Promise.all([front(server, { serves: 'http' }), front(server, { serves: 'ws' })]);
  try {
    const people = await server.provision(wishOf(await loadDriver('receipts'), 8));
    const ran = await runCheck(['receipts', '--target', http.http, '--ws', ws.ws], { people });
    expect(troubles(ran)).toEqual([]);
  } finally {
    await Promise.all([http.close(), ws.close()]);
    await server.close();
  }
});
