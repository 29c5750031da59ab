import { ImportPage } from '@skillhall/ui/imports';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { isImportKind, kindsFor } from './import-kinds.js';
import { leads, phrases } from './phrases.js';

/** The wizard of one kind. */
export function ImportKindPage(): ReactNode {
  const t = usePhrases(phrases);
  const { kind } = useParams();
  const kinds = kindsFor(useMay());
  const trail = [{ to: '/desk/imports', text: t('title') }];
  if (!isImportKind(kind) || !kinds.includes(kind))
    return (
      <Page title={t('title')} trail={trail}>
        <Empty title={t('unknown')} />
      </Page>
    );
  return <ImportPage key={kind} kind={kind} title={t('pageTitle', { name: t(kind) })} lead={t(leads[kind])} trail={trail} />;
}
