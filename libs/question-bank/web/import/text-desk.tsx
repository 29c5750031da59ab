import { usePhrases, useFormat } from '@skillhall/ui/i18n';
import { Button } from 'antd';
import { useDeferredValue, useMemo, useRef, type ReactNode } from 'react';
import { textFormats } from '@skillhall/question-bank/domain';
import { Tick } from '../editor/fields.js';
import styles from './import.module.css';
import { LineEditor, type LineEditorHandle } from './line-editor.js';
import { importPhrases } from './phrases.js';
import { ReadList } from './read-list.js';
import { isOut, isTextFormat, judged, readText } from './reading.js';
import { SettingsForm } from './settings-form.js';
import type { Settings } from './settings.js';

interface TextDeskProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly settings: Settings;
  readonly onSettings: (settings: Settings) => void;
  readonly busy: boolean;
  readonly onCheck: () => void;
  readonly onLeave: () => void;
}

/** The text on the left, the questions that it makes on the right; what is put right on the left shows at once. */
export function TextDesk({ text, onText, settings, onSettings, busy, onCheck, onLeave }: TextDeskProps): ReactNode {
  const t = usePhrases(importPhrases);
  const format = useFormat();
  const editor = useRef<LineEditorHandle>(null);
  const seen = useDeferredValue(text);
  const { format: written, track, doubtful } = settings;
  const judgement = useMemo(() => judged(readText(isTextFormat(written) ? written : 'zh-text', seen), { track }), [written, seen, track]);
  const marked = useMemo(() => {
    const found = new Map<number, 'bad' | 'odd'>();
    for (const { line } of judgement.others) found.set(line, 'bad');
    for (const { odd, content, question } of judgement.judged) {
      for (const { line } of odd) found.set(line, 'odd');
      if (!content.ok) found.set(question.line, 'bad');
    }
    return found;
  }, [judgement]);
  const out = judgement.judged.filter((each) => isOut(each, doubtful)).length;
  const taken = judgement.judged.length - out;
  return (
    <>
      <SettingsForm settings={settings} onChange={onSettings} formats={textFormats} />
      <div className={styles['bar']}>
        <p role="status">{t('willTake', { n: format.count(taken), out: format.count(out) })}</p>
        <Tick label={t('takeDoubtful')} checked={doubtful} onChange={(take) => onSettings({ ...settings, doubtful: take })} />
        <Button onClick={onLeave}>{t('another')}</Button>
        <Button type="primary" disabled={taken === 0} loading={busy} onClick={onCheck}>
          {t('check')}
        </Button>
      </div>
      <div className={styles['desk']}>
        <LineEditor ref={editor} label={t('text')} text={text} onChange={onText} marked={marked} />
        <ReadList judgement={judgement} takeDoubtful={doubtful} onLine={(line) => editor.current?.goTo(line)} />
      </div>
    </>
  );
}
