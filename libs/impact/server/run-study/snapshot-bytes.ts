import { promisify } from 'node:util';
import { constants, deflate, inflate } from 'node:zlib';
import type { CoTraining, StudyPanel } from '../../domain/index.js';

interface Snapshot {
  readonly panel: StudyPanel;
  readonly coTraining: readonly CoTraining[];
}

const arrays = ['transactions', 'outcome', 'control', 'trainedFrom', 'cluster'] as const;
const form = 'skillhall-study-panel-1';

interface Head {
  readonly form: string;
  readonly hallIds: readonly string[];
  readonly firstMonth: number;
  readonly months: number;
  readonly coTraining: readonly CoTraining[];
}

/** Length of the head, the head as JSON padded to four bytes, then the arrays as 32-bit numbers, least byte first. */
export function snapshotBytes({ panel, coTraining }: Snapshot): Buffer {
  const { hallIds, firstMonth, months } = panel;
  const head: Head = { form, hallIds, firstMonth, months, coTraining };
  const text = Buffer.from(JSON.stringify(head));
  const padded = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, ' ')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  return Buffer.concat([length, padded, ...arrays.map((name) => Buffer.from(panel[name].buffer, panel[name].byteOffset, panel[name].byteLength))]);
}

/** Of small numbers in four bytes runs of zeros alone are worth looking for: the same size in two thirds of the time. */
const packing = { level: 1, strategy: constants.Z_RLE, memLevel: 9, chunkSize: 1 << 20 };

export const packSnapshot = (bytes: Buffer): Promise<Buffer> => promisify<Buffer, object, Buffer>(deflate)(bytes, packing);

/** The other way; `raw` is what the digest was made of. */
export async function unpackSnapshot(packed: Buffer): Promise<{ raw: Buffer; snapshot: Snapshot }> {
  const raw = await promisify<Buffer, object, Buffer>(inflate)(packed, { chunkSize: packing.chunkSize });
  const length = raw.readUInt32LE(0);
  const head = JSON.parse(raw.subarray(4, 4 + length).toString()) as Head;
  if (head.form !== form) throw new Error(`${head.form} is not a form of snapshots that is known`);
  const { hallIds, firstMonth, months, coTraining } = head;
  const cells = hallIds.length * months;
  let at = 4 + length;
  const next = (entries: number): Int32Array => {
    // Copied, because a view has to begin at a multiple of four.
    const part = new Int32Array(new Uint8Array(raw.subarray(at, (at += entries * 4))).buffer);
    if (part.length !== entries) throw new Error('the snapshot ends too early');
    return part;
  };
  const [transactions, outcome, control, trainedFrom, cluster] = [next(cells), next(cells), next(cells), next(hallIds.length), next(hallIds.length)];
  return { raw, snapshot: { panel: { hallIds, firstMonth, months, transactions, outcome, control, trainedFrom, cluster }, coTraining } };
}
