// What a program imports: the same judge and the same simulator as on the command line, with typed results.
export type { Provision, Provisioned, ProvisionedPerson } from '../reference-server/control/provisioned.ts';
export type {
  BaselineProblem,
  CheckOutcome,
  DeclaredDeviation,
  Failure,
  Report,
  RequirementResult,
  Summary,
  Verdict,
} from '../reports/model.ts';
export type { Group, People, PeopleRequest, Person, Room } from '../suites/kit/people.ts';
export type { Config } from './config/config.ts';
export { ChatproofError, check } from './embedding/check.ts';
export type { CheckRequest } from './embedding/request.ts';
export { type Simulator, type SimulatorOptions, serve } from './embedding/serve.ts';
