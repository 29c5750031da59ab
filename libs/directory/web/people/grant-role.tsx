import type { Role } from '@skillhall/kernel';
import { UnitSearch, useUnit } from '@skillhall/ui/desk';
import { useAction, useNotice, useUnsaved } from '@skillhall/ui/form';
import type { GrantRoleMutation } from '@skillhall/ui/gql';
import { graphql } from '@skillhall/ui/graphql';
import { common, usePhrases } from '@skillhall/ui/i18n';
import { Button, Form, Modal, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import styles from './people.module.css';
import { phrases } from './phrases.js';
import { grantableRoles, useRoleName } from './role-names.js';

export const grantMutation = graphql(`
  mutation GrantRole($personId: ID!, $role: Role!, $unitId: ID!) {
    grantRole(personId: $personId, role: $role, unitId: $unitId) {
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

export const pickGrant = (data: GrantRoleMutation) => data.grantRole;

interface GrantFormProps {
  readonly personIds: readonly string[];
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

/** A role and the unit where it holds, given to one person or to several. */
export function GrantForm({ personIds, onDone, onCancel }: GrantFormProps): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const roleName = useRoleName();
  const notice = useNotice();
  const { unit } = useUnit();
  const [role, setRole] = useState<Role>();
  const [unitId, setUnitId] = useState<string>();
  const [grant, granting] = useAction(grantMutation, pickGrant);
  useUnsaved(role !== undefined && !granting);
  const id = useId();
  const give = async () => {
    if (role === undefined) return;
    let given = 0;
    // One after the other: a refusal is said with its reason, the rest goes on.
    for (const personId of personIds) if (await grant({ personId, role, unitId: unitId ?? unit.id })) given++;
    if (given === 0) return;
    notice.done(personIds.length > 1 ? t('grantedMany', { n: given }) : t('granted'));
    onDone();
  };
  return (
    <Form layout="vertical" className={styles['grant']!} onFinish={() => void give()}>
      <Form.Item label={t('role')} htmlFor={`${id}-role`}>
        <Select id={`${id}-role`} value={role ?? null} onChange={(value: Role | null) => setRole(value ?? undefined)} options={grantableRoles.map((one) => ({ value: one, label: roleName(one) }))} />
      </Form.Item>
      <Form.Item label={t('grantUnit')} htmlFor={`${id}-unit`} extra={unitId === undefined ? t('grantDefault', { unit: unit.name }) : undefined}>
        <UnitSearch id={`${id}-unit`} value={unitId} onChoose={setUnitId} />
      </Form.Item>
      <div className={styles['buttons']}>
        <Button type="primary" htmlType="submit" disabled={role === undefined} loading={granting}>
          {t('grant')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{tc('cancel')}</Button>}
      </div>
    </Form>
  );
}

/** The same for several people ticked in the list. */
export function GrantDialog({ personIds, onClose }: { readonly personIds: readonly string[]; readonly onClose: (done: boolean) => void }): ReactNode {
  const t = usePhrases(phrases);
  return (
    <Modal open title={t('grantMany', { n: personIds.length })} footer={null} onCancel={() => onClose(false)}>
      <GrantForm personIds={personIds} onDone={() => onClose(true)} onCancel={() => onClose(false)} />
    </Modal>
  );
}
