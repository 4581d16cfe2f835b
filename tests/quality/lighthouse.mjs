// Addresses and categories in (JSON, first argument), Lighthouse's scores and what lowered them out (JSON).
// One Chromium for all addresses; a page is measured as often as "runs" says.
import * as launcher from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const { addresses, categories, runs, desktop } = JSON.parse(process.argv[2]);
const chrome = await launcher.launch({
  chromePath: process.env.CHROME_PATH,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"],
});
// Long quiet is waited for only where speed counts.
const hasty = { disableFullPageScreenshot: true, pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 250, cpuQuietThresholdMs: 0 };
const pace = categories.includes("performance") ? {} : hasty;
const results = [];
for (const address of addresses) {
  for (let run = 0; run < runs; run += 1) {
    const flags = { port: chrome.port, onlyCategories: categories, logLevel: "error", ...pace };
    const { lhr } = await lighthouse(address, flags, desktop ? desktopConfig : undefined);
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    const weighed = new Set(Object.values(lhr.categories).flatMap((one) => one.auditRefs.filter((audit) => audit.weight > 0).map((audit) => audit.id)));
    results.push({
      address,
      scores: Object.fromEntries(Object.values(lhr.categories).map((one) => [one.id, one.score])),
      lowered: Object.values(lhr.audits)
        .filter((one) => weighed.has(one.id) && one.score !== null && one.score < 1)
        .map((one) => `${one.id} ${one.score}${one.displayValue ? ` (${one.displayValue})` : ""}`),
      speed: lhr.environment.benchmarkIndex,
    });
  }
}
await chrome.kill();
console.log(JSON.stringify(results));
