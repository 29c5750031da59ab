import { thisDeviceId } from '../this-device.js';
import type { Attempt } from './attempt-store.js';

/** Whether the paper of an exam is being written on another device by now. */
export const isTakenOver = (attempt: Pick<Attempt, 'state' | 'sittingId' | 'deviceId'> | undefined): boolean =>
  attempt !== undefined && attempt.state === 'open' && attempt.sittingId !== null && attempt.deviceId !== null && attempt.deviceId !== thisDeviceId();
