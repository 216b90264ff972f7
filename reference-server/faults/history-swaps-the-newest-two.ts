import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-swaps-the-newest-two',
  dialects: ['actions', 'receipts'],
  kind: 'history',
  says: 'The two newest messages stand the wrong way round in the history.',
  breaks: ['receipts.history.newest-first', 'actions.history.oldest-first'],
  storeRead(query, [first, second, ...rest]) {
    return query === 'history' && first !== undefined && second !== undefined
      ? [second, first, ...rest]
      : undefined;
  },
};
export default fault;
