import type { PlainItems } from './plain-items.js';

/** Text that means itself: no mark-up, no references, nothing that XML forbids or changes. */
export const plainText = /^[ -%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd]*$/;

/** Reads shared texts such as `<si><t>营业员</t></si>`. */
export const plainTexts = (take: (text: string) => void): PlainItems => ({
  opening: '<si>',
  closing: '</si>',
  expected: (depth) => depth === 1,
  read: (text, from, end) => {
    if (!text.startsWith('<si><t>', from) || !text.startsWith('</t>', end - 4)) return false;
    const shared = text.slice(from + 7, end - 4);
    if (!plainText.test(shared)) return false;
    take(shared);
    return true;
  },
});
