// Random frames and bodies from their schemas: valid ones, and ones that are a single step away.
export { type NearlyValid, nearlyValid, type Twist } from './nearly-valid.ts';
export { arbitraryFrom } from './values.ts';
