import { useAction, useNotice } from '@skillhall/ui/form';
import { common, usePhrases } from '@skillhall/ui/i18n';
import { Button, Form, Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { today } from './months.js';
import { phrases } from './phrases.js';
import styles from './training.module.css';
import { cancelMutation, holdMutation } from './training-documents.js';

export interface Step {
  readonly kind: 'hold' | 'cancel';
  readonly ids: readonly string[];
}

/** What became of planned sessions: held on a day, or cancelled for a reason. Neither can be taken back. */
export function StepDialog({ step: { kind, ids }, onClose }: { readonly step: Step; readonly onClose: (done: boolean) => void }): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const notice = useNotice();
  const id = useId();
  const [heldOn, setHeldOn] = useState(today());
  const [why, setWhy] = useState('');
  const [hold, holding] = useAction(holdMutation, (data) => data.holdTraining);
  const [cancel, cancelling] = useAction(cancelMutation, (data) => data.cancelTraining);
  const send = async () => {
    if (!(await (kind === 'hold' ? hold({ ids: [...ids], heldOn }) : cancel({ ids: [...ids], why })))) return;
    notice.done(t('recorded'));
    onClose(true);
  };
  return (
    <Modal open title={t(kind === 'hold' ? 'holdTitle' : 'cancelTitle', { n: ids.length })} footer={null} onCancel={() => onClose(false)}>
      <Form layout="vertical" onFinish={() => void send()}>
        {kind === 'hold' ? (
          <Form.Item label={t('heldOn')} htmlFor={`${id}-on`} extra={t('holdNote')}>
            <Input id={`${id}-on`} type="date" max={today()} value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />
          </Form.Item>
        ) : (
          <Form.Item label={t('why')} htmlFor={`${id}-why`}>
            <Input.TextArea id={`${id}-why`} rows={2} maxLength={500} value={why} onChange={(event) => setWhy(event.target.value)} />
          </Form.Item>
        )}
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" danger={kind === 'cancel'} disabled={kind === 'hold' ? !heldOn : !why.trim()} loading={holding || cancelling}>
            {t(kind)}
          </Button>
          <Button onClick={() => onClose(false)}>{tc('back')}</Button>
        </div>
      </Form>
    </Modal>
  );
}
