// How the threads dialect says what the checks need: one socket a person, and three endpoints.
import { checksOf } from '../kit/check.ts';
import type { Driver } from '../kit/driver.ts';
import { type Cast, castOf } from './cast.ts';
import { verbs } from './verbs.ts';

export const driver: Driver<Cast> = {
  dialect: 'threads',
  needs: ['id', 'token'],
  rooms: false,
  groups: false,
  auth: {
    http: { in: 'header', name: 'Authorization', value: 'Bearer {token}' },
    ws: { in: 'query', name: 'token' },
  },
  optional: [],
  verbs,
  cast: castOf,
};

export const check = checksOf(driver);
