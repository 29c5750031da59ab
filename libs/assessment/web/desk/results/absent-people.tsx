import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Loaded } from '@skillhall/ui/page';
import { Pagination } from 'antd';
import { useState, type ReactNode } from 'react';
import { absentQuery } from './documents.js';
import { phrases } from './phrases.js';
import styles from './results.module.css';

const limit = 50;

/** Who was admitted and did not come. */
export function AbsentPeople({ examId, sittingId, unitId }: { readonly examId: string; readonly sittingId: string | null; readonly unitId: string }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const [offset, setOffset] = useState(0);
  const query = useQuery(absentQuery, { id: examId, sittingId, unitId, offset, limit });
  return (
    <Loaded query={query}>
      {({ examResults }) => {
        const { nodes = [], totalCount = 0 } = examResults?.absent ?? {};
        if (!totalCount) return <p className={styles['soft']}>{t('noAbsent')}</p>;
        return (
          <>
            <p className={styles['soft']}>{t('absentLead', { n: format.count(totalCount) })}</p>
            <ul className={styles['absent']}>
              {nodes.map(({ personId, name, staffNumber, unitName, sittingTitle }) => (
                <li key={personId}>
                  <strong>{name}</strong> <span className={styles['soft']}>{[staffNumber, unitName, sittingTitle].join(' · ')}</span>
                </li>
              ))}
            </ul>
            {totalCount > limit && <Pagination current={offset / limit + 1} pageSize={limit} total={totalCount} showSizeChanger={false} onChange={(page) => setOffset((page - 1) * limit)} />}
          </>
        );
      }}
    </Loaded>
  );
}
