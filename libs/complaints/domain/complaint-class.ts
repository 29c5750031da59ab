import type { Phrase } from '@skillhall/kernel';

/** The five classes of the trade's taxonomy. */
export const complaintClasses = ['service', 'business', 'outage', 'supplyQuality', 'gridConstruction'] as const;
export type ComplaintClass = (typeof complaintClasses)[number];

export const complaintClassNames: Readonly<Record<ComplaintClass, Phrase>> = {
  service: { 'zh-CN': '服务投诉', 'zh-TW': '服務投訴', en: 'Service' },
  business: { 'zh-CN': '营业投诉', 'zh-TW': '營業投訴', en: 'Business handling' },
  outage: { 'zh-CN': '停送电投诉', 'zh-TW': '停復電投訴', en: 'Outages' },
  supplyQuality: { 'zh-CN': '供电质量投诉', 'zh-TW': '供電品質投訴', en: 'Supply quality' },
  gridConstruction: { 'zh-CN': '电网建设投诉', 'zh-TW': '電網建設投訴', en: 'Grid construction' },
};

/** What happens at the counter and training can move; every rate counts these. */
export const counterClasses: readonly ComplaintClass[] = ['service', 'business'];

/** What no training at the counter can move: where these “fall” too, a comparison is broken. */
export const negativeControlClasses: readonly ComplaintClass[] = ['outage', 'supplyQuality'];

/** How exports of hotlines and provinces write the classes; the first is the word of our own templates. */
export const complaintClassWords: Readonly<Record<ComplaintClass, readonly string[]>> = {
  service: ['服务投诉', '服务', '服务类', '服务类投诉', '服務投訴', '服務', '服務類', '服務類投訴', '服務申訴', 'service complaint'],
  business: ['营业投诉', '营业', '营业类', '营业类投诉', '營業投訴', '營業', '營業類', '營業類投訴', '營業申訴', 'customer business', 'business handling'],
  outage: ['停送电投诉', '停送电', '停送电类', '停送电类投诉', '停送電投訴', '停送電', '停復電投訴', '停復電', '停電投訴', '停电投诉', 'interruption', 'interruptions', 'outage', 'outages'],
  supplyQuality: ['供电质量投诉', '供电质量', '供电质量类', '供电质量类投诉', '供電品質投訴', '供電品質', '供電質量投訴', '電力品質', 'supply quality'],
  gridConstruction: ['电网建设投诉', '电网建设', '电网建设类', '电网建设类投诉', '電網建設投訴', '電網建設', '電網工程投訴', 'grid construction'],
};
