import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCourseFile } from '../../domain/index.js';

describe('the courses of the demo world', () => {
  const folder = join(__dirname, '../../../../tools/demo-world/content/courses');

  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s is right', (name) => {
    expect(parseCourseFile(readFileSync(join(folder, name), 'utf8'))).toMatchObject({ ok: true });
  });
});
