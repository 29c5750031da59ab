import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole } from '../data-source.js';
import { createSchema, dropSchema, protect, runAll } from '../migration-helpers.js';

const role = `do $$ begin
  create role ${appRole} nologin;
exception when duplicate_object or unique_violation then null;
end $$`;

/** True where `path` lies in one of the subtrees that the running transaction may see. */
const inScope = `create function platform.in_scope(path text) returns boolean
language sql stable parallel safe as $$
  select exists (
    select from unnest(string_to_array(nullif(current_setting('app.paths', true), ''), ',')) as top
    where starts_with('/' || path, top))
$$`;

const currentPerson = `create function platform.current_person() returns uuid
language sql stable parallel safe as $$ select nullif(current_setting('app.person', true), '')::uuid $$`;

const currentAccount = `create function platform.current_account() returns uuid
language sql stable parallel safe as $$ select nullif(current_setting('app.account', true), '')::uuid $$`;

const tables = [
  `create table platform.account (
    id uuid primary key,
    login text not null unique check (login = lower(login)),
    name text not null,
    password_hash text,
    must_change_password boolean not null default false,
    person_id uuid unique,
    locale text,
    disabled_at timestamptz,
    created_at timestamptz not null default now())`,
  `create table platform.session (
    id uuid primary key,
    token_hash bytea not null unique,
    account_id uuid not null references platform.account on delete cascade,
    user_agent text,
    ip text,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null)`,
  `create index session_account on platform.session (account_id)`,
  `create unlogged table platform.rate_limit (
    key text primary key, window_start timestamptz not null, count integer not null)`,
  `create table platform.outbox (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('event', 'job')),
    name text not null,
    key text not null,
    payload jsonb not null,
    run_at timestamptz,
    created_at timestamptz not null default now())`,
  `create table platform.file (
    id uuid primary key,
    name text not null,
    media_type text not null,
    size bigint not null,
    sha256 text not null,
    owner_account_id uuid references platform.account,
    once boolean not null default false,
    created_at timestamptz not null default now())`,
];

const audit = [
  `create table platform.audit_entry (
    seq bigint primary key,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    action text not null,
    subject_type text not null,
    subject_id text not null,
    details jsonb not null,
    previous_hash bytea not null,
    hash bytea not null)`,
  `create function platform.audit_hash(e platform.audit_entry) returns bytea
   language sql immutable parallel safe as $$
     select sha256(e.previous_hash || convert_to(jsonb_build_array(
       e.seq, (extract(epoch from e.at) * 1000000)::bigint, e.actor_id, e.actor_name,
       e.action, e.subject_type, e.subject_id, e.details)::text, 'UTF8'))
   $$`,
  // The lock makes one chain of entries that several transactions write at once: each waits for the one before.
  `create function platform.seal_audit_entry() returns trigger
   language plpgsql security definer set search_path = platform, pg_temp as $$
   declare last platform.audit_entry;
   begin
     perform pg_advisory_xact_lock(74501002);
     select * into last from platform.audit_entry order by seq desc limit 1;
     new.seq := coalesce(last.seq, 0) + 1;
     new.at := clock_timestamp();
     new.previous_hash := coalesce(last.hash, '\\x'::bytea);
     new.hash := platform.audit_hash(new);
     return new;
   end $$`,
  `create trigger seal before insert on platform.audit_entry for each row execute function platform.seal_audit_entry()`,
  `create function platform.refuse_change() returns trigger language plpgsql as $$
   begin raise exception 'audit entries are only ever added' using errcode = 'insufficient_privilege'; end $$`,
  `create trigger keep before update or delete or truncate on platform.audit_entry
   for each statement execute function platform.refuse_change()`,
];

const rights = [
  `revoke all on all tables in schema platform from ${appRole}`,
  `grant insert on platform.outbox, platform.audit_entry to ${appRole}`,
  `grant select, insert on platform.file to ${appRole}`,
  `grant execute on all functions in schema platform to ${appRole}`,
  ...protect('platform.file', 'owner_account_id = platform.current_account()'),
];

export class CreatePlatform1700000001000 implements MigrationInterface {
  name = 'CreatePlatform1700000001000';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [role, `grant ${appRole} to current_user`, ...createSchema('platform')]);
    await runAll(queries, [inScope, currentPerson, currentAccount, ...tables, ...audit, ...rights]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, dropSchema('platform'));
  }
}
