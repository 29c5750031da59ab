import { findCompetency, trackNames } from '@skillhall/directory/domain';
import { useLocale } from '@skillhall/ui/i18n';

/** A competency by its code, or a track by its name, in the language chosen. */
export function useTopicName(): (topic: string) => string {
  const locale = useLocale();
  return (topic) => (findCompetency(topic)?.name ?? trackNames[topic as keyof typeof trackNames])?.[locale] ?? topic;
}
