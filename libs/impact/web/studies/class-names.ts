import { type ComplaintClass, complaintClassNames } from '@skillhall/complaints/domain';
import { say } from '@skillhall/kernel';
import { useLocale, usePhrases } from '@skillhall/ui/i18n';
import { phrases } from './phrases.js';

/** The names of classes of complaints in a row. */
export function useClassNames(): (classes: readonly ComplaintClass[]) => string {
  const t = usePhrases(phrases);
  const locale = useLocale();
  return (classes) => classes.map((name) => say(complaintClassNames[name], locale)).join(t('listSign'));
}
