import { defineErrors } from '@skillhall/kernel';

export const accessErrors = defineErrors({
  WRONG_CREDENTIALS: {
    'zh-CN': '账号或密码不对，请再试一次。',
    'zh-TW': '帳號或密碼不正確，請再試一次。',
    en: 'The sign-in name or the password is not right. Please try again.',
  },
  TOO_MANY_ATTEMPTS: {
    'zh-CN': '尝试次数太多，请 {{retryAfterSeconds}} 秒后再试。',
    'zh-TW': '嘗試次數過多，請於 {{retryAfterSeconds}} 秒後再試。',
    en: 'Too many tries. Please wait {{retryAfterSeconds}} seconds.',
  },
  PASSWORD_SHORT: {
    'zh-CN': '密码至少 8 个字符；一句您记得住的话更好。',
    'zh-TW': '密碼至少 8 個字元；一句您記得住的話更好。',
    en: 'A password has at least 8 characters; a sentence you remember is better.',
  },
  PASSWORD_LONG: {
    'zh-CN': '密码最多 128 个字符。',
    'zh-TW': '密碼最多 128 個字元。',
    en: 'A password has at most 128 characters.',
  },
  PASSWORD_COMMON: {
    'zh-CN': '这个密码太常见，容易被猜中，请换一个。',
    'zh-TW': '這個密碼太常見，容易被猜中，請換一個。',
    en: 'This password is among the first that anybody would guess. Please choose another.',
  },
  PASSWORD_CONTEXT: {
    'zh-CN': '密码里不要用工号、姓名或手机号。',
    'zh-TW': '密碼裡不要使用工號、姓名或手機號碼。',
    en: 'Please leave your number and your name out of the password.',
  },
});
