import { useAction, useNotice } from '@skillhall/ui/form';
import type { EnterPaperMutation, PaperOfPersonQuery } from '@skillhall/ui/gql';
import { request } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useCallback, useState } from 'react';
import { enterPaperMutation, paperOfPersonQuery } from './documents.js';
import { phrases } from './phrases.js';
import type { Papers } from './print-section.js';
import { answersIn, firstProblem, type Typed } from './typed.js';

export type Person = NonNullable<PaperOfPersonQuery['paperOfPerson']>;
const pick = (data: EnterPaperMutation) => data.enterPaper;

/** One paper after another: whose, which form, what was written. */
export function useEntry(sittingId: string, forms: Papers['forms']) {
  const t = usePhrases(phrases);
  const notice = useNotice();
  const [staffNumber, setStaffNumber] = useState('');
  /** Null for a number that is not admitted. */
  const [person, setPerson] = useState<Person | null>();
  const [letter, setLetter] = useState(forms[0]!.form);
  const [typed, setTyped] = useState<Typed>({});
  const [correcting, setCorrecting] = useState(false);
  const [note, setNote] = useState('');
  const [enter, saving] = useAction(enterPaperMutation, pick);
  const form = forms.find((one) => one.form === letter) ?? forms[0]!;

  const clear = useCallback(() => {
    setStaffNumber('');
    setPerson(undefined);
    setTyped({});
    setCorrecting(false);
    setNote('');
  }, []);
  const find = useCallback(
    async (number: string) => {
      if (!number.trim()) return undefined;
      const found = (await request(paperOfPersonQuery, { sittingId, staffNumber: number.trim() }).catch(() => notice.failed(undefined)))?.paperOfPerson;
      setPerson(found);
      setCorrecting(false);
      return found;
    },
    [sittingId, notice],
  );
  const correct = useCallback((entered: Person) => {
    setLetter((before) => entered.form ?? before);
    setTyped(Object.fromEntries(entered.answers.map(({ position, text }) => [position, text])));
    setCorrecting(true);
  }, []);
  /** Whether it was saved; else which question to look at, if it is one. */
  const save = async (): Promise<{ readonly saved: boolean; readonly at?: number }> => {
    const wrong = firstProblem(form.questions, typed);
    if (wrong) {
      notice.warn(t('wrong', { n: wrong.position }));
      return { saved: false, at: wrong.position };
    }
    const done = await enter({ input: { sittingId, staffNumber: staffNumber.trim(), form: form.form, answers: answersIn(form.questions, typed), correct: correcting, note: correcting ? note : null } });
    if (done?.__typename !== 'EnterPaperSuccess') return { saved: false };
    const { name, answered, total, pending } = done;
    notice.done(t(pending ? 'savedPending' : 'saved', { name, answered, total, pending }));
    clear();
    return { saved: true };
  };
  const type = (position: number, text: string) => setTyped((before) => ({ ...before, [position]: text }));
  const ready = person != null && (person.form === null || correcting) && (!correcting || note.trim() !== '');
  return { staffNumber, setStaffNumber, person, find, form, setLetter, typed, type, correcting, correct, note, setNote, save, saving, clear, ready };
}
