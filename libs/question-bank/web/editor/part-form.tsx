import type { QuestionPart, QuestionType } from '@skillhall/question-bank/domain';
import { usePhrases } from '@skillhall/ui/i18n';
import { Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { questionPhrases } from '../question/phrases.js';
import { BlanksForm } from './blanks-form.js';
import { ChoiceForm, TrueFalseForm, type FormProps } from './choice-form.js';
import { editorPhrases } from './editor-phrases.js';
import styles from './editor.module.css';
import { Area } from './fields.js';
import { FormulaForm } from './formula-form.js';
import { MediaForm } from './media-form.js';
import { emptyPart, type PartWith } from './part-draft.js';
import { RubricForm } from './rubric-form.js';
import { MatchForm, OrderForm } from './sequence-forms.js';

/** What the type of the question asks for beside stem and explanation. */
function KeyForm({ part, ...rest }: FormProps<QuestionPart>): ReactNode {
  const { key } = part;
  switch (key.kind) {
    case 'choice': {
      const choice: PartWith<'choice'> = { ...part, key };
      return part.type === 'trueFalse' ? <TrueFalseForm part={choice} {...rest} /> : <ChoiceForm part={choice} {...rest} />;
    }
    case 'order':
      return <OrderForm part={{ ...part, key }} {...rest} />;
    case 'match':
      return <MatchForm part={{ ...part, key }} {...rest} />;
    case 'blanks':
      return <BlanksForm part={{ ...part, key }} {...rest} />;
    case 'formula':
      return <FormulaForm part={{ ...part, key }} {...rest} />;
    case 'rubric':
      return <RubricForm part={{ ...part, key }} {...rest} />;
    case 'parts':
      return null;
  }
}

/** Choosing another type keeps stem, media and explanation; what only the former type had goes. */
export function TypeSelect({ part, types, onChange }: { readonly part: QuestionPart; readonly types: readonly QuestionType[]; readonly onChange: (part: QuestionPart) => void }): ReactNode {
  const t = usePhrases(editorPhrases);
  const word = usePhrases(questionPhrases);
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{t('type')}</label>
      <Select id={id} value={part.type} options={types.map((type) => ({ value: type, label: word(type) }))} onChange={(type: QuestionType) => onChange(emptyPart(type, part))} />
    </div>
  );
}

/** Everything that one question says, in the order in which one thinks it. */
export function PartForm(props: FormProps<QuestionPart> & { readonly types: readonly QuestionType[] }): ReactNode {
  const { part, onChange, path, types } = props;
  const t = usePhrases(editorPhrases);
  return (
    <div className={styles['part']}>
      <TypeSelect part={part} types={types} onChange={onChange} />
      <Area label={t(part.type === 'case' ? 'caseStem' : 'stem')} value={part.stem} rows={part.type === 'case' ? 5 : 3} field={`${path}stem`} hint={t('stemHint')} onChange={(stem) => onChange({ ...part, stem })} />
      <KeyForm part={part} onChange={onChange} path={path} />
      <Area label={t('explanation')} value={part.explanation ?? ''} field={`${path}explanation`} hint={t('explanationHint')} onChange={(text) => onChange({ ...part, explanation: text === '' ? null : text })} />
      <MediaForm media={part.media} path={path} onChange={(media) => onChange({ ...part, media })} />
    </div>
  );
}
