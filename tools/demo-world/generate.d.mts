export type WorldSize = 'small' | 'city' | 'province' | 'national';

export interface WorldChoice {
  readonly size?: WorldSize;
  readonly seed?: number;
  /** Replaces the true effect; 1 = training does nothing. */
  readonly rateRatio?: number;
}

export interface DemoHall {
  readonly unit: { readonly code: string; readonly name: string };
  readonly staff: number;
}

export interface DemoPanel {
  readonly months: number;
  /** Rows ordered by hall, then month. */
  readonly transactions: Int32Array;
  readonly onlineShare: Float32Array;
  /** Service and business complaints, which training moves. */
  readonly counter: Uint16Array;
  readonly other: Uint16Array;
  /** Month of training of each hall, from 0; -1 = never. */
  readonly wave: Int16Array;
}

export interface DemoWorld {
  readonly organisation: { readonly units: readonly { readonly code: string; readonly name: string }[]; readonly halls: readonly DemoHall[]; readonly counties: number };
  readonly panel: DemoPanel;
}

export interface DemoManifest {
  readonly counts: Readonly<Record<string, number>>;
  readonly trueEffect: { readonly course: string; readonly rateRatio: number };
  readonly waves: readonly { readonly month: string; readonly halls: readonly string[]; readonly decisionWindow: { readonly from: string; readonly until: string } }[];
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly rows?: number }>>;
}

export const defaultSeed: number;
export function drawWorld(choice?: WorldChoice): DemoWorld;
export function generateDemoWorld(choice: WorldChoice & { readonly out: string; readonly onProgress?: (name: string, share: number) => void }): DemoManifest;
