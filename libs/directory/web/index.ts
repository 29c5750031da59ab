import type { DeskRoute } from '@skillhall/ui/page';
import { importPermissions } from './imports/import-kinds.js';

export const directoryRoutes: readonly DeskRoute[] = [
  {
    path: 'units',
    task: 'people',
    permission: 'person.read',
    rail: { 'zh-CN': '单位', 'zh-TW': '單位', en: 'Units' },
    load: async () => (await import('./units/units-page.js')).UnitsPage,
  },
  {
    path: 'people',
    task: 'people',
    permission: 'person.read',
    rail: { 'zh-CN': '人员', 'zh-TW': '人員', en: 'People' },
    load: async () => (await import('./people/people-page.js')).PeoplePage,
  },
  {
    path: 'posts',
    task: 'people',
    permission: 'person.read',
    rail: { 'zh-CN': '岗位与能力项', 'zh-TW': '職位與能力項', en: 'Posts and competencies' },
    beforeUnits: true,
    load: async () => (await import('./posts/posts-page.js')).PostsPage,
  },
  {
    path: 'imports',
    task: 'system',
    permission: importPermissions,
    rail: { 'zh-CN': '导入', 'zh-TW': '匯入', en: 'Imports' },
    beforeUnits: true,
    load: async () => (await import('./imports/imports-page.js')).ImportsPage,
  },
  {
    path: 'imports/:kind',
    task: 'system',
    permission: importPermissions,
    beforeUnits: true,
    load: async () => (await import('./imports/import-kind-page.js')).ImportKindPage,
  },
  {
    path: 'accounts',
    task: 'system',
    permission: 'account.manage',
    rail: { 'zh-CN': '账号', 'zh-TW': '帳號', en: 'Accounts' },
    load: async () => (await import('./system/accounts-page.js')).AccountsPage,
  },
  {
    path: 'audit',
    task: 'system',
    permission: 'audit.read',
    rail: { 'zh-CN': '操作记录', 'zh-TW': '操作紀錄', en: 'Audit log' },
    beforeUnits: true,
    load: async () => (await import('./system/audit-page.js')).AuditPage,
  },
];

/** The content of the administrator's home; the frame of the home shows it. */
export const loadAdministratorHome = async () => (await import('./home/administrator-home.js')).AdministratorHome;
