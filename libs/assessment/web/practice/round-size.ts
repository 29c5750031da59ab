import { readStored, writeStored } from '@skillhall/ui/store';

export const roundSizes = ['10', '20', '50'] as const;
export type RoundSize = (typeof roundSizes)[number];

/** Questions of a round, as they were chosen on this device. */
export const storedSize = (): RoundSize => roundSizes.find((size) => size === readStored('practice-size')) ?? '10';
export const storeSize = (size: RoundSize): void => writeStored('practice-size', size);
