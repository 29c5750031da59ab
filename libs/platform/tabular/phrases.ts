import { defineErrors, type Phrase } from '@skillhall/kernel';

/** Why a file could not be read as a table. */
export const tableErrors = defineErrors({
  'file-empty': { 'zh-CN': '文件是空的', 'zh-TW': '檔案是空的', en: 'The file is empty' },
  'file-too-large': {
    'zh-CN': '文件超过 {{limit}} MB，请分成几个文件导入',
    'zh-TW': '檔案超過 {{limit}} MB，請分成幾個檔案匯入',
    en: 'The file is larger than {{limit}} MB; please import it in parts',
  },
  'old-excel': {
    'zh-CN': '这是旧版 Excel 文件（.xls），请另存为 .xlsx 后再导入',
    'zh-TW': '這是舊版 Excel 檔案（.xls），請另存為 .xlsx 後再匯入',
    en: 'This is an old Excel file (.xls); please save it as .xlsx and import that',
  },
  'unsupported-format': {
    'zh-CN': '这是 {{format}} 文件，请另存为 .xlsx 或 .csv 后再导入',
    'zh-TW': '這是 {{format}} 檔案，請另存為 .xlsx 或 .csv 後再匯入',
    en: 'This is a {{format}} file; please save it as .xlsx or .csv and import that',
  },
  'password-protected': {
    'zh-CN': '文件有密码，请去掉密码后再导入',
    'zh-TW': '檔案有密碼，請移除密碼後再匯入',
    en: 'The file is protected by a password; please remove it first',
  },
  'damaged-file': {
    'zh-CN': '文件已损坏，请用 Excel 或 WPS 打开并重新保存',
    'zh-TW': '檔案已損毀，請用 Excel 開啟並重新儲存',
    en: 'The file is damaged; please open it in a spreadsheet program and save it again',
  },
  'truncated-file': {
    'zh-CN': '文件不完整，可能没有传完，请重新上传',
    'zh-TW': '檔案不完整，可能沒有傳完，請重新上傳',
    en: 'The file is incomplete, perhaps cut off on its way; please upload it again',
  },
  'unpacks-too-large': {
    'zh-CN': '文件解压后过大，不能导入',
    'zh-TW': '檔案解壓縮後過大，無法匯入',
    en: 'The file grows too large when unpacked and cannot be imported',
  },
  'too-many-problems': {
    'zh-CN': '问题超过{{limit}}处，整份文件没有导入。请先检查列是否对应，再导入一次',
    'zh-TW': '問題超過{{limit}}處，整份檔案沒有匯入。請先檢查欄位是否對應，再匯入一次',
    en: 'There are more than {{limit}} problems, so nothing was taken in. Please check that the columns are the right ones and import again',
  },
  'too-many-entries': {
    'zh-CN': '文件内部包含的部件过多，不能导入',
    'zh-TW': '檔案內部包含的元件過多，無法匯入',
    en: 'The file holds too many parts and cannot be imported',
  },
  'unsafe-entry-name': {
    'zh-CN': '文件内部有不安全的路径，不能导入',
    'zh-TW': '檔案內部有不安全的路徑，無法匯入',
    en: 'The file holds an unsafe path and cannot be imported',
  },
  'xml-forbidden': {
    'zh-CN': '文件内部含有不允许的 XML 声明，不能导入',
    'zh-TW': '檔案內部含有不允許的 XML 宣告，無法匯入',
    en: 'The file holds an XML declaration that is not allowed',
  },
  'no-visible-sheet': {
    'zh-CN': '文件里没有可见的工作表',
    'zh-TW': '檔案裡沒有可見的工作表',
    en: 'The file has no visible sheet',
  },
  'sheet-not-found': {
    'zh-CN': '文件里没有工作表“{{sheet}}”',
    'zh-TW': '檔案裡沒有工作表「{{sheet}}」',
    en: 'The file has no sheet “{{sheet}}”',
  },
  'too-many-rows': {
    'zh-CN': '超过 {{limit}} 行，请分成几个文件导入',
    'zh-TW': '超過 {{limit}} 列，請分成幾個檔案匯入',
    en: 'There are more than {{limit}} rows; please import them in parts',
  },
  'too-many-columns': {
    'zh-CN': '第 {{row}} 行超过 {{limit}} 列',
    'zh-TW': '第 {{row}} 列超過 {{limit}} 欄',
    en: 'Row {{row}} has more than {{limit}} columns',
  },
  'cell-too-long': {
    'zh-CN': '第 {{row}} 行有单元格超过 {{limit}} 个字',
    'zh-TW': '第 {{row}} 列有儲存格超過 {{limit}} 個字',
    en: 'In row {{row}} a cell is longer than {{limit}} characters',
  },
  'text-too-long': {
    'zh-CN': '文件里有超过 {{limit}} 个字的内容，不能导入',
    'zh-TW': '檔案裡有超過 {{limit}} 個字的內容，無法匯入',
    en: 'The file holds a text longer than {{limit}} characters and cannot be imported',
  },
  'unclosed-quote': {
    'zh-CN': '文件第 {{line}} 行的引号没有正确闭合',
    'zh-TW': '檔案第 {{line}} 行的引號沒有正確結束',
    en: 'The quotation mark in line {{line}} of the file is not properly closed',
  },
  'unknown-encoding': {
    'zh-CN': '无法识别文字编码，请另存为 UTF-8 编码的 CSV 或 .xlsx',
    'zh-TW': '無法辨識文字編碼，請另存為 UTF-8 編碼的 CSV 或 .xlsx',
    en: 'The text encoding is not recognised; please save as CSV in UTF-8 or as .xlsx',
  },
  'header-not-recognised': {
    'zh-CN': '没有识别出表头，缺少：{{missing}}。请指定各列的含义',
    'zh-TW': '未能辨識標題列，缺少：{{missing}}。請指定各欄的含義',
    en: 'The header was not recognised; missing: {{missing}}. Please say what each column means',
  },
});
export type TableErrorCode = keyof typeof tableErrors;

