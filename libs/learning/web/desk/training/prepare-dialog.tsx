import { leastKeptShare, leastMonthsApart, tierMeasures, type TierMeasure } from '@skillhall/learning/domain';
import { useUnit } from '@skillhall/ui/desk';
import { useAction, useNotice } from '@skillhall/ui/form';
import { common, useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useCourseNames } from '../records/use-course-names.js';
import { HallChoice } from './hall-choice.js';
import { monthsAround, thisMonth } from './months.js';
import { phrases } from './phrases.js';
import styles from './training.module.css';
import { prepareMutation } from './training-documents.js';

const monthsAhead = 18;
const percent = 100;

interface Draft {
  readonly courseId: string | null;
  readonly unitIds: readonly string[];
  readonly tiersBy: TierMeasure;
  readonly tiers: number;
  readonly waves: number;
  readonly firstMonth: string;
  readonly monthsApart: number;
  readonly kept: number;
  readonly decidedBy: string;
}

type NumberName = 'tiers' | 'waves' | 'monthsApart' | 'kept';

function Numbers({ draft, set }: { readonly draft: Draft; readonly set: (part: Partial<Draft>) => void }): ReactNode {
  const t = usePhrases(phrases);
  const id = useId();
  const field = (name: NumberName, label: string, min: number, max: number, extra?: string): ReactNode => (
    <Form.Item label={label} htmlFor={`${id}-${name}`} extra={extra}>
      <InputNumber id={`${id}-${name}`} min={min} max={max} precision={0} value={draft[name]} onChange={(value) => set({ [name]: value ?? min })} />
    </Form.Item>
  );
  return (
    <div className={styles['pair']}>
      {field('tiers', t('tiers'), 1, 10)}
      {field('waves', t('waves'), 1, 24)}
      {field('monthsApart', t('monthsApart'), leastMonthsApart, 24, t('monthsApartHelp'))}
      {field('kept', t('keptShare'), leastKeptShare * percent, 90, t('keptShareHelp'))}
    </div>
  );
}

/** Fixes who takes part in a lottery and how, before anybody knows the seed. */
export function PrepareDialog({ onClose }: { readonly onClose: (done: boolean) => void }): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const format = useFormat();
  const notice = useNotice();
  const id = useId();
  const { unit } = useUnit();
  const courses = useCourseNames();
  const [draft, setDraft] = useState<Draft>({ courseId: null, unitIds: [unit.id], tiersBy: 'rate', tiers: 3, waves: 2, firstMonth: thisMonth(), monthsApart: 4, kept: leastKeptShare * percent, decidedBy: '' });
  const set = (part: Partial<Draft>) => setDraft((former) => ({ ...former, ...part }));
  const [prepare, running] = useAction(prepareMutation, (data) => data.prepareLottery);
  const send = async () => {
    const { kept, ...rest } = draft;
    if (!(await prepare({ input: { ...rest, unitIds: [...draft.unitIds], courseId: draft.courseId!, keptShare: kept / percent } }))) return;
    notice.done(t('preparedDone'));
    onClose(true);
  };
  return (
    <Modal open title={t('prepare')} footer={null} onCancel={() => onClose(false)} width={640}>
      <Form layout="vertical" className={styles['form']!} onFinish={() => void send()}>
        <Form.Item label={t('course')} htmlFor={`${id}-course`} required>
          <Select id={`${id}-course`} value={draft.courseId} showSearch={{ optionFilterProp: 'label' }} options={courses.map((course) => ({ value: course.id, label: course.name }))} onChange={(courseId: string) => set({ courseId })} />
        </Form.Item>
        <HallChoice value={draft.unitIds} onChange={(unitIds) => set({ unitIds })} />
        <div className={styles['pair']}>
          <Form.Item label={t('tiersBy')} htmlFor={`${id}-by`}>
            <Select id={`${id}-by`} value={draft.tiersBy} options={tierMeasures.map((name) => ({ value: name, label: t(name) }))} onChange={(tiersBy: TierMeasure) => set({ tiersBy })} />
          </Form.Item>
          <Form.Item label={t('firstMonth')} htmlFor={`${id}-first`}>
            <Select id={`${id}-first`} value={draft.firstMonth} options={monthsAround(0, monthsAhead).reverse().map((month) => ({ value: month, label: format.month(month) }))} onChange={(firstMonth: string) => set({ firstMonth })} />
          </Form.Item>
        </div>
        <Numbers draft={draft} set={set} />
        <Form.Item label={t('decidedBy')} htmlFor={`${id}-who`} extra={t('decidedHelp')} required>
          <Input id={`${id}-who`} maxLength={100} value={draft.decidedBy} onChange={(event) => set({ decidedBy: event.target.value })} />
        </Form.Item>
        <p className={styles['soft']}>{t('prepareNote')}</p>
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" disabled={!draft.courseId || !draft.unitIds.length || !draft.decidedBy.trim()} loading={running}>
            {t('prepare')}
          </Button>
          <Button onClick={() => onClose(false)}>{tc('cancel')}</Button>
        </div>
      </Form>
    </Modal>
  );
}
