/**
 * Where the account `a` stands and which roles it holds: one row, for a lateral join. Whoever stands on the roster is
 * staff of the own unit; every further role has been granted. Somebody who left holds none.
 */
export const accountStanding = `
  select p.unit_path, case when p.id is null and a.person_id is not null then '[]'::json else (
    select coalesce(json_agg(json_build_object('role', held.role, 'unitId', held.unit_id, 'path', held.unit_path)), '[]')
    from (
      select 'staff' as role, p.unit_id, p.unit_path where p.id is not null
      union all select g.role, g.unit_id, g.unit_path from directory.role_grant g where g.person_id = a.person_id
      union all select g.role, g.unit_id, g.unit_path from directory.role_grant g where g.person_id is null and g.account_id = a.id
    ) as held) end as grants
  from (select) as always left join directory.person p on p.id = a.person_id and p.left_on is null`;
