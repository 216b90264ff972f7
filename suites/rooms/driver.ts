// How the rooms dialect says what the checks need: rooms by the other's username, and two kinds of notification socket.
import { checksOf } from '../kit/check.ts';
import type { Driver } from '../kit/driver.ts';
import { type Cast, castOf } from './cast.ts';
import { verbs } from './verbs.ts';

export const driver: Driver<Cast> = {
  dialect: 'rooms',
  needs: ['username', 'token'],
  rooms: true,
  groups: false,
  auth: {
    http: { in: 'header', name: 'Authorization', value: 'Bearer {token}' },
    ws: { in: 'query', name: 'token' },
  },
  optional: ['production-media', 'expired-media'],
  instead: { 'development-media': 'production-media' },
  verbs,
  cast: castOf,
};

export const check = checksOf(driver);
