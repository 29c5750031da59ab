import type { Phrase } from '@skillhall/kernel';

/** The four tracks of training, 职业道德 法律法规 沟通技巧 业务知识. */
export const tracks = ['ethics', 'law', 'communication', 'business'] as const;
export type Track = (typeof tracks)[number];

export const trackNames: Readonly<Record<Track, Phrase>> = {
  ethics: { 'zh-CN': '职业道德', 'zh-TW': '職業道德', en: 'Ethics' },
  law: { 'zh-CN': '法律法规', 'zh-TW': '法律規章', en: 'Law' },
  communication: { 'zh-CN': '沟通技巧', 'zh-TW': '溝通技巧', en: 'Communication' },
  business: { 'zh-CN': '业务知识', 'zh-TW': '業務知識', en: 'Business' },
};

export interface Competency {
  readonly code: string;
  readonly track: Track;
  readonly name: Phrase;
}

const competency = (code: string, track: Track, zhCN: string, zhTW: string, en: string): Competency => ({
  code,
  track,
  name: { 'zh-CN': zhCN, 'zh-TW': zhTW, en },
});

/** What counter staff must be able to do; questions, courses and complaint causes point here. */
export const competencies: readonly Competency[] = [
  competency('ETH-1', 'ethics', '廉洁自律', '廉潔自律', 'Integrity'),
  competency('ETH-2', 'ethics', '服务意识', '服務意識', 'Service awareness'),
  competency('ETH-3', 'ethics', '保密与个人信息', '保密與個人資料', 'Confidentiality'),
  competency('ETH-4', 'ethics', '首问负责', '首問負責', 'First-contact responsibility'),
  competency('LAW-1', 'law', '电力法律法规', '電力法律規章', 'Electricity law'),
  competency('LAW-2', 'law', '供电营业规则', '供電營業規則', 'Supply and service rules'),
  competency('LAW-3', 'law', '消费者权益与个人信息保护', '消費者權益與個人資料保護', 'Consumer rights and personal data'),
  competency('LAW-4', 'law', '优化营商环境与信息公开', '優化營商環境與資訊公開', 'Business environment and disclosure'),
  competency('COM-1', 'communication', '倾听与询问', '傾聽與詢問', 'Listening and asking'),
  competency('COM-2', 'communication', '解释说明', '解釋說明', 'Explaining'),
  competency('COM-3', 'communication', '情绪与冲突处理', '情緒與衝突處理', 'Emotions and conflict'),
  competency('COM-4', 'communication', '投诉受理', '申訴受理', 'Taking complaints'),
  competency('COM-5', 'communication', '服务礼仪与规范用语', '服務禮儀與規範用語', 'Manners and wording'),
  competency('BIZ-1', 'business', '业扩报装', '新裝申請', 'New connections'),
  competency('BIZ-2', 'business', '用电变更', '用電變更', 'Changes of supply'),
  competency('BIZ-3', 'business', '抄表与电费', '抄表與電費', 'Metering and bills'),
  competency('BIZ-4', 'business', '电价政策', '電價政策', 'Tariffs'),
  competency('BIZ-5', 'business', '电能计量', '電能計量', 'Metering devices'),
  competency('BIZ-6', 'business', '停送电与抢修', '停送電與搶修', 'Interruptions and repairs'),
  competency('BIZ-7', 'business', '线上渠道', '線上管道', 'Online channels'),
];

const byCode = new Map(competencies.map((item) => [item.code, item]));

export const findCompetency = (code: string): Competency | undefined => byCode.get(code);
