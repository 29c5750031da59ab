/** What the deeds of this capability are called in the audit log. */
export const directoryAuditWords = {
  actions: {
    'accounts.created': { 'zh-CN': '开通账号', 'zh-TW': '開通帳號', en: 'created accounts' },
    'password.reset': { 'zh-CN': '重置密码', 'zh-TW': '重設密碼', en: 'reset a password' },
    'role.granted': { 'zh-CN': '授予角色', 'zh-TW': '授予角色', en: 'gave a role' },
    'role.revoked': { 'zh-CN': '收回角色', 'zh-TW': '收回角色', en: 'took back a role' },
  },
  subjects: {
    person: { 'zh-CN': '人员', 'zh-TW': '人員', en: 'person' },
    unit: { 'zh-CN': '单位', 'zh-TW': '單位', en: 'unit' },
  },
  details: {
    staffNumber: { 'zh-CN': '工号', 'zh-TW': '員工編號', en: 'staff number' },
    role: { 'zh-CN': '角色', 'zh-TW': '角色', en: 'role' },
    unit: { 'zh-CN': '单位', 'zh-TW': '單位', en: 'unit' },
    count: { 'zh-CN': '人数', 'zh-TW': '人數', en: 'people' },
  },
} as const;
