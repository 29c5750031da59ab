import { guessFormat } from '@skillhall/question-bank/domain';
import { usePhrases } from '@skillhall/ui/i18n';
import { ChooseFile } from '@skillhall/ui/imports';
import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import styles from './import.module.css';
import { importPhrases } from './phrases.js';
import { beginningOf, decoded, isTextFormat, mostText } from './reading.js';
import type { Settings } from './settings.js';

export interface Pasted {
  readonly name: string;
  readonly text: string;
}

interface SourceProps {
  readonly onText: (pasted: Pasted, format: Settings['format']) => void;
  readonly onStored: (fileId: string, format: Settings['format']) => Promise<void>;
}

/** Where questions come from: a text that is pasted, or a file. */
export function Source({ onText, onStored }: SourceProps): ReactNode {
  const t = usePhrases(importPhrases);
  const id = useId();
  const [text, setText] = useState('');
  const keep = async (file: File): Promise<boolean> => {
    const format = guessFormat(file.name, await beginningOf(file));
    if (!isTextFormat(format) || file.size > mostText) return false;
    onText({ name: file.name, text: (await decoded(file)).replace(/^\ufeff/, '').replace(/\r\n?/g, '\n') }, format);
    return true;
  };
  const store = async (fileId: string, file: File) => onStored(fileId, guessFormat(file.name, await beginningOf(file)));
  return (
    <div className={styles['sources']}>
      <div className={styles['paste']}>
        <label htmlFor={id}>{t('pasteLabel')}</label>
        <Input.TextArea id={id} value={text} rows={9} placeholder={t('pasteHint')} onChange={(event) => setText(event.target.value)} />
        <Button type="primary" disabled={text.trim() === ''} onClick={() => onText({ name: t('pastedName'), text }, guessFormat('', text))}>
          {t('readIt')}
        </Button>
      </div>
      <ChooseFile templateHref="/imports/questions/template" accept=".txt,.docx,.xlsx,.csv,.gift,.xml,.json" title={t('dropHere')} lead={t('accepts')} keep={keep} onStored={store} />
    </div>
  );
}
