import { defineErrors } from '@skillhall/kernel';

export const directoryErrors = defineErrors({
  ROLE_ALREADY_GRANTED: {
    'zh-CN': '此人在该单位已经有这个角色。',
    'zh-TW': '此人在該單位已經有這個角色。',
    en: 'This person already holds this role at this unit.',
  },
});
