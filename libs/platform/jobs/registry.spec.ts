import { defineEvent } from '@skillhall/kernel';
import type { DiscoveryService } from '@nestjs/core';
import { type EventListener, JobRegistry } from './registry.js';

const told = defineEvent<{ loud: boolean }>()('test.told');
const everything: EventListener<{ loud: boolean }> = { event: told, listener: 'everything', hear: () => Promise.resolve() };
const loudOnly: EventListener<{ loud: boolean }> = { ...everything, listener: 'loud-only', concerns: ({ loud }) => loud };

function registryOf(...instances: unknown[]): JobRegistry {
  const registry = new JobRegistry({ getProviders: () => instances.map((instance) => ({ instance })) } as unknown as DiscoveryService);
  registry.onModuleInit();
  return registry;
}

describe('what is made of an event', () => {
  const registry = registryOf(everything, loudOnly, { other: 'provider' }, null);

  it('is a job for each listener whom it concerns, and none for the others', () => {
    expect(registry.listenersOf(told.name, { loud: true })).toEqual(['test.told.everything', 'test.told.loud-only']);
    expect(registry.listenersOf(told.name, { loud: false })).toEqual(['test.told.everything']);
    expect(registry.listenersOf('test.unheard', { loud: true })).toEqual([]);
  });

  it('is heard by the listener of that name', async () => {
    const heard: unknown[] = [];
    const listening = registryOf({ ...everything, hear: (payload: unknown) => void heard.push(payload) });
    await listening.find('test.told.everything')!.run({ loud: true }, { attempt: 1 });
    expect(heard).toEqual([{ loud: true }]);
  });

  it('has one meaning: two listeners of one name are refused', () => {
    expect(() => registryOf(everything, { ...everything })).toThrow('two handlers');
  });
});
