import { useAction, useNotice } from '@skillhall/ui/form';
import type { UnsentFileFragment, UnsentFinding } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { common, useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Section } from '@skillhall/ui/page';
import { Tag } from '@skillhall/ui/pieces';
import { useMay } from '@skillhall/ui/session';
import { Button, Form, Input, Modal } from 'antd';
import { useId, useRef, useState, type ReactNode } from 'react';
import styles from './sittings.module.css';
import { bringUnsentMutation, decideUnsentMutation, unsentFilesQuery } from './unsent-documents.js';
import { unsentPhrases } from './unsent-phrases.js';

const findings = ['counts', 'arrived', 'superseded', 'outOfTime', 'noTime', 'notOnPaper'] as const satisfies readonly UnsentFinding[];

function Bring({ sittingId, onDone }: { readonly sittingId: string; readonly onDone: () => void }): ReactNode {
  const t = usePhrases(unsentPhrases);
  const notice = useNotice();
  const field = useRef<HTMLInputElement>(null);
  const [bring, bringing] = useAction(bringUnsentMutation, (data) => data.bringUnsentAnswers);
  const take = async (file: File | undefined) => {
    const brought = file && (await bring({ sittingId, content: await file.text() }));
    if (field.current) field.current.value = '';
    if (!brought) return;
    notice.done(t('brought', { name: brought.file.personName }));
    onDone();
  };
  return (
    <div className={styles['buttons']}>
      <input ref={field} type="file" accept=".json,application/json" aria-label={t('bring')} hidden onChange={(event) => void take(event.target.files?.[0])} />
      <Button loading={bringing} onClick={() => field.current?.click()}>
        {t('bring')}
      </Button>
    </div>
  );
}

function Decide({ file, accepted, onClose }: { readonly file: UnsentFileFragment; readonly accepted: boolean; readonly onClose: (done: boolean) => void }): ReactNode {
  const t = usePhrases(unsentPhrases);
  const tc = usePhrases(common);
  const notice = useNotice();
  const id = useId();
  const [note, setNote] = useState('');
  const [decide, deciding] = useAction(decideUnsentMutation, (data) => data.decideUnsentAnswers);
  const keep = async () => {
    if (!(await decide({ id: file.id, accepted, note }))) return;
    notice.done(t('decidedNow'));
    onClose(true);
  };
  const title = t(accepted ? 'askAccept' : 'askRefuse', { name: file.personName });
  return (
    <Modal open title={title} footer={null} onCancel={() => onClose(false)}>
      <Form layout="vertical" onFinish={() => void keep()}>
        <p>{t(accepted ? 'acceptText' : 'refuseText')}</p>
        <Form.Item label={t('why')} htmlFor={id}>
          <Input.TextArea id={id} rows={3} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Form.Item>
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" danger={!accepted} disabled={!note.trim()} loading={deciding}>
            {t(accepted ? 'accept' : 'refuse')}
          </Button>
          <Button onClick={() => onClose(false)}>{tc('cancel')}</Button>
        </div>
      </Form>
    </Modal>
  );
}

function File({ file, onDecide }: { readonly file: UnsentFileFragment; readonly onDecide: ((accepted: boolean) => void) | undefined }): ReactNode {
  const t = usePhrases(unsentPhrases);
  const format = useFormat();
  const { decision } = file;
  const of = (finding: UnsentFinding) => file.answers.filter((answer) => answer.finding === finding);
  return (
    <li>
      <div className={styles['facts']}>
        <strong>{file.personName}</strong>
        <span className={styles['soft']}>{t('broughtBy', { at: format.moment(file.at), name: file.accountName })}</span>
        <Tag tone={file.sound === false ? 'bad' : undefined}>{t(file.sound === null ? 'sealNone' : file.sound ? 'sealWhole' : 'sealBroken')}</Tag>
        {!file.sameDevice && <Tag tone="warn">{t('otherDevice')}</Tag>}
      </div>
      <ul>
        {findings.map((finding) => {
          const found = of(finding);
          return found.length > 0 && <li key={finding}>{t(`found-${finding}`, { n: found.length, places: found.map(({ position }) => position ?? '?').join(t('listed')) })}</li>;
        })}
      </ul>
      {decision ? (
        <p>
          {t(decision.accepted ? 'wasAccepted' : 'wasRefused', { at: format.moment(decision.at), name: decision.accountName, n: decision.counted })} {decision.note}
        </p>
      ) : (
        onDecide && (
          <div className={styles['buttons']}>
            <Button disabled={file.sound === false || of('counts').length === 0} onClick={() => onDecide(true)}>
              {t('accept')}
            </Button>
            <Button onClick={() => onDecide(false)}>{t('refuse')}</Button>
          </div>
        )
      )}
    </li>
  );
}

/** Answers that did not reach the server: files are brought, looked at, and decided about by a person. */
export function UnsentAnswers({ sittingId }: { readonly sittingId: string }): ReactNode {
  const t = usePhrases(unsentPhrases);
  const may = useMay();
  const query = useQuery(unsentFilesQuery, { id: sittingId });
  const [deciding, setDeciding] = useState<{ readonly file: UnsentFileFragment; readonly accepted: boolean }>();
  const files = query.data?.sitting?.unsentFiles ?? [];
  return (
    <Section title={t('title')}>
      <p className={styles['soft']}>{t('text')}</p>
      <Bring sittingId={sittingId} onDone={() => void query.refetch()} />
      {files.length > 0 && (
        <ol className={styles['files']}>
          {files.map((file) => (
            <File key={file.id} file={file} onDecide={may('exam.manage') ? (accepted) => setDeciding({ file, accepted }) : undefined} />
          ))}
        </ol>
      )}
      {deciding && (
        <Decide
          {...deciding}
          onClose={(done) => {
            setDeciding(undefined);
            if (done) void query.refetch();
          }}
        />
      )}
    </Section>
  );
}
