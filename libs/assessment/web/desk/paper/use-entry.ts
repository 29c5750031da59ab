import { useAction, useNotice } from '@skillhall/ui/form';
import type { EnterPaperMutation, PaperOfPersonQuery } from '@skillhall/ui/gql';
import { request } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useCallback, useRef, useState } from 'react';
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
  const [staffNumber, setNumber] = useState('');
  /** Null for a number that is not admitted. */
  const [person, setPerson] = useState<Person | null>();
  const [letter, setLetter] = useState(forms[0]!.form);
  const [typed, setTyped] = useState<Typed>({});
  const [changed, setChanged] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const [note, setNote] = useState('');
  const asked = useRef('');
  const [enter, saving] = useAction(enterPaperMutation, pick);
  const form = forms.find((one) => one.form === letter) ?? forms[0]!;

  /** Another number is another person: who was found for the former one is not asked about any more. */
  const setStaffNumber = useCallback((number: string) => {
    asked.current = '';
    setNumber(number);
    setPerson(undefined);
  }, []);
  const clear = useCallback(() => {
    setStaffNumber('');
    setTyped({});
    setChanged(false);
    setCorrecting(false);
    setNote('');
  }, [setStaffNumber]);
  const find = useCallback(
    async (number: string) => {
      const wanted = number.trim();
      if (!wanted) return undefined;
      asked.current = wanted;
      const found = (await request(paperOfPersonQuery, { sittingId, staffNumber: wanted }).catch(notice.failed))?.paperOfPerson;
      if (asked.current !== wanted) return undefined;
      setPerson(found);
      setCorrecting(false);
      return found;
    },
    [sittingId, notice],
  );
  const correct = useCallback((entered: Person) => {
    setLetter((before) => entered.form ?? before);
    setTyped(Object.fromEntries(entered.answers.map(({ position, text }) => [position, text])));
    setChanged(false);
    setCorrecting(true);
  }, []);
  /** Whether it was saved; else which question to look at, if it is one. */
  const save = async (): Promise<{ readonly saved: boolean; readonly at?: number }> => {
    const wrong = firstProblem(form.questions, typed);
    if (wrong) {
      notice.warn(t('wrong', { n: wrong.position }));
      return { saved: false, at: wrong.position };
    }
    const done = await enter({ input: { sittingId, staffNumber: person!.staffNumber, form: form.form, answers: answersIn(form.questions, typed), correct: correcting, note: correcting ? note : null } });
    if (done?.__typename !== 'EnterPaperSuccess') return { saved: false };
    const { name, answered, total, pending } = done;
    notice.done(t(pending ? 'savedPending' : 'saved', { name, answered, total, pending }));
    clear();
    return { saved: true };
  };
  const type = (position: number, text: string) => {
    setTyped((before) => ({ ...before, [position]: text }));
    setChanged(true);
  };
  const ready = person != null && (person.form === null || correcting) && (!correcting || note.trim() !== '');
  return { staffNumber, setStaffNumber, person, find, form, setLetter, typed, type, changed, correcting, correct, note, setNote, save, saving, clear, ready };
}
