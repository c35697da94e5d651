// What measurements do in a page: come to it, wake it, follow a link in it.

/** A page of a fresh visitor, whom the worker for offline use leaves alone: what it fetches in idle moments is no part of
 * what is measured. */
export async function visitor(browser, options = {}) {
  const context = await browser.newContext({ serviceWorkers: "block", ...options });
  return context.newPage();
}

/** Gives a page so many times less of the processor. */
export async function slowed(page, rate) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** Opens an address as someone does who is about to use it. */
export async function awake(page, url) {
  await page.goto(url, { waitUntil: "networkidle" });
  await page.evaluate(() => {
    const sign = setInterval(() => {
      dispatchEvent(new Event("pointermove"));
      if (document.documentElement.dataset.program === "page") clearInterval(sign);
    }, 20);
  });
  await page.waitForFunction(() => document.documentElement.dataset.program === "page");
}

/**
 * Clicks a link to a place of the site and waits until it is painted, by what the page then holds and the one before
 * does not.
 *
 * @returns {Promise<{ time: number, bytes: number }>} milliseconds from the click to the paint, and what was fetched
 */
export async function followed(page, href, selector) {
  return page.evaluate(([href, selector]) => new Promise((done) => {
    performance.clearResourceTimings();
    const began = performance.now();
    const painted = () => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const time = performance.now() - began;
        const bytes = performance.getEntriesByType("resource").reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
        link.remove();
        done({ time, bytes });
      };
      channel.port2.postMessage(0);
    };
    const look = () => {
      const isThere = location.pathname === href && document.querySelector(selector);
      requestAnimationFrame(isThere ? painted : look);
    };
    const link = Object.assign(document.createElement("a"), { href });
    document.querySelector("#main").append(link);
    link.click();
    look();
  }), [href, selector]);
}
