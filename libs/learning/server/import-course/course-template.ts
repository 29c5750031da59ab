/** The file that authors begin with. */
export const courseTemplate = `---
课程编码: COM-201
课程名称: 把话说清楚
类别: 沟通技巧
学时: 1
能力项: COM-2
说明: 一句话写明学完能做什么。
---
# 第一单元
## 文章: 第一篇
正文用Markdown书写，可以有**重点**、列表、引用和表格。
## 测验: 小测
题目: COM-001, COM-002
及格: 80
`;
