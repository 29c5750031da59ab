import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { digits, prefixes } from '../data/question-numbers.js';

const takeRepeated = `with first as (select content_hash, min(row) as row from staged_question group by content_hash),
  gone as (delete from staged_question s using first f where s.code is null and f.content_hash = s.content_hash and f.row <> s.row returning s.row, f.row as first)
  select row, first from gone order by row`;

// Every version is looked at once; the lowest number of those that say the same is the one meant.
const recognise = `update staged_question s set code = known.code from (
    select encode(v.content_hash, 'hex') as hash, min(q.code) as code
    from question_bank.question_version v join question_bank.question q on q.id = v.question_id
    where v.part = 0 and v.version in (q.current_version, q.latest_version)
      and v.content_hash in (select decode(content_hash, 'hex') from staged_question where code is null)
      and exists (select from unnest($1::text[]) as top where starts_with(q.unit_path, top))
      and q.code not in (select code from staged_question where code is not null)
    group by 1) as known
  where s.code is null and s.content_hash = known.hash`;

const track = `case track ${Object.entries(prefixes).map(([name, prefix]) => `when '${name}' then '${prefix}'`).join(' ')} end`;

// The numbers behind the highest that is given or in the file itself, however many digits it has: the next one is free.
const number = `with last as (
    select substring(code from '^([A-Z]+)-') as prefix, max(substring(code from '[0-9]+$')::numeric) as last
    from (select code from question_bank.question union all select code from staged_question) as given
    where code ~ '^[A-Z]+-[0-9]+$' group by 1),
  next as (
    select s.row, ${track} as prefix, row_number() over (partition by s.track order by s.row) as place from staged_question s where s.code is null)
  update staged_question s set numbered = true, code = n.prefix || '-' || lpad(p.number::text, greatest(${digits}, length(p.number::text)), '0')
  from next n left join last l on l.prefix = n.prefix cross join lateral (select coalesce(l.last, 0) + n.place as number) as p
  where s.row = n.row`;

// Somebody who wrote a question meanwhile was faster.
const giveBack = `update staged_question s set code = null, numbered = false from question_bank.question q
  where s.numbered and q.code = s.code and q.id <> s.id returning s.row`;

/** Questions of a file that have no number: known ones are found again by what they say, others get the next number of their track. */
@Injectable()
export class StagedNumbers {
  async takeRepeated(tx: Transaction): Promise<{ row: number; first: number }[]> {
    return (await tx.query(takeRepeated)) as { row: number; first: number }[];
  }

  async recognise(tx: Transaction, scope: readonly string[]): Promise<void> {
    await tx.query(recognise, [scope]);
  }

  /** `add` makes the questions that are not there yet. */
  async number(tx: Transaction, add: () => Promise<unknown>): Promise<void> {
    for (;;) {
      await tx.query(number);
      await add();
      const [taken] = (await tx.query(giveBack)) as [unknown[]];
      if (!taken.length) return;
    }
  }
}
