import type { WorldSize } from './generate.mjs';

export interface DemoCreation {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly size?: WorldSize;
  readonly seed?: number;
  readonly onProgress?: (text: string, share: number) => void;
}

export function createDemoWorld(creation: DemoCreation): Promise<void>;
