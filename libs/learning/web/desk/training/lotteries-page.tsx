import { useUnit } from '@skillhall/ui/desk';
import { useAction, useNotice } from '@skillhall/ui/form';
import type { LotteryFieldsFragment } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Skeleton } from '@skillhall/ui/page';
import { Tag } from '@skillhall/ui/pieces';
import { useMay } from '@skillhall/ui/session';
import { Facts } from '@skillhall/ui/table';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { phrases } from './phrases.js';
import { PrepareDialog } from './prepare-dialog.js';
import styles from './training.module.css';
import { drawMutation, dropMutation, lotteriesQuery } from './training-documents.js';

type Lottery = LotteryFieldsFragment;

function Lots({ lottery: { lots, state } }: { readonly lottery: Lottery }): ReactNode {
  const t = usePhrases(phrases);
  const wave = (at: number | null): string => (at !== null ? t('waveOf', { n: at }) : t(state === 'drawn' ? 'kept' : 'notDrawn'));
  return (
    <details>
      <summary>{t('seeLots', { n: lots.length })}</summary>
      <table className={styles['lots']}>
        <thead>
          <tr>
            <th scope="col">{t('hall')}</th>
            <th scope="col">{t('code')}</th>
            <th scope="col">{t('tier')}</th>
            <th scope="col">{t('wave')}</th>
          </tr>
        </thead>
        <tbody>
          {lots.map((lot) => (
            <tr key={lot.code}>
              <th scope="row">{lot.unit.name}</th>
              <td>{lot.code}</td>
              <td>{lot.tier}</td>
              <td>{wave(lot.wave)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Drawing happens once; giving up only before it. Both are asked about. */
function Steps({ lottery: { id, lots }, onDone }: { readonly lottery: Lottery; readonly onDone: () => void }): ReactNode {
  const t = usePhrases(phrases);
  const notice = useNotice();
  const [draw] = useAction(drawMutation, (data) => data.drawLottery);
  const [drop] = useAction(dropMutation, (data) => data.dropLottery);
  const after = (text: string) => {
    notice.done(text);
    onDone();
  };
  const askDraw = () =>
    notice.confirm({ title: t('drawTitle'), text: t('drawText', { halls: lots.length }), button: t('draw'), onConfirm: async () => void ((await draw({ id })) && after(t('drawnDone'))) });
  const askDrop = () => notice.confirm({ title: t('dropTitle'), text: t('dropText'), button: t('drop'), danger: true, onConfirm: async () => void ((await drop({ id })) && after(t('droppedDone'))) });
  return (
    <div className={styles['buttons']}>
      <Button type="primary" onClick={askDraw}>
        {t('draw')}
      </Button>
      <Button onClick={askDrop}>{t('drop')}</Button>
    </div>
  );
}

function LotteryCard({ lottery, onDone }: { readonly lottery: Lottery; readonly onDone: () => void }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const may = useMay();
  const { state, tiers, waves, keptShare, seed, seedDigest, preparedBy, preparedAt, drawnAt, drawnBy } = lottery;
  const facts = [
    { name: t('hall'), value: lottery.unit.name },
    { name: t('tiersBy'), value: t(lottery.tiersBy) },
    { name: t('firstMonth'), value: format.month(lottery.firstMonth) },
    { name: t('monthsApart'), value: lottery.monthsApart },
    { name: t('decidedBy'), value: lottery.decidedBy },
    { name: t('digest'), value: <span className={styles['digest']}>{seedDigest}</span> },
    ...(seed ? [{ name: t('seed'), value: <span className={styles['digest']}>{seed}</span> }] : []),
  ];
  return (
    <article className={styles['card']}>
      <div className={styles['head']}>
        <h2>{lottery.course?.name ?? '–'}</h2>
        <Tag tone={state === 'drawn' ? 'good' : undefined}>{t(state)}</Tag>
        <span>{t('plan', { tiers, waves, kept: format.share(keptShare) })}</span>
      </div>
      <Facts facts={facts} />
      <p className={styles['soft']}>
        {t('preparedBy', { name: preparedBy, date: format.moment(preparedAt) })}
        {drawnAt && ` · ${t('drawnBy', { name: drawnBy ?? '', date: format.moment(drawnAt) })}`}
      </p>
      <Lots lottery={lottery} />
      {state === 'prepared' && may('training.schedule') && <Steps lottery={lottery} onDone={onDone} />}
    </article>
  );
}

/** Lotteries that say which halls are trained when. */
export function LotteriesPage(): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const { unit } = useUnit();
  const query = useQuery(lotteriesQuery, { unitId: unit.id });
  const [preparing, setPreparing] = useState(false);
  const again = () => void query.refetch();
  const prepare = (
    <Button type="primary" onClick={() => setPreparing(true)}>
      {t('prepare')}
    </Button>
  );
  return (
    <Page
      title={t('lotteryTitle')}
      trail={[{ to: '/desk/training', text: t('title') }]}
      lead={t('lotteryLead')}
      actions={may('training.schedule') && prepare}
      help={
        <>
          <p>{t('lotteryHelpTiers')}</p>
          <p>{t('lotteryHelp')}</p>
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={8} />}>
        {({ trainingLotteries }) =>
          trainingLotteries.length === 0 ? (
            <Empty title={t('lotteryEmpty')}>{t('lotteryEmptyText')}</Empty>
          ) : (
            <div className={styles['cards']}>
              {trainingLotteries.map((lottery) => (
                <LotteryCard key={lottery.id} lottery={lottery} onDone={again} />
              ))}
            </div>
          )
        }
      </Loaded>
      {preparing && (
        <PrepareDialog
          onClose={(done) => {
            setPreparing(false);
            if (done) again();
          }}
        />
      )}
    </Page>
  );
}
