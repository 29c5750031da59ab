import { type ComplaintClass, complaintClasses } from '@skillhall/complaints/domain';
import { usePhrases } from '@skillhall/ui/i18n';
import { InputNumber } from 'antd';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useClassNames } from '../class-names.js';
import { Pick, Ticks } from '../pick.js';
import styles from '../studies.module.css';
import { unknownWindow, usualWindow } from '../../../domain/index.js';
import type { Draft } from './draft.js';
import { wizardPhrases } from './phrases.js';
import type { Proposal } from './use-proposal.js';

export interface ChoicesProps {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly proposal: Proposal | undefined;
}

/** Which complaints, and which of them training cannot touch; no class is both. */
export function OutcomeChoices({ draft, set }: ChoicesProps): ReactNode {
  const t = usePhrases(wizardPhrases);
  const names = useClassNames();
  const without = (chosen: readonly ComplaintClass[]) => (name: ComplaintClass) => !chosen.includes(name);
  return (
    <>
      <Ticks label={t('outcome')} chosen={draft.outcomeClasses} onChange={(outcomeClasses) => set({ outcomeClasses, controlClasses: draft.controlClasses.filter(without(outcomeClasses)) })} options={complaintClasses.map((value) => ({ value, text: names([value]) }))} />
      <p className={styles['hint']}>{t('outcomeHint')}</p>
      <Ticks label={t('control')} chosen={draft.controlClasses} onChange={(controlClasses) => set({ controlClasses })} options={complaintClasses.map((value) => ({ value, text: names([value]), disabled: draft.outcomeClasses.includes(value) }))} />
      <p className={styles['hint']}>{t('controlHint')}</p>
      <Pick
        label={t('countRule')}
        value={draft.countRule}
        onChange={(countRule) => set({ countRule })}
        options={[
          { value: 'filed', text: t('filed'), meaning: t('filedText'), usual: t('usual') },
          { value: 'substantiated', text: t('substantiated'), meaning: t('substantiatedText') },
        ]}
      />
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly unit: string;
  readonly placeholder?: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number | null) => void;
}

/** A labelled number with its unit and what it means. */
export function NumberField({ label, hint, unit, placeholder, value, min, max, onChange }: NumberFieldProps): ReactNode {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <InputNumber id={id} min={min} max={max} precision={0} suffix={unit} placeholder={placeholder} value={value} onChange={onChange} style={{ width: 180 }} />
      {hint && <span className={styles['hint']}>{hint}</span>}
    </div>
  );
}

/** The months that the choice of halls looked at. */
export function WindowChoices({ draft, set, proposal }: ChoicesProps): ReactNode {
  const t = usePhrases(wizardPhrases);
  // The plan as it was kept, else what the records of training say now.
  const recorded = [draft, proposal].find((each) => each?.windowSource === 'recorded')?.decisionWindow;
  const lengths = { usual: usualWindow, unknown: unknownWindow, recorded: recorded ?? usualWindow, chosen: draft.decisionWindow };
  return (
    <>
      <p className={styles['hint']}>{t('windowLead')}</p>
      <Pick
        label={t('window')}
        value={draft.windowSource}
        onChange={(windowSource) => set({ windowSource, decisionWindow: lengths[windowSource] })}
        options={[
          ...(recorded === undefined ? [] : [{ value: 'recorded' as const, text: t('window-recorded', { k: recorded }), meaning: t('window-recordedText') }]),
          { value: 'usual' as const, text: t('window-usual'), meaning: t('window-usualText'), usual: t('usual') },
          { value: 'chosen' as const, text: t('window-chosen'), meaning: t('window-chosenText') },
          { value: 'unknown' as const, text: t('window-unknown'), meaning: t('window-unknownText') },
        ]}
      />
      {draft.windowSource === 'chosen' && <NumberField label={t('windowMonths')} unit={t('months')} min={0} max={24} value={draft.decisionWindow} onChange={(value) => value !== null && set({ decisionWindow: value })} />}
    </>
  );
}

/** The fall worth finding, at which level training was given, what it cost. */
export function SizeChoices({ draft, set }: ChoicesProps): ReactNode {
  const t = usePhrases(wizardPhrases);
  return (
    <>
      <NumberField label={t('fall')} hint={t('fallHint')} unit={t('percent')} min={1} max={95} value={Math.round(draft.wantedFall * 100)} onChange={(value) => value !== null && set({ wantedFall: value / 100 })} />
      <p>
        <Link to="/desk/studies/planner" target="_blank" rel="noopener">
          {t('planner')}
        </Link>
      </p>
      <Pick
        label={t('cluster')}
        value={draft.cluster}
        onChange={(cluster) => set({ cluster })}
        options={[
          { value: 'hall', text: t('hall'), meaning: t('hallText'), usual: t('usual') },
          { value: 'county', text: t('county'), meaning: t('countyText') },
        ]}
      />
      <NumberField label={t('cost')} hint={t('costHint')} unit={t('yuan')} min={0} max={1e11} value={draft.cost} onChange={(cost) => set({ cost })} />
    </>
  );
}
