// report.json: the report itself; every other format is a view of it.
import { json } from '../escape.ts';
import type { Format } from '../model.ts';

export const format: Format = {
  name: 'json',
  says: 'the whole report as data, with a published schema',
  file: 'report.json',
  render: (report) => `${json(report)}\n`,
};
