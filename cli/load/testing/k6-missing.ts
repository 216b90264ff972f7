import { findK6 } from '../k6.ts';

/** Why the tests with k6 can't run; nothing when they can. CHATPROOF_REQUIRE=k6 makes that an error. */
export function k6Missing(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (findK6(env) !== undefined) return undefined;
  const how =
    'k6 is missing: install it (`go install go.k6.io/k6/v2@v2.2.0`) or set CHATPROOF_K6 to its path.';
  if ((env['CHATPROOF_REQUIRE'] ?? '').split(',').includes('k6')) throw new Error(how);
  return how;
}
