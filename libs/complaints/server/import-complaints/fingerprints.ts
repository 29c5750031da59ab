import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { orderContent, type OrderParts } from '../../domain/index.js';

/** Hashes of work orders as they came in, under a key that only the system reads. */
@Injectable()
export class Fingerprints {
  /** Answers the function that makes them, as hexadecimal for a `bytea`. `tx` is one of the system. */
  async maker(tx: Transaction): Promise<(parts: OrderParts) => string> {
    const [{ key }] = (await tx.query('select key from complaints.fingerprint_key')) as [{ key: Buffer }];
    return (parts) => `\\x${createHmac('sha256', key).update(orderContent(parts)).digest('hex')}`;
  }
}
