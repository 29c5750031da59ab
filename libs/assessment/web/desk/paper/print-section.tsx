import { formLetters, mostForms } from '@skillhall/assessment/domain';
import { useAction, useNotice } from '@skillhall/ui/form';
import type { PrintPapersMutation, SittingPapersQuery } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Section } from '@skillhall/ui/page';
import { Banner, Bar } from '@skillhall/ui/pieces';
import { Button, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { printPapersMutation } from './documents.js';
import styles from './paper.module.css';
import { phrases } from './phrases.js';

export type PaperSitting = NonNullable<SittingPapersQuery['sitting']>;
export type Papers = NonNullable<PaperSitting['papers']>;

const pick = (data: PrintPapersMutation) => data.printPapers;
const usualForms = 2;

export const isBusy = ({ printing }: Papers): boolean => printing?.state === 'queued' || printing?.state === 'working';

function Files({ papers: { forms, files } }: { readonly papers: Papers }): ReactNode {
  const t = usePhrases(phrases);
  const link = (file: Papers['files'][number], text: string): ReactNode => (
    <a key={file.fileId} href={`/files/papers/${file.fileId}`} download aria-label={file.form === null ? text : `${t('formName', { form: file.form })} ${text}`}>
      {text}
    </a>
  );
  return (
    <ul className={styles['files']} aria-label={t('files')}>
      {forms.map(({ form }) => (
        <li key={form}>
          <strong>{t('formName', { form })}</strong>
          {files.filter((file) => file.form === form).map((file) => link(file, t(file.kind)))}
        </li>
      ))}
      <li>{files.filter(({ kind }) => kind === 'keys').map((file) => link(file, t('keys')))}</li>
    </ul>
  );
}

function Progress({ printing }: { readonly printing: NonNullable<Papers['printing']> }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  if (printing.state === 'failed') return <Banner tone="bad" live>{t('failed')}</Banner>;
  if (printing.state === 'done')
    return (
      <>
        {printing.missing.length > 0 && <Banner tone="warn">{t('missing', { characters: printing.missing.join(' ') })}</Banner>}
        <p className={styles['soft']}>{t('madeAt', { name: printing.accountName, at: format.moment(printing.at) })}</p>
      </>
    );
  const text = printing.state === 'queued' ? t('queued') : t('making', { done: printing.done, total: printing.total });
  return (
    <div className={styles['progress']} role="status">
      <Bar done={printing.done} total={printing.total} label={text} />
      <span>{text}</span>
    </div>
  );
}

/** Papers of a sitting as files: how many forms, how far they are, where to fetch them. */
export function PrintSection({ sitting, papers, onAsked }: { readonly sitting: PaperSitting; readonly papers: Papers; readonly onAsked: () => void }): ReactNode {
  const t = usePhrases(phrases);
  const notice = useNotice();
  const id = useId();
  const [forms, setForms] = useState(Math.max(usualForms, papers.forms.length));
  const [print, asking] = useAction(printPapersMutation, pick);
  const ask = async (anew: boolean) => {
    if (await print({ sittingId: sitting.id, forms, anew })) onAsked();
  };
  const drawn = papers.forms.length;
  const counts = Array.from({ length: mostForms }, (_, index) => index + 1).filter((count) => count >= drawn);
  const busy = asking || isBusy(papers);
  if (papers.withheld)
    return (
      <Section title={t('printing')}>
        <Banner tone="note" action={<Link to={`/desk/sittings/${sitting.id}/candidates`}>{t('toCandidates')}</Link>}>
          {t('withheld')}
        </Banner>
      </Section>
    );
  return (
    <Section title={t('printing')}>
      {papers.printing && <Progress printing={papers.printing} />}
      {papers.files.length > 0 && <Files papers={papers} />}
      {sitting.state !== 'cancelled' && (
        <div className={styles['buttons']}>
          <label htmlFor={id}>{t('howMany')}</label>
          <Select id={id} value={forms} disabled={busy} onChange={setForms} options={counts.map((count) => ({ value: count, label: t('forms', { n: count, letters: formLetters(count).join('、') }) }))} style={{ minWidth: 200 }} />
          <Button type={drawn ? 'default' : 'primary'} disabled={busy} onClick={() => void ask(false)}>
            {t(drawn ? 'makeAgain' : 'make')}
          </Button>
          {drawn > 0 && sitting.state === 'planned' && (
            <Button danger disabled={busy} onClick={() => notice.confirm({ title: t('askAnew'), text: t('askAnewText'), button: t('drawAnew'), danger: true, onConfirm: () => ask(true) })}>
              {t('drawAnew')}
            </Button>
          )}
        </div>
      )}
    </Section>
  );
}
