import { err, ok } from '@skillhall/kernel';
import { date, dateTime, defineColumns, identifier, oneOf, type Parser, shown, text } from '@skillhall/platform/tabular';
import { complaintClassWords, type ComplaintClass } from '../../domain/index.js';

const classes = oneOf(complaintClassWords);
const complaintClass: Parser<ComplaintClass> = Object.assign((cell: Parameters<Parser<unknown>>[0]) => {
  const read = classes(cell);
  return read.ok || read.error !== 'not-in-list' ? read : err('unknown-class');
}, { allowed: classes.allowed ?? [] });

const verdicts = oneOf({
  yes: ['属实', '屬實', '是', '基本属实', '基本屬實', '部分属实', '部分屬實', '查实', 'yes', 'y', 'true', 'substantiated'],
  no: ['不属实', '不屬實', '否', '未查实', 'no', 'n', 'false', 'not substantiated', 'unsubstantiated'],
  open: ['待核实', '待核實', '核实中', '核實中', '未核实', '未核實', '无法核实', '無法核實', '不详', '不詳', '待定', 'pending', 'unknown'],
});

/** True where the complaint was found right, at least in part; null while or where nobody can tell. */
const substantiated: Parser<boolean | null> = Object.assign((cell: Parameters<Parser<unknown>>[0]) => {
  const read = verdicts(cell);
  return read.ok ? ok(read.value === 'open' ? null : read.value === 'yes') : read;
}, { allowed: ['属实', '不属实', '待核实'] });

/** Whatever stands there, as text: for what is only looked at and not kept. */
const anything: Parser<string> = (cell) => ok(shown(cell).trim());

/** The columns of an export of work orders. Name and telephone are recognised so that they can be kept out. */
export const complaintColumns = defineColumns({
  number: {
    titles: ['工单编号', '工单号', '工单编码', '工单流水号', '受理编号', '受理单号', '投诉编号', '投诉单号', '工單編號', '工單號', '受理編號', '案件編號', '投訴編號', 'order number', 'work order', 'work order number', 'ticket', 'ticket number', 'case number'],
    required: true, missing: 'missing-number', parse: identifier,
  },
  receivedAt: {
    titles: ['受理时间', '受理日期', '投诉时间', '投诉日期', '来电时间', '派单时间', '创建时间', '受理時間', '受理日期時間', '投訴時間', '投訴日期', '來電時間', '建立時間', 'received at', 'received', 'date received', 'created at', 'complaint date'],
    required: true, missing: 'missing-date', parse: dateTime, note: '如 2025-03-01 09:30',
  },
  unit: {
    titles: ['供电单位', '责任单位', '被投诉单位', '所属单位', '营业厅', '营业厅名称', '单位', '单位名称', '单位编码', '供電單位', '責任單位', '被投訴單位', '所屬單位', '營業廳', '營業廳名稱', '服務所', '單位', '單位名稱', '單位編碼', 'unit', 'unit name', 'unit code', 'hall', 'business hall'],
    required: true, missing: 'missing-unit', parse: text, note: '单位名称或单位编码',
  },
  class: {
    titles: ['一级分类', '投诉一级分类', '投诉分类', '投诉类型', '投诉类别', '一级类别', '一級分類', '投訴一級分類', '投訴分類', '投訴類型', '投訴類別', 'class', 'complaint class', 'category', 'level 1 category'],
    required: true, missing: 'missing-class', parse: complaintClass,
  },
  secondClass: { titles: ['二级分类', '投诉二级分类', '二级类别', '二級分類', '投訴二級分類', '二級類別', 'second class', 'subcategory', 'level 2 category'], parse: text },
  thirdClass: { titles: ['三级分类', '投诉三级分类', '三级类别', '三級分類', '投訴三級分類', '三級類別', 'third class', 'level 3 category'], parse: text },
  level: { titles: ['投诉级别', '投诉等级', '级别', '紧急程度', '投訴級別', '投訴等級', '級別', '緊急程度', 'level', 'severity', 'priority'], parse: text },
  channel: { titles: ['受理渠道', '投诉渠道', '来源渠道', '渠道', '投诉来源', '受理方式', '受理管道', '投訴管道', '來源管道', '管道', '受理渠道來源', 'channel', 'source'], parse: text },
  customerName: { titles: ['客户姓名', '客户名称', '用户姓名', '用户名称', '户名', '姓名', '投诉人', '投诉人姓名', '来电人', '联系人', '客戶姓名', '客戶名稱', '用戶姓名', '戶名', '投訴人', '來電人', '聯絡人', 'customer', 'customer name', 'name', 'contact'], parse: anything, note: '只用于从受理内容中去掉，不保存' },
  phone: { titles: ['联系电话', '联系方式', '客户电话', '电话', '手机', '手机号', '手机号码', '来电号码', '联系号码', '聯絡電話', '聯絡方式', '客戶電話', '電話', '手機', '手機號碼', '來電號碼', 'phone', 'phone number', 'telephone', 'mobile', 'contact phone'], parse: anything, note: '只用于从受理内容中去掉，不保存' },
  text: { titles: ['受理内容', '投诉内容', '工单内容', '内容', '诉求内容', '问题描述', '受理內容', '投訴內容', '工單內容', '內容', '訴求內容', '問題描述', 'content', 'text', 'description', 'complaint text'], parse: text },
  substantiated: { titles: ['是否属实', '属实情况', '是否属实投诉', '核实结果', '调查结果', '是否屬實', '屬實情況', '核實結果', '調查結果', 'substantiated', 'upheld', 'finding'], parse: substantiated },
  closedOn: { titles: ['办结时间', '办结日期', '归档时间', '回复时间', '完成时间', '结案时间', '辦結時間', '辦結日期', '結案時間', '結案日期', '歸檔時間', '完成時間', 'closed on', 'closed at', 'closed', 'date closed', 'completed at'], parse: date },
});
export type ComplaintColumns = typeof complaintColumns;
