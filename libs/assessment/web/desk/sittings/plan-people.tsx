import { UnitSearch } from '@skillhall/ui/desk';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Form, Select, Tag } from 'antd';
import { useId, type ReactNode } from 'react';
import { PersonSearch } from './person-search.js';
import { planPhrases } from './plan-phrases.js';
import { postsQuery, unitNameQuery, wouldAdmitQuery } from './plan-documents.js';
import type { Named, SittingPlan } from './sitting-plan.js';
import styles from './sittings.module.css';

function Chosen({ label, list, onChange }: { readonly label: string; readonly list: readonly Named[]; readonly onChange: (list: Named[]) => void }): ReactNode {
  const t = usePhrases(planPhrases);
  if (!list.length) return null;
  return (
    <ul className={styles['chosen']} aria-label={label}>
      {list.map(({ id, name }) => (
        <li key={id}>
          <Tag closable={{ 'aria-label': t('takeOut', { name }) }} onClose={() => onChange(list.filter((one) => one.id !== id))}>
            {name}
          </Tag>
        </li>
      ))}
    </ul>
  );
}

const withOne = (list: readonly Named[], { id, name }: Named): Named[] => [...list.filter((one) => one.id !== id), { id, name }];

/** Who sits and who invigilates; how many people that lets in is counted at once. */
export function PlanPeople({ plan, set }: { readonly plan: SittingPlan; readonly set: (change: Partial<SittingPlan>) => void }): ReactNode {
  const t = usePhrases(planPhrases);
  const format = useFormat();
  const id = useId();
  const posts = useQuery(postsQuery, {}).data?.posts ?? [];
  const counted = useQuery(wouldAdmitQuery, { unitIds: plan.units.map((unit) => unit.id), postIds: [...plan.postIds] });
  const admits = counted.data?.sittingWouldAdmit;
  const addUnit = async (unitId: string) => {
    const { unit } = await request(unitNameQuery, { id: unitId });
    if (unit) set({ units: withOne(plan.units, unit) });
  };
  return (
    <>
      <Form.Item label={t('admittedUnit')} htmlFor={`${id}-unit`}>
        <Chosen label={t('admittedUnit')} list={plan.units} onChange={(units) => set({ units })} />
        <UnitSearch id={`${id}-unit`} onChoose={(unitId) => void addUnit(unitId)} />
      </Form.Item>
      <Form.Item label={t('admittedPosts')} htmlFor={`${id}-posts`}>
        <Select id={`${id}-posts`} mode="multiple" placeholder={t('everyPost')} value={[...plan.postIds]} onChange={(postIds: string[]) => set({ postIds })} options={posts.map((post) => ({ value: post.id, label: post.name }))} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <p role="status" className={styles['admits']}>
        {typeof admits === 'number' ? t('wouldAdmit', { n: format.count(admits) }) : ' '}
      </p>
      <Form.Item label={t('invigilators')} htmlFor={`${id}-invigilators`} extra={t('invigilatorsText')}>
        <Chosen label={t('invigilators')} list={plan.invigilators} onChange={(invigilators) => set({ invigilators })} />
        <PersonSearch id={`${id}-invigilators`} label={t('findPerson')} onChoose={(person) => set({ invigilators: withOne(plan.invigilators, person) })} />
      </Form.Item>
    </>
  );
}
