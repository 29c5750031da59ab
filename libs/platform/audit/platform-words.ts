import type { AuditWords } from './audit-words.js';

/** The deeds of the platform itself, of the command line and of the demo company. */
export const platformAuditWords: AuditWords = {
  actions: {
    'session.opened': { 'zh-CN': '登录', 'zh-TW': '登入', en: 'signed in' },
    'import.started': { 'zh-CN': '开始导入', 'zh-TW': '開始匯入', en: 'started an import' },
    'files.expired': { 'zh-CN': '清理过期的上传文件', 'zh-TW': '清理過期的上傳檔案', en: 'removed uploads kept long enough' },
    'admin.created': { 'zh-CN': '建立管理员账号', 'zh-TW': '建立管理員帳號', en: 'made an administrator' },
    'demo.created': { 'zh-CN': '建立演示数据', 'zh-TW': '建立示範資料', en: 'made the demo data' },
  },
  subjects: {
    account: { 'zh-CN': '账号', 'zh-TW': '帳號', en: 'account' },
    import: { 'zh-CN': '导入', 'zh-TW': '匯入', en: 'import' },
    file: { 'zh-CN': '文件', 'zh-TW': '檔案', en: 'file' },
    demo: { 'zh-CN': '演示数据', 'zh-TW': '示範資料', en: 'demo data' },
  },
  details: {
    by: { 'zh-CN': '方式', 'zh-TW': '方式', en: 'by' },
    login: { 'zh-CN': '登录名', 'zh-TW': '登入名稱', en: 'login' },
    kind: { 'zh-CN': '内容', 'zh-TW': '內容', en: 'what' },
    file: { 'zh-CN': '文件', 'zh-TW': '檔案', en: 'file' },
    files: { 'zh-CN': '文件数', 'zh-TW': '檔案數', en: 'files' },
    bytes: { 'zh-CN': '字节', 'zh-TW': '位元組', en: 'bytes' },
    days: { 'zh-CN': '天数', 'zh-TW': '天數', en: 'days' },
    code: { 'zh-CN': '编号', 'zh-TW': '代碼', en: 'code' },
    title: { 'zh-CN': '名称', 'zh-TW': '名稱', en: 'title' },
    version: { 'zh-CN': '版本', 'zh-TW': '版本', en: 'version' },
    reason: { 'zh-CN': '原因', 'zh-TW': '原因', en: 'reason' },
    note: { 'zh-CN': '说明', 'zh-TW': '說明', en: 'note' },
  },
};
