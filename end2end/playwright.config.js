// Each story is told with and without JavaScript on SQLite, the main ones on PostgreSQL too.
// Servers are started by the stories themselves (harness/site.js).
import { defineConfig } from "@playwright/test";

const TOLD_TWICE = [
  "nadia", "paolo", "franco", "thread", "support", "awkward", "keyboard", "english", "methods",
  "co-management", "moderation", "listening", "ballots", "rounds", "merging",
  "links", "workbench", "live", "split", "synthesis", "lab-door", "lab-room", "lab-written", "lab-paolo",
];
const stories = (names) => names.map((name) => `stories/${name}.spec.js`);

export default defineConfig({
  testDir: ".",
  outputDir: "results/artefacts",
  globalSetup: "./harness/before.js",
  globalTeardown: "./harness/after.js",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A slow machine is no fault of a story; a fault shows itself every time.
  retries: process.env.CI ? 2 : 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    locale: "it-IT",
    timezoneId: "Europe/Rome",
    actionTimeout: 30_000,
    navigationTimeout: 45_000,
    // Traces cost more than the stories: `end2end/run.sh --trace on FILE` when one is needed.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "js", testMatch: "stories/*.spec.js", use: { javaScriptEnabled: true } },
    { name: "nojs", testMatch: stories(TOLD_TWICE), use: { javaScriptEnabled: false } },
    ...(process.env.TEST_POSTGRES_URL
      ? [{
        name: "postgres",
        testMatch: stories(["nadia", "paolo", "franco", "lab-paolo"]),
        use: { javaScriptEnabled: true, postgres: true },
      }]
      : []),
  ],
});
