import { refreshAll } from '@skillhall/ui/graphql';
import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StudyPage } from './study-page.js';
import { plan, report, run } from './testing/a-study.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const viewer = { permissions: ['impact.read', 'study.manage', 'learning-record.read'] as const };
const recorded = { decisionWindow: 5, windowSource: 'recorded', trainedHalls: 30, waves: [{ month: '2025-03' }, { month: '2025-07' }] };
const nobody = { decisionWindow: 3, windowSource: 'usual', trainedHalls: 0, waves: [] };
const courses = { StudyProposal: { studyDraft: nobody }, PublishedCourseNames: { courses: { nodes: [{ id: 'c1', name: '沟通课' }] } } };
const answers = (changes: object = {}, found: object = {}) => ({
  ...courses,
  StudyPage: { study: { ...plan, runs: [run], ...changes } },
  StudyRunReport: { studyRun: { ...run, report: { ...report, ...found } } },
});
const shown = (path = '/desk/studies/s1') => renderPage(<StudyPage />, { path, pattern: '/desk/studies/:studyId', viewer: { permissions: [...viewer.permissions] } });

describe('a study that was run', () => {
  it('says the verdict first, with its interval in the title of the picture, and a price because complaints fell', async () => {
    fakeServer(answers());
    await shown();
    expect(await screen.findByRole('heading', { name: report.headline })).toBeVisible();
    expect(screen.getByRole('img', { name: /训后第 2–3 个月，投诉约为没有受训时的 0\.80 倍（95% 区间 0\.70–0\.91）/ })).toBeVisible();
    expect(screen.getByText(/件投诉没有发生（95% 区间 40 到 200）/)).toBeVisible();
    expect(screen.getByText(/元避免一件投诉（95% 区间 250 到 1,250）/)).toBeVisible();
  });

  it('names no price and no complaints avoided while nothing can be said', async () => {
    fakeServer(answers({}, { verdict: 'cannotSayYet', headline: '现在还不能下结论。', sentence: '现在还不能下结论。' }));
    await shown();
    expect(await screen.findByRole('heading', { name: '现在还不能下结论。' })).toBeVisible();
    expect(screen.queryByText(/避免一件投诉|没有发生/)).toBeNull();
  });

  it('tells of complaints that came on top where they rose', async () => {
    fakeServer(answers({}, { verdict: 'rose', avoided: { complaints: -50, low: -90, high: -10, hallMonths: 300 }, costPerAvoided: null }));
    await shown();
    expect(await screen.findByText(/件投诉多了出来（95% 区间 10 到 90）/)).toBeVisible();
    expect(screen.getByText('50')).toBeVisible();
    expect(screen.queryByText(/件投诉没有发生/)).toBeNull();
  });

  it('reaches from more to fewer where nothing was detected', async () => {
    fakeServer(answers({}, { verdict: 'noDetectableEffect', avoided: { complaints: 5, low: -40, high: 60, hallMonths: 300 }, costPerAvoided: null }));
    await shown();
    expect(await screen.findByText('95% 区间从多出 40 件投诉到少了 60 件，一件也没有少也在其中')).toBeVisible();
  });

  it('puts the doubts under it, each with how it came out', async () => {
    fakeServer(answers());
    await shown();
    expect(await screen.findByRole('heading', { name: /培训管不到的投诉是不是也变了？\s*站得住/ })).toBeVisible();
    expect(screen.getByRole('heading', { name: /平常的报表会怎么说？\s*要当心/ })).toBeVisible();
    expect(screen.getByText('1 组没有投诉。')).toBeVisible();
  });

  it('gives the data of a picture as a table', async () => {
    fakeServer(answers());
    await shown();
    await user.click((await screen.findAllByRole('button', { name: '看数据表' }))[0]!);
    expect(screen.getByRole('row', { name: '-3 2.00 1.40 2.80 决策期，不计入' })).toBeVisible();
  });

  it('is taken away as a document and as a workbook that the server writes', async () => {
    const server = fakeServer({ ...answers(), ExportStudy: { exportStudy: { __typename: 'ExportStudySuccess', fileId: 'f1', fileName: '沟通课-1.pdf' } } });
    const fetched: string[] = [];
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      fetched.push(`${new URL(this.href).pathname} ${this.download}`);
    });
    await shown();
    await user.click(await screen.findByRole('button', { name: '导出 PDF' }));
    await waitFor(() => expect(fetched).toEqual(['/files/f1 沟通课-1.pdf']));
    await user.click(screen.getByRole('button', { name: '导出 Excel' }));
    await waitFor(() => expect(fetched).toHaveLength(2));
    click.mockRestore();
    expect(server.asked.filter(({ name }) => name === 'ExportStudy').map(({ variables }) => variables)).toEqual([{ runId: 'r1', format: 'pdf' }, { runId: 'r1', format: 'xlsx' }]);
  });

  it('is run again only with a reason, on the same data if wanted', async () => {
    const server = fakeServer({ ...answers(), RunStudy: { runStudy: { __typename: 'RunStudySuccess', run: { id: 'r2', number: 2 } } } });
    await shown();
    await user.click(await screen.findByRole('button', { name: '重新计算' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('button', { name: '重新计算' })).toBeDisabled();
    await user.type(dialog.getByRole('textbox', { name: '原因' }), '核对');
    await user.click(dialog.getByRole('radio', { name: /用上次的同一份数据/ }));
    await user.click(dialog.getByRole('button', { name: '重新计算' }));
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'RunStudy')?.variables).toEqual({ input: { studyId: 's1', reason: '核对', snapshotId: 'd1' } }));
  });

  it('shows how far a run has come, and the former answer below it', async () => {
    fakeServer(answers({ runs: [{ ...run, id: 'r2', number: 2, state: 'computing', progress: 40, report: null, snapshot: null }, run] }));
    await shown();
    expect(await screen.findByRole('progressbar', { name: '正在计算（40%）' })).toBeVisible();
    expect(await screen.findByRole('heading', { name: report.headline })).toBeVisible();
    expect(screen.getByRole('button', { name: '重新计算' })).toBeDisabled();
  });

  it('says when it was replaced, and cannot be run any more', async () => {
    fakeServer(answers({ state: 'replaced', replacedBy: { id: 's2', title: '新方案' } }));
    await shown();
    expect(await screen.findByRole('link', { name: /已被“新方案”替代/ })).toHaveAttribute('href', '/desk/studies/s2');
    expect(screen.queryByRole('button', { name: '重新计算' })).toBeNull();
  });
});

