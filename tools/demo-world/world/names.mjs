// Names of places and people, put together by the generator; nobody in particular is meant.
import { drawIndex, pick, shuffled } from './random.mjs';

/** The small world has names chosen by hand. */
export const smallPlaces = {
  city: '临江',
  counties: ['江北县', '江南区', '临河县', '青山县'],
  halls: [
    ...['东湖', '西岭', '南浦', '北桥', '青石', '沙洲', '渡口', '白杨', '红石桥', '太平街'],
    ...['白塘', '柳河', '清泉', '石门', '长安里', '文昌', '城南', '桂花园', '新市', '学府路'],
    ...['高坪', '双溪', '龙潭', '梅林', '枫桥', '竹园', '三江口', '杨家湾', '大堰', '古渡'],
    ...['云岭', '松岗', '马鞍', '茶山', '岩口', '鹿鸣', '金沟', '水车坝', '银杏', '望城'],
  ],
};

const firsts = [...'临安平清永宁长新東云江河湖海山岭川原桥林松柏梅兰竹枫石泉溪浦沙金玉丰瑞和康明德文华'.replace('東', '东')];
const seconds = [...'江河湖泽州城阳阴安宁平山岭川原林口湾桥港源泉塘坪冈塬浦渡集镇关堡台洲坝屯畈泊滩'];

/** Two-sign place names in a drawn order, none twice. */
export const placeNames = (random) => shuffled(random, firsts.flatMap((first) => seconds.filter((second) => second !== first).map((second) => first + second)));

const surnames = [
  ...[...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗'].map((name) => [name, 6]),
  ...[...'郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤'].map((name) => [name, 1]),
  ['欧阳', 1],
  ['司马', 1],
];
const bag = surnames.flatMap(([name, weight]) => Array.from({ length: weight }, () => name));
const given = {
  female: [...'芳娜敏静丽艳娟霞秀燕玲桂英华慧红梅琴云洁莉萍雪倩颖琳佳欣怡婷雅悦蕾薇晴璐岚妍'],
  male: [...'伟强磊军勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆浩峰哲诚宁凡旭航晨昊轩博文远志'],
};
const middles = [...'晓建国文志海春小玉秋子思雨家永立宏振新光'];

export const drawSurname = (random) => pick(random, bag);

/** A full name; two signs after the surname in three of five cases. */
export function drawPersonName(random, gender) {
  const last = pick(random, given[gender]);
  if (random() < 0.4) return drawSurname(random) + last;
  const middle = pick(random, middles);
  return drawSurname(random) + middle + (middle === last ? pick(random, given[gender]) : last);
}

/** Eleven digits in a range that no operator hands out. */
export const drawPhone = (random) => `100000${String(drawIndex(random, 100_000)).padStart(5, '0')}`;
