// The model as a check of every dialect: it judges whatever the dialect promises of what the model knows.
import { loadDialect } from '../../specs/kit/dialect.ts';
import type { Profile } from '../kit/context.ts';
import { loadDriver } from '../kit/driver.ts';
import { judge } from '../kit/judge.ts';
import { fileBeingImported, offerCheck } from '../kit/registry.ts';
import { slugs } from './oracles.ts';

const says =
  'Whatever two people do, and in whatever order, everybody hears and is shown exactly what they have to.';
const profile: Profile = 'standard';
const file = fileBeingImported();

offerCheck((name) => {
  const ids = new Set(loadDialect(name).requirements.map(({ id }) => id));
  const requires = slugs.map((slug) => `${name}.${slug}`).filter((id) => ids.has(id));
  if (requires.length === 0) return undefined;
  const about = {
    id: `${name}/${file.split('/').slice(-2).join('/')}/${says}`,
    file,
    says,
    requires,
    catches: ['drop-message', 'deliver-twice', 'swaps-neighbours', 'leaks-to-everybody'],
    profile,
    fresh: false,
    restarts: false,
  };
  return {
    ...about,
    async judge(shared, open) {
      // What draws sequences takes long to load: a run that asks for none does without.
      const { explore, withTrio } = await import('./explore.ts');
      const driver = await loadDriver(name);
      const { profile: asked, minutes } = shared.context;
      const lasts = asked === 'thorough' ? minutes * 60_000 : 0;
      return judge(shared, withTrio(driver), {
        ...about,
        requires: open,
        lasts,
        run: explore({ shared, driver, requires: open }),
      });
    },
  };
});
