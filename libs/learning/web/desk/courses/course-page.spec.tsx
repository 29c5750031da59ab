import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CoursePage } from './course-page.js';

const course = {
  id: 'c1',
  code: 'KC-01',
  name: '一次性告知',
  track: 'business',
  hours: 2,
  status: 'draft',
  version: 3,
  enrolledCount: 0,
  completedCount: 0,
  updatedAt: '2026-10-12T02:00:00Z',
  modules: [{ id: 'm', title: '怎么做', activities: [{ id: 'a', kind: 'quiz', title: '小测验', body: null, questionCodes: ['Q-001', 'Q-002'], passMark: 80 }] }],
};
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const at = { path: '/desk/courses/c1', pattern: '/desk/courses/:courseId' };

describe('a course at the desk', () => {
  it('is published only after a question that names it and its version', async () => {
    const server = fakeServer({ CourseForAuthor: { courseForAuthor: course }, PublishCourse: { publishCourse: { __typename: 'PublishCourseSuccess', course: { id: 'c1' } } } });
    await renderPage(<CoursePage />, { ...at, viewer: { permissions: ['learning-record.read', 'course.manage'] } });
    await user.click(await screen.findByRole('button', { name: '发布' }));
    const [question] = await screen.findAllByText('发布《一次性告知》第 3 版？');
    expect(server.asked.some(({ name }) => name === 'PublishCourse')).toBe(false);
    await user.click(within(question!.closest<HTMLElement>('[role="dialog"]')!).getByRole('button', { name: '发布' }));
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'PublishCourse')?.variables).toEqual({ courseId: 'c1' }));
  });

  it('shows a refusal of the server in its own words', async () => {
    fakeServer({ CourseForAuthor: { courseForAuthor: course }, PublishCourse: { publishCourse: { __typename: 'CourseStateError', code: 'COURSE_STATE', message: '这门课已经发布过了。' } } });
    await renderPage(<CoursePage />, { ...at, viewer: { permissions: ['course.manage'] } });
    await user.click(await screen.findByRole('button', { name: '发布' }));
    const [question] = await screen.findAllByText('发布《一次性告知》第 3 版？');
    await user.click(within(question!.closest<HTMLElement>('[role="dialog"]')!).getByRole('button', { name: '发布' }));
    expect(await screen.findByText('这门课已经发布过了。')).toBeVisible();
  });

  it('can be read but not changed by those who only follow learning', async () => {
    fakeServer({ CourseForAuthor: { courseForAuthor: course } });
    await renderPage(<CoursePage />, { ...at, viewer: { permissions: ['learning-record.read'] } });
    expect(await screen.findByText('2 题，80 分合格')).toBeVisible();
    expect(screen.queryByRole('button', { name: '发布' })).toBeNull();
  });
});
