import { UnitSearch, useUnit } from '@skillhall/ui/desk';
import { useAction, useNotice, useUnsaved } from '@skillhall/ui/form';
import type { CheckIn, Delivery, SaveSittingMutation } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { common, usePhrases } from '@skillhall/ui/i18n';
import { Button, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { phrases } from './phrases.js';
import { publishedExamsQuery, saveSittingMutation } from './sitting-documents.js';
import styles from './sittings.module.css';

const pick = (data: SaveSittingMutation) => data.saveSitting;
const checkIns = ['none', 'code', 'invigilator'] as const satisfies readonly CheckIn[];
const deliveries = ['screen', 'paper'] as const satisfies readonly Delivery[];

/** `2026-11-25T09:00` of this device's clock as a moment; undefined for half a date. */
const momentOf = (local: string): string | undefined => (Number.isNaN(Date.parse(local)) ? undefined : new Date(local).toISOString());

interface PlanSittingProps {
  readonly examId: string | undefined;
  readonly onClose: (done: boolean) => void;
}

/** A new sitting: of which exam, when, where, and who is admitted. */
export function PlanSitting({ examId, onClose }: PlanSittingProps): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const notice = useNotice();
  const id = useId();
  const { unit } = useUnit();
  const exams = useQuery(publishedExamsQuery, {}).data?.exams.nodes ?? [];
  const [fields, setFields] = useState({ examId, title: '', place: '', opens: '', closes: '', unitId: undefined as string | undefined, late: null as number | null, checkIn: 'none' as CheckIn, delivery: 'screen' as Delivery, fullScreen: false, blur: true, paste: true });
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const [save, saving] = useAction(saveSittingMutation, pick);
  const [opensAt, closesAt] = [momentOf(fields.opens), momentOf(fields.closes)];
  const whole = fields.examId !== undefined && fields.title.trim() !== '' && opensAt !== undefined && closesAt !== undefined;
  useUnsaved(fields.title !== '' && !saving);
  const plan = async () => {
    if (!whole) return;
    const admitted = fields.unitId ?? unit.id;
    const saved = await save({
      input: {
        ...{ examId: fields.examId!, unitId: admitted, title: fields.title.trim(), place: fields.place.trim() || null, delivery: fields.delivery, opensAt, closesAt },
        ...{ lateEntryMinutes: fields.late, checkIn: fields.checkIn, proctoring: { fullScreen: fields.fullScreen, blur: fields.blur, paste: fields.paste } },
        ...{ admittedUnitIds: [admitted], admittedPostIds: [], invigilatorIds: [] },
      },
    });
    if (!saved) return;
    notice.done(t('planned', { n: saved.sitting.counts.admitted }));
    onClose(true);
  };
  return (
    <Modal open title={t('planSitting')} footer={null} onCancel={() => onClose(false)} width={640}>
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
        <Form.Item label={t('admittedUnit')} htmlFor={`${id}-unit`} extra={fields.unitId === undefined ? t('admittedDefault', { unit: unit.name }) : undefined}>
          <UnitSearch id={`${id}-unit`} value={fields.unitId} onChoose={(unitId) => set({ unitId })} />
        </Form.Item>
        <fieldset className={styles['evidence']}>
          <legend>{t('evidence')}</legend>
          {(['fullScreen', 'blur', 'paste'] as const).map((kind) => (
            <Checkbox key={kind} checked={fields[kind]} onChange={(event) => set({ [kind]: event.target.checked })}>
              {t(`note-${kind}`)}
            </Checkbox>
          ))}
        </fieldset>
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" disabled={!whole} loading={saving}>
            {t('planSitting')}
          </Button>
          <Button onClick={() => onClose(false)}>{tc('cancel')}</Button>
        </div>
      </Form>
    </Modal>
  );
}
