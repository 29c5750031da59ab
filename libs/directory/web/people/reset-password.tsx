import { useAction, useNotice } from '@skillhall/ui/form';
import type { ResetPasswordMutation } from '@skillhall/ui/gql';
import { graphql } from '@skillhall/ui/graphql';
import { common, usePhrases } from '@skillhall/ui/i18n';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import styles from './people.module.css';
import { phrases } from './phrases.js';

const resetMutation = graphql(`
  mutation ResetPassword($personId: ID!) {
    resetPassword(personId: $personId) {
      __typename
      ... on ResetPasswordSuccess {
        temporaryPassword
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

const pickReset = (data: ResetPasswordMutation) => data.resetPassword;

interface ResetPasswordProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly small?: boolean;
}

/** A new temporary password, after a question, shown once. */
export function ResetPassword({ person, small }: ResetPasswordProps): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const notice = useNotice();
  const { name } = person;
  const [reset] = useAction(resetMutation, pickReset);
  const [password, setPassword] = useState<string>();
  const ask = () =>
    notice.confirm({
      title: t('resetTitle', { name }),
      text: t('resetText', { name }),
      button: t('reset'),
      danger: true,
      onConfirm: async () => {
        const done = await reset({ personId: person.id });
        if (done) setPassword(done.temporaryPassword);
      },
    });
  const copy = async (text: string) => {
    // The clipboard exists only on https; without it the password is on the screen to be selected.
    await navigator.clipboard?.writeText(text).then(() => notice.done(t('copied')), () => {});
  };
  return (
    <>
      <Button size={small ? 'small' : 'middle'} onClick={ask} aria-label={`${t('reset')} ${name}`}>
        {t('reset')}
      </Button>
      {password !== undefined && (
        <Modal
          open
          title={t('newPassword', { name })}
          onCancel={() => setPassword(undefined)}
          footer={[
            <Button key="copy" onClick={() => void copy(password)}>
              {t('copy')}
            </Button>,
            <Button key="close" type="primary" onClick={() => setPassword(undefined)}>
              {tc('close')}
            </Button>,
          ]}
        >
          <p className={styles['password']}>{password}</p>
          <p>{t('newPasswordText')}</p>
        </Modal>
      )}
    </>
  );
}
