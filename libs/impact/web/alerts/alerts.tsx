import { useUnit } from '@skillhall/ui/desk';
import { useAction, useNotice } from '@skillhall/ui/form';
import type { AcknowledgeAlertMutation, AlertsQuery } from '@skillhall/ui/gql';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Section } from '@skillhall/ui/page';
import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import styles from '../impact.module.css';
import { alertPhrases } from './phrases.js';

const alertsQuery = graphql(`
  query Alerts($unitId: ID!) {
    impactAlerts(unitId: $unitId, open: true, limit: 5) {
      totalCount
      nodes {
        id
        text
        advice
      }
    }
  }
`);

const acknowledgeMutation = graphql(`
  mutation AcknowledgeAlert($id: ID!, $note: String) {
    acknowledgeAlert(id: $id, note: $note) {
      __typename
      ... on AlertSuccess {
        alert {
          id
          acknowledgedAt
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

const pick = (data: AcknowledgeAlertMutation) => data.acknowledgeAlert;

function Alert({ alert }: { readonly alert: AlertsQuery['impactAlerts']['nodes'][number] }): ReactNode {
  const t = usePhrases(alertPhrases);
  const notice = useNotice();
  const id = useId();
  const [note, setNote] = useState('');
  const [acknowledge, running] = useAction(acknowledgeMutation, pick);
  const done = async () => {
    if (await acknowledge({ id: alert.id, note: note.trim() || null })) notice.done(t('acknowledged'));
  };
  return (
    <li className={styles['alert']}>
      <strong>{alert.text}</strong>
      <p>{alert.advice}</p>
      <div className={styles['links']}>
        <label htmlFor={id} className="visually-hidden">
          {t('alertNote')}
        </label>
        <Input id={id} className={styles['choose']!} maxLength={500} placeholder={t('alertNote')} value={note} onChange={(event) => setNote(event.target.value)} />
        <Button loading={running} onClick={() => void done()}>
          {t('acknowledge')}
        </Button>
      </div>
    </li>
  );
}

/** Complaints beyond what chance explains that nobody has looked at; nothing where there are none. */
export function Alerts({ more = false }: { readonly more?: boolean }): ReactNode {
  const t = usePhrases(alertPhrases);
  const { unit } = useUnit();
  const alerts = useQuery(alertsQuery, { unitId: unit.id }).data?.impactAlerts;
  if (!alerts || alerts.totalCount === 0) return null;
  return (
    <Section title={t('alerts', { n: alerts.totalCount })} {...(more && { actions: <Link to="/desk/alerts">{t('allAlerts')}</Link> })}>
      <ul className={styles['alerts']}>
        {alerts.nodes.map((alert) => (
          <Alert key={alert.id} alert={alert} />
        ))}
      </ul>
    </Section>
  );
}
