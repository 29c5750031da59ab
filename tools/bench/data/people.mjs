// Units, people and sign-ins for measurements, made in sets.
import { createHash, randomBytes } from 'node:crypto';

const organisation = `
  insert into directory.unit (id, code, name, type, parent_id, path) values (gen_random_uuid(), 'U', '临江市供电公司', 'city', null, '0001');
  insert into directory.unit (id, code, name, type, parent_id, path)
    select gen_random_uuid(), 'U-' || n, '第' || n || '营业厅', 'hall', u.id, u.path || lpad(to_hex(n), 4, '0')
    from directory.unit u, generate_series(1, $HALLS) n where u.code = 'U';`;

/** A city with its halls. */
export const addUnits = (client, halls) => client.query(organisation.replace('$HALLS', String(Number(halls))));

/** So many people, spread over the halls, with numbers from 10000001 up. */
export const addPeople = (client, count) =>
  client.query(
    `insert into directory.person (id, staff_number, name, unit_id, unit_path, hired_on)
     select gen_random_uuid(), (10000000 + n)::text, '人员' || n, u.id, u.path, date '2010-01-01' + n % 5000
     from generate_series(1, $1::int) n
     join (select id, path, row_number() over (order by path) - 1 as place, count(*) over () as halls from directory.unit where type = 'hall') u
       on u.place = n % u.halls`,
    [count],
  );

/** Opens a session for the person, as a sign-in does; answers its cookie. */
export async function openSession(client, staffNumber, roles = []) {
  const token = randomBytes(32).toString('base64url');
  const { rows } = await client.query(
    `with who as (select id, name from directory.person where staff_number = $1),
       account as (insert into platform.account (id, login, name, person_id) select gen_random_uuid(), $1, name, id from who returning id, person_id),
       role as (insert into directory.role_grant (id, person_id, role, unit_id, unit_path)
         select gen_random_uuid(), person_id, unnest($3::text[]), null, '' from account),
       session as (insert into platform.session (id, token_hash, account_id, expires_at)
         select gen_random_uuid(), $2, id, now() + interval '1 day' from account)
     select person_id as "personId" from account`,
    [staffNumber, createHash('sha256').update(token).digest(), roles],
  );
  return { cookie: `__Host-skillhall=${token}`, personId: rows[0].personId };
}
