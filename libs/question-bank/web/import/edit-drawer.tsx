import { contentAsRead, fromContent, questionTypes, type ExchangeQuestion } from '@skillhall/question-bank/domain';
import { useLocale, usePhrases } from '@skillhall/ui/i18n';
import { DetailDrawer } from '@skillhall/ui/table';
import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { CaseParts } from '../editor/case-parts.js';
import { ProblemContext } from '../editor/fields.js';
import { PartForm } from '../editor/part-form.js';
import { problemsOf, withPart } from '../editor/question-draft.js';
import styles from './import.module.css';
import { importPhrases } from './phrases.js';
import type { Settings } from './settings.js';

interface EditDrawerProps {
  readonly question: ExchangeQuestion;
  readonly track: Settings['track'];
  readonly title: string;
  readonly onSave: (question: ExchangeQuestion) => void;
  readonly onClose: () => void;
}

/** One question of a file, put right before it comes in. */
export function EditDrawer({ question, track, title, onSave, onClose }: EditDrawerProps): ReactNode {
  const t = usePhrases(importPhrases);
  const locale = useLocale();
  const [content, setContent] = useState(() => contentAsRead(question, { track }));
  const problems = useMemo(() => problemsOf(content, locale), [content, locale]);
  const { line, number, name, category, tags, media } = question;
  const save = () => onSave({ ...fromContent(content, number), ...{ line, name, category, tags, media } });
  const actions = (
    <Button type="primary" disabled={problems.size > 0} onClick={save}>
      {t('editDone')}
    </Button>
  );
  return (
    <DetailDrawer open onClose={onClose} title={title} width={720} actions={actions}>
      <ProblemContext value={problems}>
        <form className={styles['form']} onSubmit={(event) => event.preventDefault()}>
          <PartForm part={content} path="" types={questionTypes} onChange={(part) => setContent(withPart(content, part))} />
          {content.type === 'case' && <CaseParts parts={content.parts} onChange={(parts) => setContent({ ...content, parts })} />}
        </form>
      </ProblemContext>
    </DetailDrawer>
  );
}
