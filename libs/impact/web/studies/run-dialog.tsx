import type { StudyPlanFragment, StudyRunLineFragment } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { Pick } from './pick.js';
import { readingPhrases } from './reading-phrases.js';
import styles from './studies.module.css';
import { useRun } from './use-run.js';

interface RunDialogProps {
  readonly plan: StudyPlanFragment;
  /** The newest run with data, to be repeated on the same. */
  readonly former: StudyRunLineFragment | undefined;
  readonly onClose: () => void;
}

/** Why a study is run again, and on which data. */
export function RunDialog({ plan, former, onClose }: RunDialogProps): ReactNode {
  const t = usePhrases(readingPhrases);
  const id = useId();
  const [reason, setReason] = useState('');
  const [data, setData] = useState<'new' | 'same'>('new');
  const [run, running] = useRun(plan.id);
  const snapshot = former?.snapshot;
  const go = async () => {
    if (await run(reason.trim(), data === 'same' ? snapshot?.id : undefined)) onClose();
  };
  return (
    <Modal open onCancel={onClose} title={t('reasonTitle', { title: plan.title })} okText={t('runAgain')} okButtonProps={{ disabled: !reason.trim(), loading: running }} onOk={() => void go()}>
      <div className={styles['fields']}>
        <p>{t('reasonText')}</p>
        <label className={styles['field']} htmlFor={id}>
          <span>{t('reason')}</span>
          <Input.TextArea id={id} rows={3} maxLength={1000} placeholder={t('reasonHint')} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        {snapshot && (
          <Pick
            label={t('data')}
            value={data}
            onChange={setData}
            options={[
              { value: 'new', text: t('dataNew'), meaning: t('dataNewText') },
              { value: 'same', text: t('dataSame'), meaning: t('dataSameText') },
            ]}
          />
        )}
      </div>
    </Modal>
  );
}
