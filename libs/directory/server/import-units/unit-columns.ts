import { date, defineColumns, identifier, oneOf, text } from '@skillhall/platform/tabular';
import { defineErrors } from '@skillhall/kernel';

export const unitColumns = defineColumns({
  code: { titles: ['单位编码', '单位代码', '编码', '机构编码', '單位編碼', '單位代碼', 'unit code', 'code'], required: true, missing: 'missing-code', parse: identifier, example: 'C01-X1-Y01' },
  name: { titles: ['单位名称', '名称', '机构名称', '單位名稱', 'unit name', 'name'], required: true, missing: 'missing-name', parse: text, example: '东湖营业厅' },
  parent: { titles: ['上级编码', '上级单位编码', '上级单位', '父级编码', '上級編碼', '上級代碼', '上級單位代碼', 'parent code', 'parent'], needed: true, parse: identifier, example: 'C01-X1' },
  type: {
    titles: ['类型', '单位类型', '机构类型', '類型', 'type', 'unit type'],
    required: true,
    missing: 'missing-type',
    parse: oneOf({
      company: ['公司', '省公司', '总公司', '集团公司', 'company'],
      city: ['市公司', '地市公司', '供电公司', 'city'],
      county: ['县公司', '区公司', '区县公司', '縣公司', 'county'],
      hall: ['营业厅', '供电营业厅', '营业网点', '厅', '營業廳', 'hall'],
      department: ['部门', '科室', '部室', '部門', 'department'],
    }),
    example: '营业厅',
  },
  level: { titles: ['营业厅等级', '等级', '厅级', '營業廳等級', 'hall level', 'level'], parse: text, example: 'B' },
  openedOn: { titles: ['启用日期', '成立日期', '开业日期', '啟用日期', 'opened on', 'opening date'], parse: date, example: '2015-11-01' },
  closedOn: { titles: ['停用日期', '撤销日期', '关闭日期', '停用日', 'closed on'], parse: date },
});

export const unitImportErrors = defineErrors({
  'missing-code': { 'zh-CN': '缺少单位编码', 'zh-TW': '缺少單位代碼', en: 'The unit code is missing' },
  'missing-name': { 'zh-CN': '缺少单位名称', 'zh-TW': '缺少單位名稱', en: 'The unit name is missing' },
  'missing-type': { 'zh-CN': '缺少单位类型', 'zh-TW': '缺少單位類型', en: 'The type of unit is missing' },
  'duplicate-code': { 'zh-CN': '单位编码“{{code}}”在文件里出现了不止一次，只保留第一次', 'zh-TW': '單位代碼「{{code}}」在檔案中出現不只一次，只保留第一次', en: 'Unit code “{{code}}” stands in the file more than once; the first is kept' },
  'unknown-parent': { 'zh-CN': '上级编码“{{parent}}”既不在文件里，也不在系统里', 'zh-TW': '上級代碼「{{parent}}」既不在檔案中，也不在系統中', en: 'Parent “{{parent}}” is neither in the file nor in the system' },
  'too-deep': { 'zh-CN': '“{{parent}}”下面不能再有单位：层级超过{{most}}级', 'zh-TW': '「{{parent}}」下面不能再有單位：層級超過{{most}}級', en: 'Nothing can stand below “{{parent}}”: there are more than {{most}} levels' },
  'unit-cycle': { 'zh-CN': '上级关系绕成了一圈：沿着“{{parent}}”往上找不到顶', 'zh-TW': '上級關係繞成了一圈：沿著「{{parent}}」往上找不到頂', en: 'The parents run in a circle: above “{{parent}}” there is no top' },
  'unknown-unit': { 'zh-CN': '单位“{{code}}”不在您的管辖范围内', 'zh-TW': '單位「{{code}}」不在您的管轄範圍內', en: 'Unit “{{code}}” lies outside the units you manage' },
  'closed-before-opened': { 'zh-CN': '停用日期早于启用日期', 'zh-TW': '停用日期早於啟用日期', en: 'It closed before it opened' },
});
