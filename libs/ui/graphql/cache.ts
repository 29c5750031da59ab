import type { AnyDocument, Document } from './document.js';
import { request, type RequestFailure } from './request.js';

/** What is known of one query with one set of variables. */
export interface Entry {
  readonly data: unknown;
  readonly failure: RequestFailure | undefined;
  readonly loading: boolean;
  readonly fetchedAt: number;
}

interface Slot {
  entry: Entry;
  readonly listeners: Set<() => void>;
  fetch: () => Promise<void>;
  round: number;
}

const nothing: Entry = { data: undefined, failure: undefined, loading: true, fetchedAt: 0 };
const slots = new Map<string, Slot>();
const freshForMs = 15_000;
const kept = 80;

export const keyOf = (document: AnyDocument, variables: unknown): string =>
  `${document.source}\n${JSON.stringify(variables ?? {})}`;

function slotOf(key: string, document: AnyDocument, variables: unknown): Slot {
  const known = slots.get(key);
  if (known) return known;
  const slot: Slot = { entry: nothing, listeners: new Set(), fetch: () => fetchInto(slot, document, variables), round: 0 };
  slots.set(key, slot);
  if (slots.size > kept) for (const [old, { listeners }] of slots) if (slots.size > kept && listeners.size === 0 && old !== key) slots.delete(old);
  return slot;
}

function change(slot: Slot, change: Partial<Entry>): void {
  slot.entry = { ...slot.entry, ...change };
  slot.listeners.forEach((listener) => listener());
}

async function fetchInto(slot: Slot, document: AnyDocument, variables: unknown): Promise<void> {
  // Of several answers under way only the last one asked for counts.
  const round = ++slot.round;
  if (!slot.entry.loading) change(slot, { loading: true });
  try {
    const data = await request(document as Document<unknown, object>, variables as object);
    if (round === slot.round) change(slot, { data, failure: undefined, loading: false, fetchedAt: Date.now() });
  } catch (error) {
    if (round === slot.round) change(slot, { failure: error as RequestFailure, loading: false });
  }
}

export function readEntry(key: string): Entry {
  return slots.get(key)?.entry ?? nothing;
}

export function watch(key: string, document: AnyDocument, variables: unknown, listener: () => void): () => void {
  const slot = slotOf(key, document, variables);
  slot.listeners.add(listener);
  if (slot.listeners.size === 1 && Date.now() - slot.entry.fetchedAt > freshForMs) void slot.fetch();
  return () => slot.listeners.delete(listener);
}

export const refetch = (key: string): Promise<void> => slots.get(key)?.fetch() ?? Promise.resolve();

/** After a change: what is on the screen is asked for again, the rest when it is looked at next. */
export async function refreshAll(): Promise<void> {
  const shown: Promise<void>[] = [];
  for (const slot of slots.values()) {
    slot.entry = { ...slot.entry, fetchedAt: 0 };
    if (slot.listeners.size > 0) shown.push(slot.fetch());
  }
  await Promise.all(shown);
}

/** Forgets everything: another person sits here now. */
export function forgetAll(): void {
  for (const [key, slot] of slots) {
    slot.round++;
    if (slot.listeners.size === 0) slots.delete(key);
    else change(slot, nothing);
  }
}
