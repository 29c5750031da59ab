import { useUnit } from '@skillhall/ui/desk';
import { useAction, useNotice } from '@skillhall/ui/form';
import type { CreateAccountsMutation } from '@skillhall/ui/gql';
import { graphql } from '@skillhall/ui/graphql';
import { common, usePhrases } from '@skillhall/ui/i18n';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import styles from './people.module.css';
import { phrases } from './phrases.js';

const createMutation = graphql(`
  mutation CreateAccounts($unitId: ID!) {
    createAccounts(unitId: $unitId) {
      __typename
      ... on CreateAccountsSuccess {
        created
        passwordsFileId
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

const pickCreate = (data: CreateAccountsMutation) => data.createAccounts;

interface Created {
  readonly count: number;
  readonly fileId: string;
  readonly downloaded: boolean;
}

/** Accounts for everybody at the unit who has none; their first passwords can be downloaded once. */
export function CreateAccounts({ primary }: { readonly primary?: boolean }): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const notice = useNotice();
  const { unit } = useUnit();
  const [create] = useAction(createMutation, pickCreate);
  const [created, setCreated] = useState<Created>();
  const ask = () =>
    notice.confirm({
      title: t('createTitle', { unit: unit.name }),
      text: t('createText'),
      button: t('create'),
      onConfirm: async () => {
        const done = await create({ unitId: unit.id });
        if (!done) return;
        if (done.created === 0 || !done.passwordsFileId) notice.done(t('nobodyNew'));
        else setCreated({ count: done.created, fileId: done.passwordsFileId, downloaded: false });
      },
    });
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={ask}>
        {t('createAccounts')}
      </Button>
      {created && (
        <Modal
          open
          title={t('created', { n: created.count })}
          // The list cannot be fetched again: only the button closes this box.
          mask={{ closable: false }}
          keyboard={false}
          closable={false}
          footer={
            <Button disabled={!created.downloaded} onClick={() => setCreated(undefined)}>
              {tc('close')}
            </Button>
          }
        >
          <p>{t('createdText')}</p>
          <p className={styles['download']}>
            {created.downloaded ? (
              t('downloaded')
            ) : (
              <a href={`/files/${created.fileId}`} download onClick={() => setTimeout(() => setCreated({ ...created, downloaded: true }))}>
                {t('downloadPasswords')}
              </a>
            )}
          </p>
        </Modal>
      )}
    </>
  );
}
