import { trainingReasons, type TrainingReason } from '@skillhall/learning/domain';
import { useUnit } from '@skillhall/ui/desk';
import { useAction, useNotice } from '@skillhall/ui/form';
import { common, useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useCourseNames } from '../records/use-course-names.js';
import { HallChoice } from './hall-choice.js';
import { monthsAround, thisMonth } from './months.js';
import { phrases } from './phrases.js';
import styles from './training.module.css';
import { scheduleMutation } from './training-documents.js';

const [monthsBefore, monthsAfter] = [24, 18];
/** A lottery is drawn, not claimed. */
const reasons = trainingReasons.filter((reason) => reason !== 'lottery');

interface Draft {
  readonly courseId: string | null;
  readonly unitIds: readonly string[];
  readonly plannedMonth: string;
  readonly reason: TrainingReason | null;
  readonly lookedFrom: string | null;
  readonly lookedUntil: string | null;
  readonly decidedBy: string;
}

const complete = ({ courseId, unitIds, reason, lookedFrom, lookedUntil, decidedBy }: Draft): boolean =>
  courseId !== null && unitIds.length > 0 && reason !== null && decidedBy.trim() !== '' && (lookedFrom === null) === (lookedUntil === null) && (reason !== 'spike' || lookedFrom !== null);

function Looked({ draft, set }: { readonly draft: Draft; readonly set: (part: Partial<Draft>) => void }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const id = useId();
  const months = monthsAround(monthsBefore, monthsAfter).filter((month) => month <= draft.plannedMonth).map((month) => ({ value: month, label: format.month(month) }));
  return (
    <>
      <div className={styles['pair']}>
        <Form.Item label={t('lookedFrom')} htmlFor={`${id}-from`} required={draft.reason === 'spike'}>
          <Select id={`${id}-from`} allowClear value={draft.lookedFrom} options={months} onChange={(value?: string) => set({ lookedFrom: value ?? null })} />
        </Form.Item>
        <Form.Item label={t('lookedUntil')} htmlFor={`${id}-until`} required={draft.reason === 'spike'}>
          <Select id={`${id}-until`} allowClear value={draft.lookedUntil} options={months} onChange={(value?: string) => set({ lookedUntil: value ?? null })} />
        </Form.Item>
      </div>
      <p className={styles['soft']}>{t('lookedHelp')}</p>
    </>
  );
}

/** First sessions for many halls at once, with the reason that a later study depends on. */
export function ScheduleDialog({ onClose }: { readonly onClose: (done: boolean) => void }): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const format = useFormat();
  const notice = useNotice();
  const id = useId();
  const { unit } = useUnit();
  const courses = useCourseNames();
  const [draft, setDraft] = useState<Draft>({ courseId: null, unitIds: [unit.id], plannedMonth: thisMonth(), reason: null, lookedFrom: null, lookedUntil: null, decidedBy: '' });
  const set = (part: Partial<Draft>) => setDraft((former) => ({ ...former, ...part }));
  const [schedule, running] = useAction(scheduleMutation, (data) => data.scheduleTraining);
  const send = async () => {
    const done = await schedule({ input: { ...draft, unitIds: [...draft.unitIds], courseId: draft.courseId!, reason: draft.reason!, plannedOn: null } });
    if (!done) return;
    notice.done(t('scheduled', { n: done.halls }));
    onClose(true);
  };
  return (
    <Modal open title={t('schedule')} footer={null} onCancel={() => onClose(false)} width={640}>
      <Form layout="vertical" className={styles['form']!} onFinish={() => void send()}>
        <Form.Item label={t('course')} htmlFor={`${id}-course`} required>
          <Select id={`${id}-course`} value={draft.courseId} showSearch={{ optionFilterProp: 'label' }} options={courses.map((course) => ({ value: course.id, label: course.name }))} onChange={(courseId: string) => set({ courseId })} />
        </Form.Item>
        <HallChoice value={draft.unitIds} onChange={(unitIds) => set({ unitIds })} />
        <div className={styles['pair']}>
          <Form.Item label={t('month')} htmlFor={`${id}-month`} required>
            <Select id={`${id}-month`} value={draft.plannedMonth} options={monthsAround(monthsBefore, monthsAfter).map((month) => ({ value: month, label: format.month(month) }))} onChange={(plannedMonth: string) => set({ plannedMonth })} />
          </Form.Item>
          <Form.Item label={t('reason')} htmlFor={`${id}-reason`} required>
            <Select id={`${id}-reason`} value={draft.reason} options={reasons.map((reason) => ({ value: reason, label: t(reason) }))} onChange={(reason: TrainingReason) => set({ reason })} />
          </Form.Item>
        </div>
        <Looked draft={draft} set={set} />
        <Form.Item label={t('decidedBy')} htmlFor={`${id}-who`} extra={t('decidedHelp')} required>
          <Input id={`${id}-who`} maxLength={100} value={draft.decidedBy} onChange={(event) => set({ decidedBy: event.target.value })} />
        </Form.Item>
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" disabled={!complete(draft)} loading={running}>
            {t('schedule')}
          </Button>
          <Button onClick={() => onClose(false)}>{tc('cancel')}</Button>
        </div>
      </Form>
    </Modal>
  );
}
