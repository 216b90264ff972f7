// The report as one HTML file that opens anywhere, offline.
import { page } from '../html/page.ts';
import type { Format } from '../model.ts';

export const format: Format = {
  name: 'html',
  says: 'one self-contained page with filters, evidence and diagrams',
  file: 'report.html',
  render: page,
};
