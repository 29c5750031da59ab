import { useAction, useNotice } from '@skillhall/ui/form';
import type { PersonDetailQuery, RevokeRoleMutation } from '@skillhall/ui/gql';
import { graphql } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Section } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { GrantForm, grantMutation, pickGrant } from './grant-role.js';
import styles from './people.module.css';
import { phrases } from './phrases.js';
import { useRoleName } from './role-names.js';

const revokeMutation = graphql(`
  mutation RevokeRole($grantId: ID!) {
    revokeRole(grantId: $grantId) {
      __typename
      ... on GrantRoleSuccess {
        person {
          id
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

const pickRevoke = (data: RevokeRoleMutation) => data.revokeRole;

type PersonOf = NonNullable<PersonDetailQuery['person']>;

/** The roles of a person, each with the unit where it holds; given and taken back here. */
export function Roles({ person }: { readonly person: PersonOf }): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const notice = useNotice();
  const roleName = useRoleName();
  const [revoke, revoking] = useAction(revokeMutation, pickRevoke);
  const [give] = useAction(grantMutation, pickGrant);
  const [giving, setGiving] = useState(false);
  const mayGrant = may('role.grant');
  const takeBack = async ({ id, role, unit }: PersonOf['roleGrants'][number]) => {
    if (!(await revoke({ grantId: id }))) return;
    notice.removed(t('revoked', { name: person.name, role: roleName(role), unit: unit.name }), () => give({ personId: person.id, role, unitId: unit.id }));
  };
  return (
    <Section
      title={t('roles')}
      actions={mayGrant && !giving && <Button size="small" onClick={() => setGiving(true)}>{t('grantTitle')}</Button>}
    >
      {person.roleGrants.length === 0 ? (
        <p className={styles['soft']}>{t('noRoles')}</p>
      ) : (
        <ul className={styles['lines']}>
          {person.roleGrants.map((grant) => (
            <li key={grant.id}>
              <span>{t('atUnit', { role: roleName(grant.role), unit: grant.unit.name })}</span>
              {mayGrant && (
                <Button size="small" disabled={revoking} onClick={() => void takeBack(grant)} aria-label={`${t('revoke')} ${roleName(grant.role)} ${grant.unit.name}`}>
                  {t('revoke')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {giving && <GrantForm personIds={[person.id]} onDone={() => setGiving(false)} onCancel={() => setGiving(false)} />}
    </Section>
  );
}
