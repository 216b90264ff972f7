import type { Judge } from '../finding.ts';
import { lostDeliveries } from './lost-deliveries.ts';
import { lostFromViews } from './lost-from-views.ts';

export const lost: Judge = {
  name: 'lost',
  says: 'What was sent reaches everybody who is connected, and is in every view from then on.',
  judge: (history) => [...lostDeliveries(history), ...lostFromViews(history)],
};
