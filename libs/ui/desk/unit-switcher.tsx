import { useState, type ReactNode } from 'react';
import { graphql, useQuery } from '../graphql/index.js';
import { usePhrases } from '../i18n/index.js';
import { Menu } from './menu.js';
import { phrases } from './phrases.js';
import { SearchSelect } from './search-select.js';
import { useUnit, type Place } from './unit.js';
import styles from './unit-switcher.module.css';

const searchQuery = graphql(`
  query FindUnits($search: String!) {
    units(filter: { search: $search }, limit: 20) {
      nodes {
        ...Place
        parent {
          name
        }
      }
    }
  }
`);

function Step({ place, onChoose, current }: { readonly place: Place; readonly onChoose: (id: string) => void; readonly current?: boolean }): ReactNode {
  if (current) return <span aria-current="location">{place.name}</span>;
  return (
    <button type="button" className={styles['step']} onClick={() => onChoose(place.id)}>
      {place.name}
    </button>
  );
}

/** Where in the organisation the desk looks: the way down as steps, the units below, and a search over all. */
export function UnitSwitcher(): ReactNode {
  const { unit, ancestors, children, choose } = useUnit();
  const t = usePhrases(phrases);
  return (
    <div className={styles['switcher']}>
      <nav aria-label={t('places')}>
        <ol className={styles['path']}>
          {[...ancestors, unit].map((place) => (
            <li key={place.id}>
              <Step place={place} onChoose={choose} current={place.id === unit.id} />
            </li>
          ))}
          {children.length > 0 && (
            <li>
              <Menu
                items={children.map(({ id, name }) => ({ key: id, label: name }))}
                onChoose={choose}
                trigger={(props) => (
                  <button type="button" className={styles['below']} {...props}>
                    {t('below')} <span aria-hidden>▾</span>
                  </button>
                )}
              />
            </li>
          )}
        </ol>
      </nav>
      <UnitSearch onChoose={choose} />
    </div>
  );
}

interface UnitSearchProps {
  readonly onChoose: (id: string) => void;
  readonly value?: string | undefined;
  readonly id?: string | undefined;
  /** The unit of the value, where its name is known already. */
  readonly known?: Pick<Place, 'id' | 'name'> | undefined;
}

/** Finds a unit anywhere in the viewer's reach. */
export function UnitSearch({ onChoose, value, id, known }: UnitSearchProps): ReactNode {
  const t = usePhrases(phrases);
  const [asked, setAsked] = useState('');
  const found = useQuery(searchQuery, { search: asked });
  const listed = (found.data?.units.nodes ?? []).map((node) => ({
    value: node.id,
    label: node.parent ? `${node.name}（${node.parent.name}）` : node.name,
  }));
  const options = known && asked === '' && !listed.some((option) => option.value === known.id) ? [{ value: known.id, label: known.name }, ...listed] : listed;
  return <SearchSelect id={id} label={t('switchUnit')} placeholder={t('searchUnit')} className={styles['search']} value={value} options={options} loading={found.loading} onAsk={setAsked} onChoose={onChoose} />;
}
