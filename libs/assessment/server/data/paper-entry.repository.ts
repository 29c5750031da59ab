import { type Actor, newId, type Page, pageOf, type PageRequest } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { Paper } from '../../domain/index.js';
import type { SittingRow } from './sitting.repository.js';

/** Who sat, and the attempt that stands for their paper. */
export interface Examinee {
  readonly id: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly admitted: boolean;
  readonly attemptId: string | null;
}

/** Question id → choice. */
export type Entry = ReadonlyMap<string, readonly string[]>;

export interface EntryVersion {
  readonly version: number;
  readonly formId: string;
  readonly form: string;
  readonly answers: Entry;
}

export interface EntryRow {
  readonly personId: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly form: string;
  readonly version: number;
  readonly note: string;
  readonly fromFile: boolean;
  readonly answered: number;
  readonly total: number;
  readonly at: Date;
  readonly accountName: string;
}

export interface NewEntry {
  readonly attemptId: string;
  readonly version: number;
  readonly formId: string;
  readonly answers: Entry;
  readonly fromFile: boolean;
  readonly note: string;
  /** Null on the command line. */
  readonly by: Pick<Actor, 'accountId' | 'name'> | null;
}

const latest = `join lateral (select * from assessment.paper_entry v where v.attempt_id = a.id order by version desc limit 1) e on true`;

/** Papers typed in. Needs a system transaction: the service has found the sitting to be one that who types runs. */
@Injectable()
export class PaperEntries {
  async examinee(systemTx: Transaction, sittingId: string, staffNumber: string): Promise<Examinee | null> {
    const [row] = (await systemTx.query(
      `select p.id, p.name, p.staff_number as "staffNumber", assessment.admits($1, p.id) as admitted, a.id as "attemptId"
       from directory.person p left join assessment.attempt a on a.sitting_id = $1 and a.person_id = p.id and a.source = 'paper' where p.staff_number = $2`,
      [sittingId, staffNumber],
    )) as [Examinee?];
    return row ?? null;
  }

  /** An open attempt to be answered and closed in this transaction; null where the person has one at this sitting. */
  async begin(systemTx: Transaction, sitting: SittingRow, personId: string, formId: string): Promise<string | null> {
    const [row] = (await systemTx.query(
      `insert into assessment.attempt (id, sitting_id, number, person_id, unit_id, unit_path, state, started_at, deadline, paper, source, form_id)
       select $1, $2, 1, p.id, p.unit_id, p.unit_path, 'open', $4, $5, f.paper, 'paper', f.id
       from directory.person p join assessment.printed_form f on f.id = $6 where p.id = $3 on conflict do nothing returning id`,
      [newId(), sitting.id, personId, sitting.opensAt, sitting.closesAt, formId],
    )) as [{ id: string }?];
    return row?.id ?? null;
  }

  /** Adds answers after those that are there. The attempt is held by this transaction, so nobody else adds any. */
  async answer(systemTx: Transaction, attemptId: string, answers: Entry): Promise<void> {
    await systemTx.query(
      `insert into assessment.answer_log (attempt_id, client_seq, question_id, choice)
       select $1, coalesce((select max(client_seq) from assessment.answer_log where attempt_id = $1), 0) + n, (e ->> 'id')::uuid, array(select jsonb_array_elements_text(e -> 'choice'))
       from jsonb_array_elements($2::jsonb) with ordinality as t (e, n)`,
      [attemptId, JSON.stringify([...answers].map(([id, choice]) => ({ id, choice })))],
    );
  }

  async add(systemTx: Transaction, { attemptId, version, formId, answers, fromFile, note, by }: NewEntry): Promise<void> {
    await systemTx.query(
      `insert into assessment.paper_entry (attempt_id, version, form_id, answers, from_file, note, account_id, account_name) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [attemptId, version, formId, JSON.stringify(Object.fromEntries(answers)), fromFile, note, by?.accountId ?? null, by?.name ?? ''],
    );
  }

  async latest(systemTx: Transaction, attemptId: string): Promise<EntryVersion> {
    const [row] = (await systemTx.query(
      `select e.version, e.form_id as "formId", f.form, e.answers from assessment.attempt a ${latest} join assessment.printed_form f on f.id = e.form_id where a.id = $1`,
      [attemptId],
    )) as [Omit<EntryVersion, 'answers'> & { answers: Record<string, string[]> }];
    return { ...row, answers: new Map(Object.entries(row.answers)) };
  }

  /** Questions of the attempt that people have marked. */
  async marked(systemTx: Transaction, attemptId: string): Promise<Set<string>> {
    const rows = (await systemTx.query('select distinct question_id as id from assessment.answer_mark where attempt_id = $1', [attemptId])) as { id: string }[];
    return new Set(rows.map(({ id }) => id));
  }

  async changeForm(systemTx: Transaction, attemptId: string, formId: string, paper: Paper): Promise<void> {
    await systemTx.query('update assessment.attempt set form_id = $2, paper = $3 where id = $1', [attemptId, formId, JSON.stringify(paper)]);
  }

  /** What was typed in last comes first. */
  async page(systemTx: Transaction, sittingId: string, search: string | null, request: PageRequest): Promise<Page<EntryRow>> {
    const from = `from assessment.attempt a ${latest} join assessment.printed_form f on f.id = e.form_id join directory.person p on p.id = a.person_id
      where a.sitting_id = $1 and a.source = 'paper' and ($2::text is null or position($2 in p.name) > 0 or starts_with(p.staff_number, $2))`;
    const nodes = (await systemTx.query(
      `select p.id as "personId", p.staff_number as "staffNumber", p.name, f.form, e.version, e.note, e.from_file as "fromFile", e.at, e.account_name as "accountName",
         (select count(*)::int from jsonb_each(e.answers) as t (id, choice) where choice <> '[]') as answered, jsonb_array_length(a.paper -> 'questions') as total
       ${from} order by e.at desc, p.staff_number offset $3 limit $4`,
      [sittingId, search, request.offset, request.limit],
    )) as EntryRow[];
    const [{ count }] = (await systemTx.query(`select count(*)::int as count ${from}`, [sittingId, search])) as [{ count: number }];
    return pageOf(nodes, count, request);
  }
}
