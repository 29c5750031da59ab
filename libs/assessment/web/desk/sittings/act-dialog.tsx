import { useAction, useNotice } from '@skillhall/ui/form';
import { common, usePhrases } from '@skillhall/ui/i18n';
import { Button, Form, Input, InputNumber, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { phrases } from './phrases.js';
import type { Candidate } from './board-page.js';
import { endSittingMutation, extendAttemptMutation, extendSittingMutation, forceSubmitMutation, noteIncidentMutation } from './sitting-documents.js';
import styles from './sittings.module.css';

export type Act = { readonly kind: 'extend' | 'force'; readonly candidate: Candidate } | { readonly kind: 'extendAll' | 'note' | 'end' };

const usualMinutes = 5;

/** What an invigilator is about to do, with the reason that stays on record. */
export function ActDialog({ act, sittingId, onClose }: { readonly act: Act; readonly sittingId: string; readonly onClose: (done: boolean) => void }): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const notice = useNotice();
  const id = useId();
  const [note, setNote] = useState('');
  const [minutes, setMinutes] = useState(usualMinutes);
  const [extend, extending] = useAction(extendAttemptMutation, (data) => data.extendAttempt);
  const [extendAll, extendingAll] = useAction(extendSittingMutation, (data) => data.extendSitting);
  const [force, forcing] = useAction(forceSubmitMutation, (data) => data.forceSubmit);
  const [write, writing] = useAction(noteIncidentMutation, (data) => data.noteIncident);
  const [end, ending] = useAction(endSittingMutation, (data) => data.endSitting);
  const timed = act.kind === 'extend' || act.kind === 'extendAll';
  const attemptId = 'candidate' in act ? act.candidate.attempt!.id : '';
  const doIt = async () => {
    const run = {
      extend: () => extend({ sittingId, attemptId, minutes, note }),
      extendAll: () => extendAll({ sittingId, minutes, note }),
      force: () => force({ sittingId, attemptId, note }),
      note: () => write({ sittingId, attemptId: null, note }),
      end: () => end({ sittingId, note }),
    }[act.kind];
    if (!(await run())) return;
    notice.done(t('onRecord'));
    onClose(true);
  };
  const name = 'candidate' in act ? act.candidate.name : '';
  return (
    <Modal open title={t(`ask-${act.kind}`, { name })} footer={null} onCancel={() => onClose(false)}>
      <Form layout="vertical" onFinish={() => void doIt()}>
        {(act.kind === 'force' || act.kind === 'end') && <p>{t(`warn-${act.kind}`)}</p>}
        {timed && (
          <Form.Item label={t('minutes')} htmlFor={`${id}-minutes`}>
            <InputNumber id={`${id}-minutes`} min={1} max={240} value={minutes} onChange={(value) => setMinutes(value ?? usualMinutes)} />
          </Form.Item>
        )}
        <Form.Item label={t('reason')} htmlFor={`${id}-note`}>
          <Input.TextArea id={`${id}-note`} rows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Form.Item>
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" danger={act.kind === 'end' || act.kind === 'force'} disabled={!note.trim()} loading={extending || extendingAll || forcing || writing || ending}>
            {t(`do-${act.kind}`)}
          </Button>
          <Button onClick={() => onClose(false)}>{tc('cancel')}</Button>
        </div>
      </Form>
    </Modal>
  );
}
