import { commonCheck } from '../kit/check.ts';

commonCheck({
  says: 'Whatever a frame carries, valid or one step away from it, it hurts nobody else.',
  requires: ['robustness.any-frame'],
  catches: ['undocumented-field-closes-everybody', 'empty-object-poisons-its-sender'],
  profile: 'standard',
  needs: (verbs) => verbs,
  // What draws inputs takes long to load: a run that asks for none does without.
  run: async (verbs) => (await import('./inputs.ts')).framesHurtNobody(verbs),
});

commonCheck({
  says: 'Whatever a request carries, valid or one step away from it, it is answered, and not with 5xx.',
  requires: ['robustness.any-request'],
  catches: ['crashes-on-overlong-values'],
  profile: 'standard',
  needs: (verbs) => verbs,
  run: async (verbs) => (await import('./inputs.ts')).requestsAreAnswered(verbs),
});
