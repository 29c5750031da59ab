/** Words of the list of candidates as a file. */
export const rollWords = {
  sheet: { 'zh-CN': '考生名单', 'zh-TW': '考生名單', en: 'Candidates' },
  number: { 'zh-CN': '工号', 'zh-TW': '員工編號', en: 'Staff number' },
  name: { 'zh-CN': '姓名', 'zh-TW': '姓名', en: 'Name' },
  unit: { 'zh-CN': '单位', 'zh-TW': '單位', en: 'Unit' },
  state: { 'zh-CN': '状态', 'zh-TW': '狀態', en: 'State' },
  admittedBy: { 'zh-CN': '参加依据', 'zh-TW': '參加依據', en: 'Admitted by' },
  byName: { 'zh-CN': '点名加入', 'zh-TW': '點名加入', en: 'name' },
  byUnit: { 'zh-CN': '单位和岗位', 'zh-TW': '單位和職位', en: 'unit and post' },
  extraMinutes: { 'zh-CN': '延长分钟', 'zh-TW': '延長分鐘', en: 'Extra minutes' },
  submittedAt: { 'zh-CN': '交卷时间', 'zh-TW': '交卷時間', en: 'Handed in' },
  note: { 'zh-CN': '备注', 'zh-TW': '備註', en: 'Note' },
  absent: { 'zh-CN': '未到', 'zh-TW': '未到', en: 'not here' },
  checkedIn: { 'zh-CN': '已签到', 'zh-TW': '已簽到', en: 'checked in' },
  open: { 'zh-CN': '作答中', 'zh-TW': '作答中', en: 'writing' },
  submitted: { 'zh-CN': '已交卷', 'zh-TW': '已交卷', en: 'handed in' },
  shutOut: { 'zh-CN': '不参加', 'zh-TW': '不參加', en: 'shut out' },
} as const;
