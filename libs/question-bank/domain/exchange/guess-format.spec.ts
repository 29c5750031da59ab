import { guessFormat } from './guess-format.js';

describe('the format of a file of questions', () => {
  it.each([
    ['题库.docx', '', 'docx'], ['题库.XLSX', '', 'xlsx'], ['a.csv', '', 'csv'], ['quiz.xml', '', 'moodle-xml'], ['a.json', '', 'json'], ['a.gift', '', 'gift'],
  ])('is told by the name %s', (name, text, format) => expect(guessFormat(name, text)).toBe(format));

  it.each([
    ['一、单项选择题\n1、先核对（B）。\nA、天数 B、示数', 'zh-text'],
    ['1. 用电{{kwh}}千瓦时，求电费。\n变量：kwh=100~300/10\n公式：kwh*0.5', 'zh-text'],
    ['\ufeff<?xml version="1.0"?><quiz>', 'moodle-xml'],
    ['{ "questions": [] }', 'json'],
    ['[{"type":"single"}]', 'json'],
    ['题号,题型,题干,答案\n1,单选题,甲,A', 'csv'],
    ['What is 1+1?\nA. 1\nB. 2\nANSWER: B', 'aiken'],
    ['::Q1:: What is it? {=this ~that}', 'gift'],
    ['1+1=2 {T}', 'gift'],
    ['', 'zh-text'],
  ])('is told by how %j begins where the name says nothing', (text, format) => expect(guessFormat('题库.txt', text)).toBe(format));
});
