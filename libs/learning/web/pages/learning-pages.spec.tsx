import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ArticlePage } from './article-page.js';
import { CoursePage } from './course-page.js';
import { LearnPage } from './learn-page.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });

const line = (id: string, kind: 'article' | 'quiz', state: string) => ({ id, kind, title: `第${id}节`, state, minutes: 3, quizId: kind === 'quiz' ? 'q1' : null });

function course(state: 'notStarted' | 'started' | 'completed', first = 'notStarted') {
  const activities = [line('a1', 'article', first), line('a2', 'quiz', 'notStarted')];
  const done = state === 'completed' ? 2 : 0;
  return {
    id: 'c1',
    name: '首问负责制',
    track: 'business',
    summary: '每一步怎么做',
    hours: 2,
    enrolment: state === 'notStarted' ? null : { completedAt: state === 'completed' ? '2026-11-20T02:00:00Z' : null, completedActivities: done, totalActivities: 2 },
    nextActivity: state === 'completed' ? null : activities[0],
    modules: [{ id: 'm1', title: '第一章', activities }],
  };
}

const article = (state: string) => ({ ...line('a1', 'article', state), body: '# 正文\n\n先**听完**再答。<script>alert(1)</script>', course: course('started', state) });

describe('the courses', () => {
  it('stand with what is begun first, and can be seen by track', async () => {
    const law = { ...course('notStarted'), id: 'c2', name: '供电规则', track: 'law' };
    fakeServer({ MyCourses: { myCourses: [law, course('started')] } });
    const { path } = await renderPage(<LearnPage />, { path: '/learn' });
    expect((await screen.findAllByRole('heading', { level: 2 })).map((heading) => heading.textContent)).toEqual(['首问负责制', '供电规则']);
    await user.click(screen.getByRole('button', { name: /法律法规/ }));
    expect(screen.queryByText('首问负责制')).not.toBeInTheDocument();
    expect(path()).toBe('/learn?track=law');
  });

  it('say honestly that none are set', async () => {
    fakeServer({ MyCourses: { myCourses: [] } });
    await renderPage(<LearnPage />, { path: '/learn' });
    expect(await screen.findByText('还没有给您安排课程')).toBeInTheDocument();
  });
});

describe('a course', () => {
  const show = () => renderPage(<CoursePage />, { path: '/learn/c1', pattern: '/learn/:courseId' });

  it('begins with its first part', async () => {
    fakeServer({
      Course: { course: course('notStarted') },
      StartCourse: { startCourse: { __typename: 'StartCourseSuccess', course: course('started') } },
    });
    const { path } = await show();
    await user.click(await screen.findByRole('button', { name: '开始学习' }));
    expect(path()).toBe('/learn/article/a1');
  });

  it('sends to the quiz with the way back', async () => {
    fakeServer({ Course: { course: course('started') } });
    await show();
    expect((await screen.findByText('第a2节')).closest('a')).toHaveAttribute('href', '/quiz/q1?course=c1');
  });

  it('offers nothing more to do once it is completed', async () => {
    fakeServer({ Course: { course: course('completed') } });
    await show();
    expect(await screen.findByText('这门课学完了 · 2026年11月20日')).toBeInTheDocument();
    expect(screen.queryByText('继续学习')).not.toBeInTheDocument();
  });

  it('that is gone is said to be gone', async () => {
    fakeServer({ Course: { course: null } });
    await show();
    expect(await screen.findByRole('heading', { level: 1, name: '没有找到这门课' })).toBeInTheDocument();
  });
});

describe('an article', () => {
  const show = () => renderPage(<ArticlePage />, { path: '/learn/article/a1', pattern: '/learn/article/:activityId' });

  it('shows its text without any markup of its own', async () => {
    fakeServer({ Activity: { activity: article('notStarted') } });
    const { container } = await show();
    expect(await screen.findByText('听完')).toBeInTheDocument();
    expect(container.querySelector('script')).toBeNull();
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  });

  it('is not done sooner than it can be read, and says kindly how long', async () => {
    fakeServer({
      Activity: { activity: article('started') },
      CompleteArticle: { completeArticle: { __typename: 'TooFastError', code: 'TOO_FAST', message: '', waitSeconds: 25 } },
    });
    await show();
    await user.click(await screen.findByRole('button', { name: '我读完了' }));
    expect(await screen.findByText('再看 25 秒就可以完成这一节了。')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '我读完了' })).toBeDisabled();
  });

  it('leads on to the next part when it is done', async () => {
    let state = 'started';
    fakeServer({
      Activity: () => ({ activity: article(state) }),
      CompleteArticle: () => {
        state = 'completed';
        return { completeArticle: { __typename: 'CompleteArticleSuccess', course: course('started', state) } };
      },
    });
    await show();
    await user.click(await screen.findByRole('button', { name: '我读完了' }));
    expect(await screen.findByText('去做测验')).toHaveAttribute('href', '/quiz/q1?course=c1');
  });

  it('keeps the reader where they are when the network is gone', async () => {
    const server = fakeServer({ Activity: { activity: article('started') } });
    await show();
    await screen.findByText('听完');
    server.offline = true;
    await user.click(screen.getByRole('button', { name: '我读完了' }));
    expect(await screen.findByText('没能记下来：请看一下网络再点一次。')).toBeInTheDocument();
    await act(async () => {});
    expect(screen.getByText('听完')).toBeInTheDocument();
  });
});
