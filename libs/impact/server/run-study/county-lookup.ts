import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

/** Numbers the counties of halls; a hall outside every county is a group of its own. */
@Injectable()
export class CountyLookup {
  async numbers(tx: Transaction, path: string, hallPaths: readonly string[]): Promise<Int32Array> {
    const counties = (await tx.query(`select path from directory.unit where type = 'county' and (starts_with(path, $1) or starts_with($1, path)) order by path`, [path])) as { path: string }[];
    const number = new Map(counties.map((county, at) => [county.path, at]));
    return Int32Array.from(hallPaths, (hall, at) => {
      // Four characters a level; the nearest county above.
      for (let length = hall.length; length > 0; length -= 4) {
        const found = number.get(hall.slice(0, length));
        if (found !== undefined) return found;
      }
      return counties.length + at;
    });
  }
}
