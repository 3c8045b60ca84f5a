import type { EarlierDisposal } from '../children/earlier-disposal.entity.js';
import type { DeliveryStatus } from '../policy/delivery.js';

/** Whether a disposal counts as completed, as far as its delivery says. */
export function completedBy(status: DeliveryStatus | null): EarlierDisposal['completed'] {
  if (status === 'COMPLETED') return 'YES';
  return status === 'NOT_COMPLETED' ? 'NO' : 'NOT_KNOWN';
}
