import { useAction, useNotice } from '@skillhall/ui/form';
import { common, usePhrases } from '@skillhall/ui/i18n';
import { Button, Form, Input, InputNumber, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { boardPhrases } from './board-phrases.js';
import type { Candidate } from './board-page.js';
import { cancelSittingMutation } from './plan-documents.js';
import { endSittingMutation, extendAttemptMutation, extendSittingMutation, forceSubmitMutation, noteIncidentMutation } from './sitting-documents.js';
import styles from './sittings.module.css';

export type Act = { readonly kind: 'extend' | 'force'; readonly candidate: Candidate } | { readonly kind: 'extendAll' | 'note' | 'end' | 'cancel' };

const usualMinutes = 5;

/** What cannot be undone says so before it is done. */
const isGrave = (kind: Act['kind']): kind is 'force' | 'end' | 'cancel' => kind === 'force' || kind === 'end' || kind === 'cancel';

/** What an invigilator is about to do, with the reason that stays on record. */
export function ActDialog({ act, sittingId, onClose }: { readonly act: Act; readonly sittingId: string; readonly onClose: (done: boolean) => void }): ReactNode {
  const t = usePhrases(boardPhrases);
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
  const [cancel, cancelling] = useAction(cancelSittingMutation, (data) => data.cancelSitting);
  const timed = act.kind === 'extend' || act.kind === 'extendAll';
  const attemptId = 'candidate' in act ? act.candidate.attempt!.id : '';
  const doIt = async () => {
    const run = {
      extend: () => extend({ sittingId, attemptId, minutes, note }),
      extendAll: () => extendAll({ sittingId, minutes, note }),
      force: () => force({ sittingId, attemptId, note }),
      note: () => write({ sittingId, attemptId: null, note }),
      end: () => end({ sittingId, note }),
      cancel: () => cancel({ id: sittingId, reason: note }),
    }[act.kind];
    if (!(await run())) return;
    notice.done(t('onRecord'));
    onClose(true);
  };
  const name = 'candidate' in act ? act.candidate.name : '';
  return (
    <Modal open title={t(`ask-${act.kind}`, { name })} footer={null} onCancel={() => onClose(false)}>
      <Form layout="vertical" onFinish={() => void doIt()}>
        {isGrave(act.kind) && <p>{t(`warn-${act.kind}`)}</p>}
        {timed && (
          <Form.Item label={t('minutes')} htmlFor={`${id}-minutes`}>
            <InputNumber id={`${id}-minutes`} min={1} max={240} value={minutes} onChange={(value) => setMinutes(value ?? usualMinutes)} />
          </Form.Item>
        )}
        <Form.Item label={t('reason')} htmlFor={`${id}-note`}>
          <Input.TextArea id={`${id}-note`} rows={2} maxLength={act.kind === 'cancel' ? 500 : 1000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Form.Item>
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" danger={isGrave(act.kind)} disabled={!note.trim()} loading={extending || extendingAll || forcing || writing || ending || cancelling}>
            {t(`do-${act.kind}`)}
          </Button>
          <Button onClick={() => onClose(false)}>{act.kind === 'cancel' ? t('keepSitting') : tc('cancel')}</Button>
        </div>
      </Form>
    </Modal>
  );
}
