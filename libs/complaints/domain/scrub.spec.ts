import fc from 'fast-check';
import { scrub } from './scrub.js';

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

describe('scrubbing a complaint', () => {
  it.each([
    ['客户反映在东湖营业厅办理业务时态度生硬,要求答复。\n联系电话10000000660,户号1715674052。', '客户反映在东湖营业厅办理业务时态度生硬,要求答复。\n联系电话〔电话〕,户号〔户号〕。'],
    ['手机１３８ ００１３ ８０００,座机(0571)8888-6666转12', '手机〔电话〕,座机〔电话〕转12'],
    ['来电一三八零零一三八零零零', '来电〔电话〕'],
    ['电话:138-0013-8000、13900139000', '电话:〔电话〕、〔电话〕'],
    ['138****8000来电', '〔电话〕来电'],
    ['13800138000 13900139000', '〔电话〕 〔电话〕'],
    ['回电5551234', '回电〔电话〕'],
    ['身份证330106199001011234', '身份证〔证件号〕'],
    ['证件号码 33010619900101123X 已登记', '证件号码 〔证件号〕 已登记'],
    ['他说330106 19900101 123x是他的', '他说〔证件号〕是他的'],
    ['卡号6222 0210 0100 1234 567', '卡号〔卡号〕'],
    ['扣款6222021001001234567', '扣款〔卡号〕'],
    ['邮箱zhang.san@163.com', '邮箱〔邮箱〕'],
    ['邮箱zhang＠qq.com,微信号zs_2020x', '邮箱〔邮箱〕,微信号〔账号〕'],
    ['电表号00123456789读数不对', '电表号〔表号〕读数不对'],
    ['浙A·12345停在门口', '〔车牌〕停在门口'],
    ['住中山路12号3栋2单元501室', '住中山路〔门牌〕'],
    ['幸福小区3号楼2单元501停电', '幸福小区〔门牌〕停电'],
    ['李家村3组12号没有电', '李家村3组〔门牌〕没有电'],
    ['臺北市中正路12號5樓之2', '臺北市中正路〔门牌〕'],
    ['王先生来电', '〔姓名〕先生来电'],
    ['客户张建国先生反映', '客户〔姓名〕先生反映'],
    ['客户要求安排王女士接待', '客户要求安排〔姓名〕女士接待'],
    ['欧阳修文先生', '〔姓名〕先生'],
    ['客户姓名:沈先生,联系人:李四', '客户姓名:〔姓名〕,联系人:〔姓名〕'],
    ['客户张三反映表计不准', '客户〔姓名〕反映表计不准'],
    ['营业员李小红态度差', '营业员〔姓名〕态度差'],
    ['王经理说不归他管', '〔姓名〕经理说不归他管'],
    ['陈某某多次来厅', '〔姓名〕多次来厅'],
    ['刘**投诉', '〔姓名〕投诉'],
    ['Mr. Smith called', 'Mr. 〔姓名〕 called'],
    ['聯絡電話0912-345-678,電號07-12-3456-78-9', '聯絡電話〔电话〕,電號〔户号〕'],
    ['户号1715674052 300元未退,联系电话13800138000 2次未接', '户号〔户号〕 300元未退,联系电话〔电话〕 2次未接'],
    ['户号1715674052 2024-01-28停电', '户号〔户号〕 2024-01-28停电'],
    ['身分證A123456789', '身分證〔证件号〕'],
  ])('%s', (text, clean) => expect(scrub(text)).toBe(clean));

  it.each([
    '客户于2024年1月28日17:44到东湖营业厅办理业务,2号窗口等候45分钟,拨打95598无人接听。',
    '2024-01-28 17:44停电,2024/1/29 8:30恢复,停电约15小时。',
    '电费1234.56元,比上月多300元,用电量12345度,起码1234567,度。'.replace(',度', '度'),
    '工作人员解释不清,态度生硬,一次性告知不到位,推诿扯皮。',
    '10千伏东湖线3号变压器故障,12号晚停电,至今未恢复。',
    '此前工单GD240100001未处理,拨打12345、12398也无结果。',
    '客户高度不满,马上要去12315投诉,客户何时能办好无人答复。',
    '营业厅三楼2号窗口只有一人,9:00-11:30排队20人,先后来了3次。',
    '要求3个工作日内答复,否则向媒体反映;20240128办理,至今7天。',
    '该女士称大堂经理和值班班长都不在,客服主管也不接电话。',
    '施工师傅弄坏围墙,高级经理不出面,安装师傅要求加钱。',
    'The clerk asked for 3 documents on 2024-01-28 and the bill was 1,234.50 yuan.',
    '',
  ])('keeps what happened: %s', (text) => expect(scrub(text)).toBe(text));

  it('hides the customer named on the work order wherever and however the name is written', () => {
    expect(scrub('亓官明说他等了很久,亓 官 明又来一次,亓先生很生气', { name: '亓官明' })).toBe('〔姓名〕说他等了很久,〔姓名〕又来一次,〔姓名〕先生很生气');
    expect(scrub('沈先生反映', { name: '沈先生' })).toBe('〔姓名〕先生反映');
    expect(scrub('john  SMITH was told to wait', { name: 'John Smith' })).toBe('〔姓名〕 was told to wait');
    expect(scrub('客户反映等候过长', { name: '客户' })).toBe('客户反映等候过长');
    expect(scrub('匿名用户来电', { name: '匿名' })).toBe('匿名用户来电');
    expect(scrub('张三(*)', { name: '张三(*' })).not.toContain('张三');
  });

  it('hides the telephone number of the work order even where its form is unusual', () => {
    expect(scrub('回拨 123 45 67', { phone: '1234567' })).toBe('回拨 〔电话〕');
  });

  const separator = fc.constantFrom('', ' ', '-', '—', '\u3000', '.', ' - ', '\u200b', '－');
  const wide = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
  const spread = (digits: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.tuple(digits, fc.array(fc.tuple(separator, fc.boolean()), { minLength: 19, maxLength: 19 })).map(([number, ways]) =>
      [...number].map((digit, at) => (at > 0 ? ways[at]![0] : '') + (ways[at]![1] ? wide(digit) : digit)).join(''),
    );
  const figures = (count: number): fc.Arbitrary<string> => fc.array(fc.constantFrom(...'0123456789'), { minLength: count, maxLength: count }).map((list) => list.join(''));
  const words = fc.constantFrom('客户反映态度生硬,', '', '请回电', '要求答复。', '我的号码是', '办理业务\n', 'Please call ', '在东湖营业厅');

  it('leaves no telephone, account, card or identity number, whatever stands between the digits', () => {
    const mobile = figures(9).map((rest) => `13${rest}`);
    const number = fc.oneof(mobile, figures(10), figures(13), figures(16).map((rest) => `622${rest}`), figures(7).map((rest) => `0571${rest}`));
    fc.assert(
      fc.property(words, spread(number), words, (before, hidden, behind) => {
        // A random number may happen to look like a day, which stays; those are no matter of form.
        fc.pre(!/(?:19|20)\d\d/.test(digitsOf(hidden)));
        expect(digitsOf(scrub(`${before}${hidden}${behind}`))).toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing when it runs again, and never what is around', () => {
    const piece = fc.oneof(words, spread(figures(11)), fc.constantFrom('王先生', '客户张三反映', '12号楼', '2024-01-28', '95598', '浙A12345', 'a@b.cn', '〔电话〕', '35元'), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const once = scrub(pieces.join(''));
        expect(scrub(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
