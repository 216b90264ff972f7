// Random frames and bodies from their schemas: valid ones, and ones that are a single step away.
export { everyTwist, type NearlyValid, nearlyValid, type Twist, type TwistedBy } from './nearly-valid.ts';
export { arbitraryFrom } from './values.ts';
