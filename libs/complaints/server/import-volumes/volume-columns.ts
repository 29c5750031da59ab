import { err } from '@skillhall/kernel';
import { defineColumns, integer, month, type Parser, share, text } from '@skillhall/platform/tabular';

/** A count: whole and not negative. */
const count: Parser<number> = (cell) => {
  const read = integer(cell);
  if (!read.ok) return read.error === 'bad-integer' ? err('bad-number') : read;
  // What a column of whole numbers in the database holds.
  if (read.value > 2_147_483_647) return err('bad-number');
  return read.value < 0 ? err('negative-number') : read;
};

/** The columns of a list of monthly volumes of halls. */
export const volumeColumns = defineColumns({
  month: { titles: ['月份', '年月', '统计月份', '所属月份', '月度', '統計月份', '所屬月份', 'month', 'period'], required: true, missing: 'missing-month', parse: month, note: '如 2025-03' },
  unit: {
    titles: ['营业厅编码', '营业厅', '营业厅名称', '单位编码', '单位名称', '单位', '供电单位', '网点编码', '网点名称', '網點名稱', '營業廳編碼', '營業廳', '營業廳名稱', '服務所', '單位編碼', '單位名稱', '單位', '供電單位', 'hall code', 'hall', 'hall name', 'unit code', 'unit', 'unit name'],
    required: true, missing: 'missing-unit', parse: text, note: '营业厅编码或名称',
  },
  transactions: {
    titles: ['柜面业务笔数', '柜面业务量', '业务笔数', '业务量', '柜台业务笔数', '受理笔数', '櫃台業務筆數', '櫃檯業務筆數', '櫃面業務筆數', '業務筆數', '業務量', 'transactions', 'counter transactions', 'volume'],
    required: true, missing: 'missing-transactions', parse: count,
  },
  onlineShare: { titles: ['线上缴费占比', '线上缴费率', '线上占比', '线上缴费比例', '线上业务占比', '線上繳費占比', '線上繳費比例', '線上繳費率', '線上占比', 'online share', 'online payment share', 'share of online payments'], parse: share, note: '如 55.8% 或 0.558' },
  windowStaff: { titles: ['窗口人数', '窗口人员', '窗口人员数', '在岗人数', '柜员人数', '窗口人數', '窗口人員', '櫃台人數', '櫃員人數', 'window staff', 'counter staff', 'staff'], parse: count },
});
export type VolumeColumns = typeof volumeColumns;
