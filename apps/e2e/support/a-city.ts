// A city that does not exist, as its offices would send it: other words for columns, a title above them, some mistakes.
const halls = ['C70-X1-Y01', 'C70-X1-Y02', 'C70-X2-Y01', 'C70-X2-Y02'];
const names = ['清溪营业厅', '石桥营业厅', '南坪营业厅', '松林营业厅'];

const csv = (...rows: readonly (readonly (string | number)[])[]): Buffer => Buffer.from(`\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);

export const units = csv(
  ['单位编码', '单位名称', '上级编码', '类型', '营业厅等级', '启用日期'],
  ['C70', '云溪市供电公司', '', '市公司', '', '2001-01-01'],
  ['C70-X1', '云东县供电公司', 'C70', '县公司', '', '2003-05-01'],
  ['C70-X2', '云西县供电公司', 'C70', '县公司', '', '2003-05-01'],
  ...halls.map((code, index) => [code, names[index]!, code.slice(0, 6), '营业厅', 'B', '2012-03-01']),
);

/** Whose column is called what no list knows, so that somebody has to point at it. */
export const people = csv(
  ['云溪市供电公司在册人员', '', '', '', ''],
  ['工号', '称呼', '单位编码', '岗位', '入职日期'],
  ['70001', '柳如松', 'C70-X1-Y01', '营业员', '2015-07-01'],
  ['70002', '白一帆', 'C70-X1-Y01', '收费员', '2018-07-01'],
  ['70003', '江一鸣', 'C70-X1-Y02', '营业员', '2019-03-15'],
  ['70004', '高远', 'C70-X2-Y01', '营业员', '2016-05-04'],
  ['70005', '安宁', 'C70-X2-Y02', '营业员', '2021-08-02'],
  ['', '无名', 'C70-X2-Y02', '营业员', '2021-08-02'],
  ['70007', '石磊', 'C70-X9-Y09', '营业员', '2020-01-02'],
  ['70008', '方圆', 'C70-X2-Y02', '营业员', '2020-13-45'],
);

const months = Array.from({ length: 14 }, (_, index) => `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`);

export const volumes = csv(['月份', '营业厅编码', '柜面业务笔数'], ...months.flatMap((month, at) => halls.map((hall, index) => [month, hall, 4000 + 100 * index + 10 * at])));

export const complaints = csv(
  ['工单编号', '受理时间', '供电单位', '一级分类', '二级分类', '受理内容'],
  ...months.flatMap((month, at) => [
    [`YX${at}01`, `${month}-05 09:30`, names[at % 4]!, '服务投诉', '营业厅服务', '客户张伟反映排队时间长，联系电话10000000001。'],
    [`YX${at}02`, `${month}-18 15:10`, names[(at + 1) % 4]!, '营业投诉', '业扩报装', '客户反映材料没有一次说清。'],
  ]),
  ['YX9999', '2026-02-03 10:00', '没有这个营业厅', '服务投诉', '营业厅服务', '客户反映大厅拥挤。'],
);
