import { defineErrors } from '@skillhall/kernel';
import { date, defineColumns, identifier, name, oneOf, text } from '@skillhall/platform/tabular';

export const personColumns = defineColumns({
  number: { titles: ['工号', '员工编号', '人员编码', '人员编号', '员工号', '工號', '員工編號', 'staff number', 'employee id'], required: true, missing: 'missing-number', parse: identifier, example: '10001' },
  name: { titles: ['姓名', '员工姓名', '人员姓名', '員工姓名', 'name', 'full name'], required: true, missing: 'missing-name', parse: name, example: '王芳' },
  gender: { titles: ['性别', '性別', 'gender', 'sex'], parse: oneOf({ female: ['女', '女性', 'f', 'female'], male: ['男', '男性', 'm', 'male'] }), example: '女' },
  unit: { titles: ['单位编码', '单位代码', '所属单位编码', '部门编码', '營業廳編碼', '單位編碼', '單位代碼', 'unit code', 'unit'], required: true, missing: 'missing-unit', parse: identifier, example: 'C01-X1-Y01' },
  post: { titles: ['岗位', '岗位名称', '职务', '崗位', '職務', '職位', 'post', 'position'], parse: text, example: '营业员' },
  hiredOn: { titles: ['入职日期', '参加工作日期', '入职时间', '到職日期', 'hired on', 'hire date'], parse: date, example: '2012-11-27' },
  phone: { titles: ['手机号', '手机', '手机号码', '联系电话', '電話', '手機號碼', 'phone', 'mobile'], parse: identifier, example: '10000001234' },
  employment: { titles: ['用工性质', '用工形式', '聘用形式', '用工性質', 'employment', 'contract'], parse: text, example: '合同制' },
  since: { titles: ['到岗日期', '任职日期', '调入日期', '現職日期', 'in post since'], parse: date, note: '调到现单位的日期；不填则首次导入按入职日期，调动按导入当天' },
  leftOn: { titles: ['离职日期', '离岗日期', '離職日期', 'left on'], parse: date },
});

export const personImportErrors = defineErrors({
  'missing-number': { 'zh-CN': '缺少工号', 'zh-TW': '缺少工號', en: 'The staff number is missing' },
  'missing-name': { 'zh-CN': '缺少姓名', 'zh-TW': '缺少姓名', en: 'The name is missing' },
  'missing-unit': { 'zh-CN': '缺少单位编码', 'zh-TW': '缺少單位代碼', en: 'The unit code is missing' },
  'duplicate-number': { 'zh-CN': '工号“{{number}}”在文件里出现了不止一次，只保留第一次', 'zh-TW': '工號「{{number}}」在檔案中出現不只一次，只保留第一次', en: 'Staff number “{{number}}” stands in the file more than once; the first is kept' },
  'number-taken': { 'zh-CN': '工号“{{number}}”已属于您管辖范围以外的人', 'zh-TW': '工號「{{number}}」已屬於您管轄範圍以外的人', en: 'Staff number “{{number}}” belongs to somebody outside the units you manage' },
  'unknown-unit': { 'zh-CN': '单位编码“{{unit}}”不存在，或不在您的管辖范围内', 'zh-TW': '單位代碼「{{unit}}」不存在，或不在您的管轄範圍內', en: 'Unit “{{unit}}” does not exist, or lies outside the units you manage' },
  'overlapping-employment': { 'zh-CN': '到岗日期 {{since}} 早于此人已有的一段任职，两段会重叠', 'zh-TW': '到職日期 {{since}} 早於此人已有的一段任職，兩段會重疊', en: 'In post since {{since}} lies before another employment of this person; the two would overlap' },
  'left-before-hired': { 'zh-CN': '离职日期早于入职日期', 'zh-TW': '離職日期早於到職日期', en: 'Left before being hired' },
});