/** Why one cell could not be read. `text` is what stands in the cell, `title` the title of its column. */
export const cellErrors = defineErrors({
  'missing-value': { 'zh-CN': '“{{title}}”没有填', 'zh-TW': '「{{title}}」未填', en: '“{{title}}” is missing' },
  'bad-text': { 'zh-CN': '“{{text}}”不是文字', 'zh-TW': '「{{text}}」不是文字', en: '“{{text}}” is not text' },
  'bad-identifier': {
    'zh-CN': '“{{text}}”不是有效的编号',
    'zh-TW': '「{{text}}」不是有效的編號',
    en: '“{{text}}” is not a number or code',
  },
  'digits-lost': {
    'zh-CN': '“{{text}}”的末尾数字已被 Excel 舍去，请把该列设为文本后重新填写',
    'zh-TW': '「{{text}}」的末尾數字已被 Excel 捨去，請將該欄設為文字後重新填寫',
    en: 'Excel has dropped the last digits of “{{text}}”; please set the column to text and enter it again',
  },
  'bad-number': { 'zh-CN': '“{{text}}”不是数字', 'zh-TW': '「{{text}}」不是數字', en: '“{{text}}” is not a number' },
  'bad-integer': { 'zh-CN': '“{{text}}”不是整数', 'zh-TW': '「{{text}}」不是整數', en: '“{{text}}” is not a whole number' },
  'out-of-range': {
    'zh-CN': '“{{text}}”超出允许的范围',
    'zh-TW': '「{{text}}」超出允許的範圍',
    en: '“{{text}}” is out of range',
  },
  'bad-share': {
    'zh-CN': '“{{text}}”不是 0 到 100% 的比例',
    'zh-TW': '「{{text}}」不是 0 到 100% 的比例',
    en: '“{{text}}” is not a share between 0 and 100%',
  },
  'bad-date': {
    'zh-CN': '“{{text}}”不是有效的日期',
    'zh-TW': '「{{text}}」不是有效的日期',
    en: '“{{text}}” is not a valid date',
  },
  'bad-month': {
    'zh-CN': '“{{text}}”不是有效的月份',
    'zh-TW': '「{{text}}」不是有效的月份',
    en: '“{{text}}” is not a valid month',
  },
  'ambiguous-month': {
    'zh-CN': '“{{text}}”可能是 1 月也可能是 10 月，请写成 2024-01 这样的形式',
    'zh-TW': '「{{text}}」可能是 1 月也可能是 10 月，請寫成 2024-01 這樣的形式',
    en: '“{{text}}” may be January or October; please write it like 2024-01',
  },
  'bad-yes-no': {
    'zh-CN': '“{{text}}”应填“是”或“否”',
    'zh-TW': '「{{text}}」應填「是」或「否」',
    en: '“{{text}}” should be yes or no',
  },
  'not-in-list': {
    'zh-CN': '“{{text}}”不在可选值之内：{{allowed}}',
    'zh-TW': '「{{text}}」不在可選值之內：{{allowed}}',
    en: '“{{text}}” is not one of: {{allowed}}',
  },
  'cell-error': {
    'zh-CN': '单元格是错误值 {{text}}',
    'zh-TW': '儲存格是錯誤值 {{text}}',
    en: 'The cell holds the error {{text}}',
  },
  'formula-without-value': {
    'zh-CN': '公式没有计算结果，请在 Excel 或 WPS 中打开并保存一次',
    'zh-TW': '公式沒有計算結果，請在 Excel 中開啟並儲存一次',
    en: 'The formula has no result; please open the file in a spreadsheet program and save it once',
  },
});
export type CellErrorCode = keyof typeof cellErrors;

