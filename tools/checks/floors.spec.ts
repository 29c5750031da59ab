import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = process.cwd();

/** Runs the gate over a small tree with these files; answers the names of the rules that were broken. */
function broken(files: Record<string, string>): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'skillhall-floors-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    mkdirSync(join(tree, 'tools/checks'), { recursive: true });
    cpSync(join(root, 'tools/checks/floors.cjs'), join(tree, 'tools/checks/floors.cjs'));
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json']) cpSync(join(root, name), join(tree, name));
    symlinkSync(resolve(root, 'node_modules'), join(tree, 'node_modules'));
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/depcruise'), ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'libs', 'apps'], { cwd: tree, encoding: 'utf8' });
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
    return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
  } finally {
    rmSync(tree, { recursive: true });
  }
}

const app = { 'apps/api/src/main.ts': 'export const api = 1;\n' };
const value = (name: string): string => `export const ${name} = 1;\n`;

describe('the gate of the floors', () => {
  it('lets a capability look down through the open door', () => {
    expect(broken({ ...app, 'libs/directory/server/index.ts': value('d'), 'libs/learning/server/a.ts': "import { d } from '../../directory/server/index.js';\nexport const a = d;\n" })).toEqual([]);
  });

  it('catches a look upwards, sideways, past the door, and a circle', () => {
    const upwards = { ...app, 'libs/assessment/server/index.ts': value('x'), 'libs/learning/server/a.ts': "import { x } from '../../assessment/server/index.js';\nexport const a = x;\n" };
    expect(broken(upwards)).toEqual(['floor-of-learning']);
    const sideways = { ...app, 'libs/complaints/server/index.ts': value('x'), 'libs/learning/server/a.ts': "import { x } from '../../complaints/server/index.js';\nexport const a = x;\n" };
    expect(broken(sideways)).toEqual(['floor-of-learning']);
    const pastTheDoor = { ...app, 'libs/directory/server/data/x.ts': value('x'), 'libs/learning/server/a.ts': "import { x } from '../../directory/server/data/x.js';\nexport const a = x;\n" };
    expect(broken(pastTheDoor)).toEqual(['one-door-to-a-server']);
    const circle = { ...app, 'libs/kernel/src/a.ts': "import { b } from './b.js';\nexport const a = () => b;\n", 'libs/kernel/src/b.ts': "import { a } from './a.js';\nexport const b = () => a;\n" };
    expect(broken(circle)).toEqual(['no-cycles']);
  });

  it('catches a rule that knows a framework or reads a file, and a screen that knows the server', () => {
    expect(broken({ ...app, 'libs/learning/domain/a.ts': "import { Injectable } from '@nestjs/common';\nexport const a = Injectable;\n" })).toContain('domain-is-pure');
    expect(broken({ ...app, 'libs/learning/domain/a.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n" })).toEqual(['domain-does-no-input-or-output']);
    expect(broken({ ...app, 'libs/learning/server/index.ts': value('x'), 'libs/learning/web/a.ts': "import { x } from '../server/index.js';\nexport const a = x;\n" })).toEqual(['web-knows-no-server']);
  });
});
