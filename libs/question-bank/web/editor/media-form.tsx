import type { QuestionMedia } from '@skillhall/question-bank/domain';
import { usePhrases } from '@skillhall/ui/i18n';
import { Banner } from '@skillhall/ui/pieces';
import { useId, useState, type ReactNode } from 'react';
import { editorPhrases } from './editor-phrases.js';
import styles from './editor.module.css';
import { Group, Line, Problem, Small } from './fields.js';

type Refusal = 'notMedia' | 'tooLarge' | 'uploadFailed';

/** Brings a file to the server; a word about why it was not taken. */
async function send(file: File): Promise<Omit<QuestionMedia, 'description'> | Refusal> {
  const form = new FormData();
  form.append('file', file);
  const answer = await fetch('/files/question-media', { method: 'POST', credentials: 'same-origin', headers: { 'x-skillhall-request': '1' }, body: form }).catch(() => undefined);
  if (answer?.ok) return (await answer.json()) as Omit<QuestionMedia, 'description'>;
  return answer?.status === 415 ? 'notMedia' : answer?.status === 413 ? 'tooLarge' : 'uploadFailed';
}

/** Pictures and recordings of a stem, each with words for who cannot see or hear it. */
export function MediaForm({ media, onChange, path }: { readonly media: readonly QuestionMedia[]; readonly onChange: (media: readonly QuestionMedia[]) => void; readonly path: string }): ReactNode {
  const t = usePhrases(editorPhrases);
  const id = useId();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const take = async (file: File | undefined) => {
    if (!file) return;
    setSending(true);
    setRefusal(undefined);
    const taken = await send(file);
    setSending(false);
    if (typeof taken === 'string') setRefusal(taken);
    else onChange([...media, { ...taken, description: '' }]);
  };
  return (
    <Group title={t('media')} hint={t('mediaHint')}>
      {media.map((item, at) => (
        <div key={item.fileId} className={styles['row']}>
          <span className={styles['name']}>{item.name}</span>
          <Line label={t('description')} value={item.description} field={`${path}media.${at}.description`} onChange={(description) => onChange(media.with(at, { ...item, description }))} />
          <Small sign="×" label={t('remove')} onClick={() => onChange(media.toSpliced(at, 1))} />
        </div>
      ))}
      <Problem field={`${path}media`} />
      {refusal && <Banner tone="warn" live>{t(refusal)}</Banner>}
      <label htmlFor={id} className={styles['upload']} aria-busy={sending}>
        {sending ? t('uploading') : t('addMedia')}
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept="image/png,image/jpeg,image/gif,image/webp,audio/mpeg,audio/mp4,audio/ogg,audio/wav"
          disabled={sending}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
    </Group>
  );
}
