import { useAction, useNotice } from '@skillhall/ui/form';
import { common, usePhrases } from '@skillhall/ui/i18n';
import { Choice } from '@skillhall/ui/pieces';
import { Button, Form, Input, InputNumber, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { candidatePhrases } from './candidate-phrases.js';
import { setCandidateMutation } from './plan-documents.js';
import styles from './sittings.module.css';

/** By rule leaves it to unit and post. */
const admissions = ['rule', 'in', 'out'] as const;
export type Admission = (typeof admissions)[number];
const admittedOf = { rule: null, in: true, out: false } as const;

export interface SetPerson {
  readonly personId: string;
  readonly name: string;
  readonly admission: Admission;
  readonly extraMinutes: number;
  readonly note: string | null;
}

/** What is particular to one candidate: let in or shut out by name, more time, and why. */
export function CandidateDialog({ person, sittingId, onClose }: { readonly person: SetPerson; readonly sittingId: string; readonly onClose: (done: boolean) => void }): ReactNode {
  const t = usePhrases(candidatePhrases);
  const tc = usePhrases(common);
  const notice = useNotice();
  const id = useId();
  const [admission, setAdmission] = useState(person.admission);
  const [extraMinutes, setExtraMinutes] = useState(person.extraMinutes);
  const [note, setNote] = useState(person.note ?? '');
  const [set, setting] = useAction(setCandidateMutation, (data) => data.setCandidate);
  const keep = async () => {
    if (!(await set({ input: { sittingId, personId: person.personId, admitted: admittedOf[admission], extraMinutes, note: note.trim() || null } }))) return;
    notice.done(t('candidateSet', { name: person.name }));
    onClose(true);
  };
  return (
    <Modal open title={person.name} footer={null} onCancel={() => onClose(false)}>
      <Form layout="vertical" onFinish={() => void keep()}>
        <Form.Item className={styles['admission'] ?? ''}>
          <Choice label={t('admission')} value={admission} onChange={setAdmission} options={admissions.map((value) => ({ value, text: t(`admit-${value}`) }))} />
        </Form.Item>
        <Form.Item label={t('extraMinutes')} htmlFor={`${id}-extra`} extra={t('extraMinutesText')}>
          <InputNumber id={`${id}-extra`} min={0} max={600} value={extraMinutes} onChange={(value) => setExtraMinutes(value ?? 0)} />
        </Form.Item>
        <Form.Item label={t('candidateNote')} htmlFor={`${id}-note`}>
          <Input.TextArea id={`${id}-note`} rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </Form.Item>
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" loading={setting}>
            {tc('save')}
          </Button>
          <Button onClick={() => onClose(false)}>{tc('cancel')}</Button>
        </div>
      </Form>
    </Modal>
  );
}
