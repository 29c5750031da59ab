import { useUnit } from '@skillhall/ui/desk';
import type { UnitDetailQuery } from '@skillhall/ui/gql';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Figure, Loaded, Section, Skeleton } from '@skillhall/ui/page';
import { Tag } from '@skillhall/ui/pieces';
import { Facts } from '@skillhall/ui/table';
import { Table } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { phrases } from './phrases.js';
import styles from './units.module.css';

const detailQuery = graphql(`
  query UnitDetail($id: ID!) {
    unit(id: $id) {
      id
      code
      name
      type
      hallLevel
      openedOn
      closedOn
      hallCount
      peopleCount
      parent {
        id
        name
      }
      children {
        id
        code
        name
        type
        closedOn
        hallCount
        peopleCount
      }
    }
  }
`);

type UnitOf = NonNullable<UnitDetailQuery['unit']>;

function Below({ units }: { readonly units: UnitOf['children'] }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const { choose } = useUnit();
  return (
    <Table
      aria-label={t('below')}
      size="small"
      rowKey="id"
      dataSource={[...units]}
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        {
          title: t('name'),
          key: 'name',
          render: (_, unit) => (
            <Link to={`/desk/units?unit=${unit.id}`} onClick={(event) => (event.preventDefault(), choose(unit.id))}>
              {unit.name}
            </Link>
          ),
        },
        { title: t('type'), dataIndex: 'type', render: (type: UnitOf['type'], unit) => (unit.closedOn ? t('isClosed') : t(type)) },
        { title: t('code'), dataIndex: 'code' },
        { title: t('hallsColumn'), dataIndex: 'hallCount', align: 'end', render: format.count },
        { title: t('peopleColumn'), dataIndex: 'peopleCount', align: 'end', render: format.count },
      ]}
    />
  );
}

function Shown({ unit }: { readonly unit: UnitOf }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  return (
    <>
      <div className={styles['head']}>
        <h2>{unit.name}</h2>
        <Tag tone="note">{t(unit.type)}</Tag>
        {unit.closedOn && <Tag tone="warn">{t('isClosed')}</Tag>}
        <Link className={styles['toPeople']!} to={`/desk/people?unit=${unit.id}`}>
          {t('seePeople')}
        </Link>
      </div>
      <div className={styles['figures']}>
        {unit.type !== 'hall' && unit.type !== 'department' && <Figure value={format.count(unit.hallCount)}>{t('halls')}</Figure>}
        <Figure value={format.count(unit.peopleCount)}>{t('people')}</Figure>
      </div>
      <Facts
        facts={[
          { name: t('code'), value: unit.code },
          ...(unit.parent ? [{ name: t('parent'), value: unit.parent.name }] : []),
          ...(unit.hallLevel ? [{ name: t('level'), value: unit.hallLevel }] : []),
          { name: t('opened'), value: format.date(unit.openedOn) },
          ...(unit.closedOn ? [{ name: t('closed'), value: format.date(unit.closedOn) }] : []),
        ]}
      />
      {(unit.children.length > 0 || (unit.type !== 'hall' && unit.type !== 'department')) && (
        <Section title={t('below')}>{unit.children.length > 0 ? <Below units={unit.children} /> : <p>{t('belowEmpty')}</p>}</Section>
      )}
    </>
  );
}

/** The unit where the desk stands: what it is, how large, what hangs below. */
export function UnitDetail(): ReactNode {
  const t = usePhrases(phrases);
  const { unit } = useUnit();
  const query = useQuery(detailQuery, { id: unit.id });
  // The former unit's answer stays while the next is asked for: it is not this unit.
  const current = query.data?.unit === null || query.data?.unit?.id === unit.id ? query.data : undefined;
  return (
    <div className={styles['detail']}>
      <Loaded query={{ ...query, data: current }} skeleton={<Skeleton lines={8} />}>
        {(data) => (data.unit ? <Shown unit={data.unit} /> : <Empty title={t('gone')} />)}
      </Loaded>
    </div>
  );
}
