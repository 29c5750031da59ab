import { assignmentStateNames, trainingReasons } from '@skillhall/learning/domain';
import { useUnit } from '@skillhall/ui/desk';
import type { TrainingRowFragment } from '@skillhall/ui/gql';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { Banner, Tag } from '@skillhall/ui/pieces';
import { useMay } from '@skillhall/ui/session';
import { Filters, SelectFilter, ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useCourseNames } from '../records/use-course-names.js';
import { phrases } from './phrases.js';
import { ScheduleDialog } from './schedule-dialog.js';
import { type Step, StepDialog } from './step-dialog.js';
import styles from './training.module.css';
import { assignmentsQuery, hintsQuery } from './training-documents.js';

type Row = TrainingRowFragment;
const tones = { planned: undefined, held: 'good', cancelled: 'warn' } as const;

function useColumns(): TableColumn<Row>[] {
  const t = usePhrases(phrases);
  const format = useFormat();
  const when = ({ heldOn, plannedOn, plannedMonth }: Row): string => (heldOn ?? plannedOn ? format.date(heldOn ?? plannedOn) : format.month(plannedMonth));
  const looked = ({ lookedFrom, lookedUntil, reason }: Row): string => (lookedFrom ? t('lookedSpan', { from: format.month(lookedFrom), until: format.month(lookedUntil) }) : t(reason === 'lottery' ? 'lookedNone' : 'lookedUnknown'));
  const state = (row: Row) => <Tag tone={tones[row.state]}>{t(row.state)}</Tag>;
  return [
    { key: 'hall', title: t('hall'), show: (row) => row.unit.name, plain: (row) => row.unit.name, width: 170 },
    { key: 'course', title: t('course'), show: (row) => row.course?.name ?? '–', plain: (row) => row.course?.name ?? '' },
    { key: 'when', title: t('when'), show: when, plain: (row) => row.heldOn ?? row.plannedOn ?? row.plannedMonth, width: 150 },
    { key: 'state', title: t('state'), show: state, plain: (row) => t(row.state), width: 100 },
    { key: 'reason', title: t('reason'), show: (row) => t(row.reason), plain: (row) => t(row.reason), width: 120 },
    { key: 'looked', title: t('looked'), show: looked, plain: looked, width: 210 },
    { key: 'decided', title: t('decidedBy'), show: (row) => row.decidedBy, plain: (row) => row.decidedBy },
  ];
}

/** What in the schedule of the chosen course would make an answer harder later. */
function Hints({ courseId, unitId }: { readonly courseId: string; readonly unitId: string }): ReactNode {
  const t = usePhrases(phrases);
  const hints = useQuery(hintsQuery, { courseId, unitId }).data?.trainingHints ?? [];
  if (hints.length === 0) return null;
  return (
    <section className={styles['hints']} aria-label={t('hints')}>
      {hints.map(({ code, message }) => (
        <Banner key={code} tone="warn">
          {message}
        </Banner>
      ))}
    </section>
  );
}

function Actions({ onSchedule }: { readonly onSchedule: () => void }): ReactNode {
  const t = usePhrases(phrases);
  const go = useNavigate();
  const may = useMay();
  return (
    <>
      <Button onClick={() => void go('/desk/training/lotteries')}>{t('lotteries')}</Button>
      {may('training.schedule') && (
        <>
          <Button onClick={() => void go('/desk/imports/training')}>{t('importFile')}</Button>
          <Button type="primary" onClick={onSchedule}>
            {t('schedule')}
          </Button>
        </>
      )}
    </>
  );
}

/** When halls have their first session of each course, and why. */
export function TrainingPage(): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const { unit } = useUnit();
  const table = useTableState(['course', 'state', 'reason']);
  const filter = {
    ...{ unitId: unit.id, courseId: table.filters.course ?? null },
    state: assignmentStateNames.find((name) => name === table.filters.state) ?? null,
    reason: trainingReasons.find((name) => name === table.filters.reason) ?? null,
  };
  const query = useQuery(assignmentsQuery, { filter, offset: table.offset, limit: table.limit });
  const courses = useCourseNames();
  const [scheduling, setScheduling] = useState(false);
  const [step, setStep] = useState<(Step & { readonly clear: () => void }) | null>(null);
  const closed = (done: boolean): void => {
    if (done) step?.clear();
    setScheduling(false);
    setStep(null);
    if (done) void query.refetch();
  };
  const bulk = (ids: readonly string[], clear: () => void): ReactNode => (
    <>
      <Button onClick={() => setStep({ kind: 'hold', ids, clear })}>{t('hold')}</Button>
      <Button onClick={() => setStep({ kind: 'cancel', ids, clear })}>{t('cancel')}</Button>
    </>
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead', { unit: unit.name })}
      actions={<Actions onSchedule={() => setScheduling(true)} />}
      help={
        <>
          <p>{t('help')}</p>
          <p>{t('helpLottery')}</p>
        </>
      }
    >
      <Filters table={table}>
        <SelectFilter table={table} name="course" label={t('course')} options={courses.map(({ id, name }) => ({ value: id, label: name }))} wide />
        <SelectFilter table={table} name="state" label={t('state')} options={assignmentStateNames.map((name) => ({ value: name, label: t(name) }))} />
        <SelectFilter table={table} name="reason" label={t('reason')} options={trainingReasons.map((name) => ({ value: name, label: t(name) }))} />
      </Filters>
      {table.filters.course && <Hints courseId={table.filters.course} unitId={unit.id} />}
      <ServerTable
        label={t('title')}
        table={table}
        query={query}
        total={(n) => t('total', { n })}
        page={query.data?.trainingAssignments}
        rowKey={(row) => row.id}
        columns={useColumns()}
        {...(may('training.schedule') && { bulk })}
        exports={{ name: t('exportName'), read: async (offset, limit) => (await request(assignmentsQuery, { filter, offset, limit })).trainingAssignments.nodes }}
        empty={<Empty title={t('empty')}>{t('emptyText')}</Empty>}
      />
      {scheduling && <ScheduleDialog onClose={closed} />}
      {step && <StepDialog step={step} onClose={closed} />}
    </Page>
  );
}
