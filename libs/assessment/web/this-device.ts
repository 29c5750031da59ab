import { deviceName } from '@skillhall/ui/session';
import { randomId, readStored, writeStored } from '@skillhall/ui/store';

let made: string | undefined;

/** The random name that this device keeps for itself; where nothing is stored it lasts as long as the page. */
export function thisDeviceId(): string {
  made ??= readStored('device');
  if (made === undefined) writeStored('device', (made = randomId()));
  return made;
}

/** What the device is, in words an invigilator understands. */
export const thisDeviceLabel = (): string => deviceName(navigator.userAgent) ?? 'Web';
