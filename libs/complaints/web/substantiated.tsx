import { usePhrases } from '@skillhall/ui/i18n';
import { Tag } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';

/** Whether a complaint was found to be true; null = nobody has decided. */
export function Substantiated({ value }: { readonly value: boolean | null }): ReactNode {
  const t = usePhrases(phrases);
  if (value === null) return <Tag>{t('open')}</Tag>;
  return <Tag tone={value ? 'warn' : 'good'}>{t(value ? 'yes' : 'no')}</Tag>;
}