export const skipReasons = {
  blank: { 'zh-CN': '空行', 'zh-TW': '空白列', en: 'blank row' },
  footer: { 'zh-CN': '表尾说明', 'zh-TW': '表尾說明', en: 'footer' },
  'repeated-header': { 'zh-CN': '重复的表头', 'zh-TW': '重複的標題列', en: 'repeated header' },
} as const satisfies Readonly<Record<string, Phrase>>;
export type SkipReason = keyof typeof skipReasons;

/** Words in the files that are written for people. */
export const sheetWords = {
  rowNumber: { 'zh-CN': '原行号', 'zh-TW': '原列號', en: 'Original row' },
  reasons: { 'zh-CN': '原因', 'zh-TW': '原因', en: 'Reason' },
  failedRows: { 'zh-CN': '未导入的行', 'zh-TW': '未匯入的列', en: 'Rows not imported' },
  data: { 'zh-CN': '数据', 'zh-TW': '資料', en: 'Data' },
  guide: { 'zh-CN': '填写说明', 'zh-TW': '填寫說明', en: 'How to fill in' },
  column: { 'zh-CN': '列名', 'zh-TW': '欄名', en: 'Column' },
  required: { 'zh-CN': '必填', 'zh-TW': '必填', en: 'Required' },
  yes: { 'zh-CN': '是', 'zh-TW': '是', en: 'yes' },
  no: { 'zh-CN': '否', 'zh-TW': '否', en: 'no' },
  note: { 'zh-CN': '说明', 'zh-TW': '說明', en: 'Note' },
  allowed: { 'zh-CN': '可选值', 'zh-TW': '可選值', en: 'Allowed values' },
  example: { 'zh-CN': '示例', 'zh-TW': '範例', en: 'Example' },
  choices: { 'zh-CN': '选项', 'zh-TW': '選項', en: 'Choices' },
  pickOne: {
    'zh-CN': '请从下拉列表中选择',
    'zh-TW': '請從下拉清單中選擇',
    en: 'Please choose from the list',
  },
} as const satisfies Readonly<Record<string, Phrase>>;
