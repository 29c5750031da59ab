import { bankMedia, QuestionInput, type Answer } from '@skillhall/question-bank/answering';
import { creditOf, drawValues, rightChoice, soundChoice, shapeOf, type DrawnValues, type QuestionContent, type QuestionPart } from '@skillhall/question-bank/domain';
import { usePhrases } from '@skillhall/ui/i18n';
import { Choice } from '@skillhall/ui/pieces';
import { useState, type ReactNode } from 'react';
import { KeyNotes } from './key-notes.js';
import { questionPhrases } from './phrases.js';
import styles from './question.module.css';

/** Only to look at: nobody has to draw these again. */
const anyOf = (limit: number): number => Math.floor(Math.random() * limit);

function drawn(part: QuestionPart): DrawnValues {
  if (part.key.kind !== 'formula') return {};
  try {
    return drawValues(part.key.variables, anyOf);
  } catch {
    // Ranges that are still being written.
    return {};
  }
}

/** What an answer earns; nothing where it cannot be said yet. */
function earned(part: QuestionPart, choice: Answer, values: DrawnValues): number | 'people' | undefined {
  const sound = soundChoice(shapeOf(part), choice);
  if (!sound?.length) return undefined;
  try {
    const credit = creditOf(part, part.key, sound, values);
    return 'pending' in credit ? 'people' : Math.round(credit.credit * 1000) / 10;
  } catch {
    return undefined;
  }
}

function rightOr(part: QuestionPart, values: DrawnValues): Answer {
  try {
    return rightChoice(part.key, values);
  } catch {
    return [];
  }
}

function Tried({ part, choice, values }: { readonly part: QuestionPart; readonly choice: Answer; readonly values: DrawnValues }): ReactNode {
  const t = usePhrases(questionPhrases);
  const worth = earned(part, choice, values);
  return (
    <p className={styles['tried']} role="status">
      {worth === undefined ? t('tryHint') : worth === 'people' ? t('triedByPeople') : t('tried', { n: worth })}
    </p>
  );
}

interface PartViewProps {
  readonly part: QuestionPart;
  readonly keyShown: boolean;
  readonly lead: ReactNode;
}

function PartView({ part, keyShown, lead }: PartViewProps): ReactNode {
  const t = usePhrases(questionPhrases);
  const [choice, setChoice] = useState<Answer>([]);
  const ranges = part.key.kind === 'formula' ? JSON.stringify(part.key.variables) : '';
  const [draw, setDraw] = useState({ ranges, values: drawn(part) });
  // Other ranges than those drawn from: these values may no longer be among them.
  if (draw.ranges !== ranges) setDraw({ ranges, values: drawn(part) });
  const shown = keyShown ? rightOr(part, draw.values) : choice;
  return (
    <div className={styles['part']}>
      <QuestionInput face={part} choice={shown} onChange={setChoice} disabled={keyShown} values={draw.values} addressOf={bankMedia} lead={<span className={styles['type']}>{lead}</span>} />
      {part.key.kind === 'formula' && (
        <button type="button" className={styles['quiet']} onClick={() => setDraw({ ranges, values: drawn(part) })}>
          {t('newValues')}
        </button>
      )}
      {keyShown && <KeyNotes part={part} />}
      {keyShown && part.type !== 'case' && <p className={styles['explanation']}>{part.explanation ?? t('noExplanation')}</p>}
      {!keyShown && part.type !== 'case' && <Tried part={part} choice={choice} values={draw.values} />}
    </div>
  );
}

interface PreviewProps {
  readonly content: QuestionContent;
  readonly look: Look;
  /** Without it there is one look alone. */
  readonly onLook?: (look: Look) => void;
}

/** A question as the examinee meets it, to be tried, and with its key. */
export function Preview({ content, look, onLook }: PreviewProps): ReactNode {
  const t = usePhrases(questionPhrases);
  const keyShown = look === 'withKey';
  return (
    <div className={styles['preview']}>
      {onLook && <Choice label={t('look')} value={look} onChange={onLook} options={looks.map((value) => ({ value, text: t(value) }))} />}
      <div className={styles['paper']}>
        <PartView key={content.type} part={content} keyShown={keyShown} lead={t(content.type)} />
        {content.parts.map((part, at) => (
          <PartView key={`${at}-${part.type}`} part={part} keyShown={keyShown} lead={`${t('partNumber', { n: at + 1 })} · ${t(part.type)}`} />
        ))}
        {keyShown && content.type === 'case' && <p className={styles['explanation']}>{content.explanation ?? t('noExplanation')}</p>}
      </div>
    </div>
  );
}

const looks = ['asExaminee', 'withKey'] as const;
export type Look = (typeof looks)[number];
