import type { Evidence, Level, Reading } from '../kit/dialect.ts';

export interface CatalogueEntry {
  id: string;
  level: Level;
  evidence: Evidence;
  says: string;
  source: string;
  reading?: string;
  accepts?: { name: string; says: string }[];
  needs?: string[];
  untested?: string;
  wire?: boolean;
}

export interface CatalogueFile {
  document: { file: string; sha256: string; lines: number };
  readings?: Reading[];
  requirements: CatalogueEntry[];
}

const sentence = { type: 'string', minLength: 1 };
const source = {
  type: 'string',
  pattern: '^[a-z0-9-]+\\.md:\\d+(-\\d+)?(, [a-z0-9-]+\\.md:\\d+(-\\d+)?)*$',
};
const id = { type: 'string', pattern: '^[a-z0-9]+\\.[a-z0-9-]+\\.[a-z0-9-]+$' };
const kebab = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' };

function exactly(properties: Record<string, object>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: false };
}

const requirement = exactly(
  {
    id,
    level: { enum: ['must', 'should', 'may'] },
    evidence: { enum: ['stated', 'shown', 'implied', 'practice'] },
    says: sentence,
    source,
    reading: sentence,
    accepts: { type: 'array', items: exactly({ name: kebab, says: sentence }) },
    needs: { type: 'array', items: kebab },
    untested: sentence,
    wire: { type: 'boolean' },
  },
  ['reading', 'accepts', 'needs', 'untested', 'wire'],
);

/** What a requirements.yaml may hold. */
export const CATALOGUE_SCHEMA = exactly(
  {
    document: exactly({
      file: { type: 'string', pattern: '^[a-z0-9-]+\\.md$' },
      sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      lines: { type: 'integer', minimum: 1 },
    }),
    readings: { type: 'array', items: exactly({ id, topic: sentence, source, text: sentence }) },
    requirements: { type: 'array', minItems: 1, items: requirement },
  },
  ['readings'],
);
