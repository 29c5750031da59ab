import { useUnit } from '@skillhall/ui/desk';
import { useAction, useNotice, useUnsaved } from '@skillhall/ui/form';
import type { CheckIn, Delivery, SaveSittingMutation, SittingPlanQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { common, usePhrases } from '@skillhall/ui/i18n';
import { Button, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { planPhrases } from './plan-phrases.js';
import { PlanPeople } from './plan-people.js';
import { publishedExamsQuery, saveSittingMutation } from './sitting-documents.js';
import { inputOf, newPlan, planOf, type SittingPlan } from './sitting-plan.js';
import styles from './sittings.module.css';

const pick = (data: SaveSittingMutation) => data.saveSitting;
const checkIns = ['none', 'code', 'invigilator'] as const satisfies readonly CheckIn[];
const deliveries = ['screen', 'paper'] as const satisfies readonly Delivery[];

interface PlanSittingProps {
  readonly examId?: string | undefined;
  /** The sitting to change; none for a new one. */
  readonly old?: NonNullable<SittingPlanQuery['sitting']>;
  readonly onClose: (done: boolean) => void;
}

/** A sitting: of which exam, when, where, who is admitted and who invigilates. */
export function PlanSitting({ examId, old, onClose }: PlanSittingProps): ReactNode {
  const t = usePhrases(planPhrases);
  const tc = usePhrases(common);
  const notice = useNotice();
  const id = useId();
  const { unit } = useUnit();
  const exams = useQuery(publishedExamsQuery, {}).data?.exams.nodes ?? [];
  const [first] = useState(() => (old ? planOf(old) : newPlan(examId, { id: unit.id, name: unit.name })));
  const [fields, setFields] = useState(first);
  const set = (change: Partial<SittingPlan>) => setFields((before) => ({ ...before, ...change }));
  const [save, saving] = useAction(saveSittingMutation, pick);
  // The unit that holds it is where the first of those admitted belong, so that whoever runs that unit runs the sitting.
  const input = inputOf(fields, old?.unit.id ?? fields.units[0]?.id ?? unit.id, old);
  useUnsaved(fields !== first && !saving);
  const plan = async () => {
    const saved = input && (await save({ input }));
    if (!saved) return;
    notice.done(t('planned', { n: saved.sitting.counts.admitted }));
    onClose(true);
  };
  const title = t(old ? 'changeSitting' : 'planSitting');
  return (
    <Modal open title={title} footer={null} onCancel={() => onClose(false)} width={640}>
      <Form layout="vertical" onFinish={() => void plan()}>
        <Form.Item label={t('exam')} htmlFor={`${id}-exam`}>
          <Select id={`${id}-exam`} value={fields.examId ?? null} onChange={(value: string | null) => set({ examId: value ?? undefined })} options={exams.map((exam) => ({ value: exam.id, label: `${exam.title}（${exam.unit.name}）` }))} notFoundContent={t('noPublished')} />
        </Form.Item>
        <Form.Item label={t('sittingTitle')} htmlFor={`${id}-title`}>
          <Input id={`${id}-title`} maxLength={200} value={fields.title} onChange={(event) => set({ title: event.target.value })} />
        </Form.Item>
        <div className={styles['pair']}>
          <Form.Item label={t('opensAt')} htmlFor={`${id}-opens`}>
            <Input id={`${id}-opens`} type="datetime-local" value={fields.opens} onChange={(event) => set({ opens: event.target.value })} />
          </Form.Item>
          <Form.Item label={t('closesAt')} htmlFor={`${id}-closes`}>
            <Input id={`${id}-closes`} type="datetime-local" value={fields.closes} onChange={(event) => set({ closes: event.target.value })} />
          </Form.Item>
          <Form.Item label={t('place')} htmlFor={`${id}-place`}>
            <Input id={`${id}-place`} maxLength={200} value={fields.place} onChange={(event) => set({ place: event.target.value })} />
          </Form.Item>
          <Form.Item label={t('lateEntry')} htmlFor={`${id}-late`}>
            <InputNumber id={`${id}-late`} min={0} placeholder={t('untilTheEnd')} value={fields.late} onChange={(late) => set({ late })} />
          </Form.Item>
          <Form.Item label={t('checkIn')} htmlFor={`${id}-check`}>
            <Select id={`${id}-check`} value={fields.checkIn} onChange={(checkIn: CheckIn) => set({ checkIn })} options={checkIns.map((value) => ({ value, label: t(`check-${value}`) }))} />
          </Form.Item>
          <Form.Item label={t('delivery')} htmlFor={`${id}-delivery`}>
            <Select id={`${id}-delivery`} value={fields.delivery} onChange={(delivery: Delivery) => set({ delivery })} options={deliveries.map((value) => ({ value, label: t(`on-${value}`) }))} />
          </Form.Item>
        </div>
        <PlanPeople plan={fields} set={set} />
        <fieldset className={styles['evidence']}>
          <legend>{t('evidence')}</legend>
          {(['fullScreen', 'blur', 'paste'] as const).map((kind) => (
            <Checkbox key={kind} checked={fields[kind]} onChange={(event) => set({ [kind]: event.target.checked })}>
              {t(`note-${kind}`)}
            </Checkbox>
          ))}
        </fieldset>
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" disabled={!input} loading={saving}>
            {title}
          </Button>
          <Button onClick={() => onClose(false)}>{tc('cancel')}</Button>
        </div>
      </Form>
    </Modal>
  );
}
