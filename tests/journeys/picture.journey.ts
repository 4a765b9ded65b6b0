import { existsSync } from 'node:fs';
import { expect, open, rows, test } from './journey.ts';

const picture = 'tests/journeys/pictures/users.png';

test.use({ viewport: { width: 1280, height: 760 } });

// Dates in it are relative to today, so it is drawn anew only when asked for: PICTURES=1 npm test.
test('the README shows the list as it is', async ({ page }) => {
  await open(page, 'ada');
  await expect(rows(page)).toHaveCount(50);

  if (process.env.PICTURES) await page.screenshot({ path: picture });

  expect(existsSync(picture)).toBe(true);
});
