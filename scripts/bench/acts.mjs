// What users do again and again, each made ready on a page of its own.

import { awake } from "./visits.mjs";

/** Clicks the two things by turns, at the places where they are. */
async function byTurns(page, locators) {
  await locators[0].scrollIntoViewIfNeeded();
  const boxes = await Promise.all(locators.map((each) => each.boundingBox()));
  return {
    kind: "click",
    act: (run) => {
      const { x, y, width, height } = boxes[run % boxes.length];
      return page.mouse.click(x + width / 2, y + height / 2);
    },
  };
}

/** A key in the search field that makes the query longer, and one that makes it shorter. */
export async function keystroke(page, site, query) {
  await awake(page, site);
  await page.getByRole("combobox", { name: "Search all ladders" }).fill(query.slice(0, -1));
  await page.getByRole("option").first().waitFor();
  return { kind: "keydown", act: (run) => page.keyboard.press(run % 2 ? "Backspace" : query.at(-1)) };
}

/** A rating. */
export async function rating(page, site, level) {
  await awake(page, `${site}ladders/${level}/`);
  await page.getByRole("link", { name: /^Assess yourself/ }).click();
  const labels = page.locator("label", { has: page.getByRole("radio", { name: /Sometimes|Consistently/ }) });
  await labels.first().waitFor();
  return byTurns(page, [labels.nth(0), labels.nth(1)]);
}

/** The switch between what changes and the whole text. */
export async function wholeText(page, site, ladder) {
  await awake(page, `${site}ladders/${ladder}/`);
  const labels = page.locator(".switch label");
  return byTurns(page, [labels.nth(1), labels.nth(0)]);
}

/** The choice of a level on the map. */
export async function choice(page, site, ladder) {
  await awake(page, `${site}ladders/${ladder}/`);
  const marks = page.locator(".map-choice-target");
  return byTurns(page, [marks.nth(0), marks.nth(0), marks.nth(1), marks.nth(1)]);
}

/** A competency to which a comparison is narrowed. */
export async function filter(page, site, [ladder, from, to]) {
  await awake(page, `${site}compare/${ladder}/${from}/${to}/`);
  await page.locator(".compare-filter summary").click();
  const labels = page.locator(".compare-boxes label");
  return byTurns(page, [labels.nth(0), labels.nth(0)]);
}
