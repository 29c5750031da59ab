import { useAction } from '@skillhall/ui/form';
import type { OpenExamToPracticeMutation } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Section } from '@skillhall/ui/page';
import { Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { openExamToPracticeMutation } from './exam-documents.js';
import styles from './exams.module.css';
import { editorPhrases } from './editor-phrases.js';

const pick = (data: OpenExamToPracticeMutation) => data.openExamToPractice;

/** Whether staff may take mocks of a published exam; the exam itself does not change by it. */
export function PracticeSwitch({ examId, open: first }: { readonly examId: string; readonly open: boolean }): ReactNode {
  const t = usePhrases(editorPhrases);
  const [open, setOpen] = useState(first);
  const [run, running] = useAction(openExamToPracticeMutation, pick);
  const turn = async (to: boolean) => {
    const done = await run({ id: examId, open: to });
    if (done) setOpen(done.exam.openToPractice);
  };
  return (
    <Section title={t('mock')}>
      <label className={styles['switch']}>
        <Switch loading={running} checked={open} onChange={(to) => void turn(to)} aria-label={t('openToPractice')} />
        <span>{t('openToPractice')}</span>
      </label>
      <p className={styles['note']}>{t('openToPracticeText')}</p>
    </Section>
  );
}
