import { expect, test } from '@playwright/test';
import { leaveAnExam } from '../support/left-exam.js';

// What the server does with it stands in server-hands-in.spec.ts, some journeys later.
test('somebody answers one question of a one-minute exam and goes away', async ({ page, browser }) => {
  const address = await leaveAnExam(page, browser);
  expect(address).toMatch(/\/attempt\//);
});
