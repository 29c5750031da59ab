import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Page, Section } from '@skillhall/ui/page';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { phrases } from '../phrases.js';
import { claims, source } from './claims.js';
import styles from './method.module.css';
import { methodPhrases } from './phrases.js';

const parts = [
  { title: 'whyTitle', lines: ['why1', 'why2', 'why3'], ordered: false },
  { title: 'howTitle', lines: ['how1', 'how2', 'how3', 'how4', 'how5'], ordered: true },
  { title: 'verdictTitle', lines: ['verdictFell', 'verdictNone', 'verdictWait'], ordered: false },
] as const;
const limits = ['limit1', 'limit2', 'limit3', 'limit4', 'limit5'] as const;
const reads = ['read1', 'read2', 'read3', 'read4'] as const;

/** How the method answered where the truth was known. */
function Claims(): ReactNode {
  const t = usePhrases(methodPhrases);
  const format = useFormat();
  const share = (value: number) => format.share(value, Number.isInteger(value * 100) ? 0 : 1);
  return (
    <Section title={t('claimsTitle')}>
      <p className={styles['text']}>{t('claimsLead')}</p>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('claimsTitle')}>
        <table className={styles['claims']}>
          <thead>
            <tr>
              {(['world', 'meanRatio', 'coverage', 'below', 'fell'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {claims.map(({ world, ratio, coverage, below, fell }) => (
              <tr key={world}>
                <th scope="row">{t(world)}</th>
                <td>{format.decimal(ratio, 3)}</td>
                <td>{share(coverage)}</td>
                <td>{share(below)}</td>
                <td>{share(fell)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['text']}>{t('claimsNote')}</p>
      <p className={styles['source']}>{t('sourceLine', source)}</p>
    </Section>
  );
}

/** The method explained to a sceptic, with what was measured about it. */
export function MethodPage(): ReactNode {
  const t = usePhrases(methodPhrases);
  const tp = usePhrases(phrases);
  return (
    <Page title={t('title')} trail={[{ to: '/desk/studies', text: tp('title') }]} lead={t('lead')} actions={<Button onClick={() => window.print()}>{t('print')}</Button>} help={<p>{tp('helpMethod')}</p>}>
      {parts.map(({ title, lines, ordered }) => {
        const List = ordered ? 'ol' : 'ul';
        return (
          <Section key={title} title={t(title)}>
            <List className={styles[ordered ? 'steps' : 'lines']}>
              {lines.map((line) => (
                <li key={line}>{t(line)}</li>
              ))}
            </List>
          </Section>
        );
      })}
      <Claims />
      <Section title={t('limitsTitle')}>
        <ul className={styles['lines']}>
          {limits.map((line) => (
            <li key={line}>{t(line)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('readTitle')}>
        <ul className={styles['lines']}>
          {reads.map((line) => (
            <li key={line}>{t(line)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
