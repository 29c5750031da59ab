import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { type RequestFailure } from '../graphql/index.js';
import { usePhrases } from '../i18n/index.js';
import { Banner, Bar } from '../pieces/index.js';
import styles from './imports.module.css';
import { phrases } from './phrases.js';
import { upload } from './upload.js';

interface ChooseFileProps {
  readonly templateHref: string;
  readonly onStored: (fileId: string, file: File) => Promise<void>;
  /** Endings of files, and what is said of them. */
  readonly accept?: string;
  readonly title?: string;
  readonly lead?: string;
  /** Answers true where the page keeps the file for itself and nothing is to be sent yet. */
  readonly keep?: (file: File) => Promise<boolean>;
}

/** Takes a table by click or by drop and sends it. */
export function ChooseFile({ templateHref, onStored, accept = '.xlsx,.csv,.txt', title, lead, keep }: ChooseFileProps): ReactNode {
  const t = usePhrases(phrases);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [sending, setSending] = useState<{ name: string; share: number }>();
  const [failure, setFailure] = useState<RequestFailure>();
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file || sending || (await keep?.(file))) return;
    setFailure(undefined);
    setSending({ name: file.name, share: 0 });
    try {
      const stored = await upload(file, (share) => setSending({ name: file.name, share }));
      await onStored(stored.id, file);
    } catch (error) {
      setFailure(error as RequestFailure);
    } finally {
      setSending(undefined);
      if (input.current) input.current.value = '';
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div className={styles['choose']}>
      <label
        htmlFor={id}
        className={styles['drop']}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <strong>{title ?? t('dropHere')}</strong>
        <span>{lead ?? t('accepts')}</span>
        <input ref={input} id={id} className="visually-hidden" type="file" accept={accept} disabled={sending !== undefined} onChange={(event) => void take(event.target.files?.[0])} />
      </label>
      {sending && (
        <div role="status">
          <p>{t('uploading', { name: sending.name, share: Math.round(sending.share * 100) })}</p>
          <Bar done={sending.share} total={1} label={sending.name} />
        </div>
      )}
      {failure && (
        <Banner tone="bad" live>
          {t(failure.message === 'too large' ? 'tooLarge' : 'uploadFailed')}
        </Banner>
      )}
      <a href={templateHref} download>
        {t('template')}
      </a>
    </div>
  );
}