describe('a study that is declared', () => {
  const saved = { ...plan, id: 's9', state: 'declared', version: 1, lockedAt: null };

  it('takes the usual choices, follows the course with its name, and is locked after it was kept', async () => {
    const server = fakeServer({ ...courses, SaveStudy: { saveStudy: { __typename: 'StudySuccess', study: saved } }, LockStudy: { lockStudy: { __typename: 'StudySuccess', study: { ...saved, state: 'locked' } } } });
    const { path } = await shown('/desk/studies/new');
    await user.click(await screen.findByRole('combobox', { name: '哪门课程' }));
    await user.click(await screen.findByTitle('沟通课'));
    expect(screen.getByRole('textbox', { name: '评估名称' })).toHaveValue('“沟通课”有没有减少投诉');
    await user.click(screen.getByRole('button', { name: '下一步' }));
    expect(screen.getByRole('radio', { name: /按受理数/ })).toBeChecked();
    await user.click(screen.getByRole('button', { name: '下一步' }));
    await user.click(screen.getByRole('radio', { name: /不知道，取 6 个月/ }));
    await user.click(screen.getByRole('button', { name: /核对并锁定/ }));
    expect(screen.getByText('派训前 6 个月')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '锁定方案' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '锁定方案' }));
    await waitFor(() => expect(path()).toBe('/desk/studies/s9'));
    const input = { title: '“沟通课”有没有减少投诉', courseId: 'c1', unitId: 'unit-1', outcomeClasses: ['service', 'business'], controlClasses: ['outage', 'supplyQuality'], countRule: 'filed', decisionWindow: 6, windowSource: 'unknown', wantedFall: 0.2, cluster: 'hall', cost: null, replacesId: null, id: null, version: null };
    expect(server.asked.find(({ name }) => name === 'SaveStudy')?.variables).toEqual({ input });
    expect(server.asked.find(({ name }) => name === 'LockStudy')?.variables).toEqual({ id: 's9', version: 1 });
  });

  it('takes the window that was written down when halls were sent to training, and says what is known of it', async () => {
    fakeServer({ ...courses, StudyProposal: { studyDraft: recorded } });
    await shown('/desk/studies/new');
    await user.click(await screen.findByRole('combobox', { name: '哪门课程' }));
    await user.click(await screen.findByTitle('沟通课'));
    expect(await screen.findByText(/已有 30 个厅受训，分 2 批，最早在 2025年3月/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: /决策期/ }));
    expect(screen.getByRole('radio', { name: /按派训记录，5 个月/ })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: /^3 个月/ }));
    await act(() => refreshAll());
    expect(screen.getByRole('radio', { name: /^3 个月/ })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: /按派训记录，5 个月/ }));
    await user.click(screen.getByRole('button', { name: /核对并锁定/ }));
    expect(screen.getByText('派训前 5 个月')).toBeVisible();
  });

  it('cannot be locked without a question', async () => {
    fakeServer(courses);
    await shown('/desk/studies/new');
    await user.click(await screen.findByRole('button', { name: /核对并锁定/ }));
    expect(screen.getByRole('status')).toHaveTextContent('还没有选课程');
    expect(screen.getByRole('button', { name: '锁定方案' })).toBeDisabled();
  });

  it('never takes a kind of complaint both as what should fall and as the check', async () => {
    fakeServer(courses);
    await shown('/desk/studies/new');
    await user.click(await screen.findByRole('button', { name: /数哪些投诉/ }));
    const outcome = within(screen.getByRole('group', { name: '培训应当减少哪些投诉' }));
    const control = within(screen.getByRole('group', { name: '哪些投诉是培训管不到的' }));
    await user.click(outcome.getByRole('checkbox', { name: '停送电投诉' }));
    expect(control.getByRole('checkbox', { name: '停送电投诉' })).not.toBeChecked();
    expect(control.getByRole('checkbox', { name: '停送电投诉' })).toBeDisabled();
  });
});
