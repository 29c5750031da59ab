import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoManifest, drawWorld, generateDemoWorld } from './generate.mjs';

describe('a demo world', () => {
  const folders: string[] = [];
  const generated = (seed: number): { folder: string; manifest: DemoManifest } => {
    const folder = mkdtempSync(join(tmpdir(), 'demo-world-'));
    folders.push(folder);
    return { folder, manifest: generateDemoWorld({ out: folder, seed }) };
  };
  const first = generated(7);
  const read = (name: string, encoding = 'utf-8'): string => new TextDecoder(encoding, { fatal: true }).decode(readFileSync(join(first.folder, name)));

  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  it('is the same to the byte for the same seed, and another for another', () => {
    const names = [...Object.keys(first.manifest.files), 'manifest.json'];
    const again = generated(7).folder;
    for (const name of names) expect(readFileSync(join(again, name)).equals(readFileSync(join(first.folder, name)))).toBe(true);
    const other = generated(8).manifest.files;
    for (const name of ['people.csv', 'volumes.csv', 'complaints.csv', 'training.csv']) expect(other[name]!.sha256).not.toBe(first.manifest.files[name]!.sha256);
  });

  it('names the right checksum of every file', () => {
    for (const [name, { sha256 }] of Object.entries(first.manifest.files)) expect(createHash('sha256').update(readFileSync(join(first.folder, name))).digest('hex')).toBe(sha256);
  });

  it('is a city with four counties, forty halls and four hundred people at the counter', () => {
    expect(first.manifest.counts).toMatchObject({ halls: 40, counterStaff: 400, hallMonths: 1440 });
    const { organisation } = drawWorld();
    expect(organisation.counties).toBe(4);
    for (const { staff } of organisation.halls) expect(staff >= 6 && staff <= 14).toBe(true);
  });

  it('writes down its true effect and its waves', () => {
    expect(first.manifest.trueEffect).toMatchObject({ course: 'COM-102', rateRatio: 0.8 });
    expect(first.manifest.waves.map(({ month, halls }) => [month, halls.length])).toEqual([['2024-11', 6], ['2025-03', 6], ['2025-07', 6], ['2025-11', 6], ['2026-03', 6]]);
  });

  it('writes complaints as the hotline does, in GB18030 with every number once', () => {
    const lines = read('complaints.csv', 'gb18030').split('\r\n');
    const numbers = lines.map((line) => line.split(',')[0]).filter((number) => number!.startsWith('GD'));
    const { counterComplaints, otherComplaints } = first.manifest.counts;
    expect(numbers).toHaveLength(counterComplaints! + otherComplaints!);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('gives people telephone numbers that nobody has', () => {
    const phones = read('people.csv').trim().split('\r\n').slice(1).map((line) => line.split(',')[6]);
    for (const phone of phones) expect(phone).toMatch(/^100000\d{5}$/);
  });

  it('trains the staff of a hall in the month of its wave', () => {
    const [, ...people] = read('people.csv').trim().split('\r\n').map((line) => line.split(','));
    const [, ...records] = read('training.csv').trim().split('\r\n').map((line) => line.split(','));
    const done = new Map(records.filter(([, course]) => course === 'COM-102').map(([number, , , completed]) => [number, completed?.slice(0, 7)]));
    for (const { month, halls } of first.manifest.waves)
      for (const hall of halls) {
        const staff = people.filter(([, , , unit]) => unit === hall);
        expect(staff.filter(([number]) => done.get(number) === month).length).toBeGreaterThan(0.6 * staff.length);
      }
  });

  it('refuses a size that there is not and a seed that is no whole number', () => {
    expect(() => drawWorld({ size: 'huge' as 'small' })).toThrow('no size');
    expect(() => drawWorld({ seed: 0.5 })).toThrow('whole number');
    expect(() => drawWorld({ rateRatio: 0 })).toThrow('above 0');
  });

  it.each(['city', 'province'] as const)('names no two units of a %s alike, for a hotline knows them by name', (size) => {
    const { units } = drawWorld({ size }).organisation;
    expect(new Set(units.map(({ name }) => name)).size).toBe(units.length);
    expect(new Set(units.map(({ code }) => code)).size).toBe(units.length);
  });
});
