import { placesIn, type QuestionFace, type QuestionMedia } from '@skillhall/question-bank/domain';
import { usePhrases } from '@skillhall/ui/i18n';
import { useId, type ReactNode, type Ref } from 'react';
import styles from './answering.module.css';
import type { Answer } from './answers.js';
import { ChoiceCards } from './choice-cards.js';
import { MatchList } from './match-list.js';
import { OrderList } from './order-list.js';
import { phrases } from './phrases.js';
import { Media, Stem } from './stem.js';
import { BlankField, BlankList, FreeText } from './written.js';

export interface InputProps {
  readonly face: QuestionFace;
  readonly choice: Answer;
  readonly onChange: (choice: Answer) => void;
  readonly disabled?: boolean;
}

export interface QuestionInputProps extends InputProps {
  /** Stands before the stem: the number of the question, its type. */
  readonly lead?: ReactNode;
  /** Of a part of a case: what all its parts are about. */
  readonly caseFace?: Pick<QuestionFace, 'stem' | 'media'> | undefined;
  /** Values drawn for this attempt. */
  readonly values?: Readonly<Record<string, number | string>> | undefined;
  readonly addressOf?: ((media: QuestionMedia) => string) | undefined;
  /** Takes the focus when one turns to the question. */
  readonly stemRef?: Ref<HTMLDivElement>;
}

const withBlanks = new Set<string>(['fillIn', 'numeric', 'calculation']);

function Body(props: InputProps): ReactNode {
  const { face } = props;
  switch (face.type) {
    case 'single':
    case 'multiple':
    case 'trueFalse':
      return <ChoiceCards {...props} />;
    case 'ordering':
      return <OrderList {...props} />;
    case 'matching':
      return <MatchList {...props} />;
    case 'shortAnswer':
      return <FreeText {...props} />;
    case 'fillIn':
    case 'numeric':
    case 'calculation': {
      const placedInStem = placesIn(face.stem);
      const indices = face.blanks.flatMap((_, index) => (placedInStem.has(index) ? [] : [index]));
      return indices.length > 0 && <BlankList {...props} indices={indices} />;
    }
    case 'case':
      return null;
  }
}

/** One question and what is answered to it, whatever its type. It is given the face alone and knows no key. */
export function QuestionInput({ lead, caseFace, values, addressOf, stemRef, ...props }: QuestionInputProps): ReactNode {
  const t = usePhrases(phrases);
  const id = useId();
  const { face, disabled } = props;
  const blank = withBlanks.has(face.type) ? (index: number) => <BlankField {...props} index={index} /> : undefined;
  return (
    <>
      {caseFace && (
        <details className={styles['case']} open>
          <summary>{t('caseStem')}</summary>
          <Stem stem={caseFace.stem} values={values} />
          <Media media={caseFace.media} addressOf={addressOf} />
        </details>
      )}
      <fieldset className={styles['question']} disabled={disabled} aria-labelledby={id}>
        <div id={id} ref={stemRef} tabIndex={-1} className={styles['stem']}>
          {lead}
          <Stem stem={face.stem} blank={blank} values={values} />
        </div>
        <Media media={face.media} addressOf={addressOf} />
        <Body {...props} />
      </fieldset>
    </>
  );
}
