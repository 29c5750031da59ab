import { usePhrases } from '@skillhall/ui/i18n';
import { Button, Sheet } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { phrases } from '../phrases.js';
import type { Paper } from '../use-paper.js';
import { Palette } from './palette.js';
import type { Question } from './question-card.js';
import styles from './paper.module.css';

interface SubmitSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly onGo: (position: number) => void;
  readonly questions: readonly Question[];
  readonly sections: readonly string[];
  readonly paper: Paper;
  readonly flags: readonly string[];
}

/** Before handing in: what is still blank or flagged, each one tap away. */
export function SubmitSheet({ open, onClose, onSubmit, onGo, questions, sections, paper, flags }: SubmitSheetProps): ReactNode {
  const t = usePhrases(phrases);
  const blanks = questions.filter(({ id }) => !paper.isAnswered(id));
  const flagged = questions.filter(({ id }) => flags.includes(id) && paper.isAnswered(id));
  const go = (position: number) => {
    onClose();
    onGo(position);
  };
  const list = (some: readonly Question[]) => <Palette questions={some} sections={sections} isAnswered={paper.isAnswered} flags={flags} onGo={go} />;
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={blanks.length > 0 ? t('blanksTitle', { n: blanks.length }) : t('allAnswered')}
      actions={
        <>
          <Button look="main" wide onClick={onSubmit}>
            {t('submitNow')}
          </Button>
          <Button look="quiet" wide onClick={onClose}>
            {t('goBack')}
          </Button>
        </>
      }
    >
      <div className={styles['before']}>
        <p>{t(blanks.length > 0 ? 'blanksText' : 'allAnsweredText')}</p>
        {blanks.length > 0 && list(blanks)}
        {flagged.length > 0 && (
          <>
            <h3>{t('flaggedList')}</h3>
            {list(flagged)}
          </>
        )}
      </div>
    </Sheet>
  );
}
