// What the server promises browsers: cookies, caches, limits, health.
import { expect, numberOf, session, test } from "../harness/story.js";
import { database, serve } from "../harness/site.js";

test("the session's cookie is of this host alone and out of reach of scripts", async ({ readonly, request }) => {
  const answer = await request.post(`${readonly.base}/${readonly.slug}/accedi`, {
    form: { email: "nadia.rinaldi@posta.example", password: "filo-di-trama-2027" },
    maxRedirects: 0,
  });
  const cookie = answer.headers()["set-cookie"].split("\n").find((c) => c.startsWith("__Host-session="));
  for (const part of ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"]) expect(cookie).toContain(part);
  expect(cookie).not.toContain("Domain");
});

test("nobody can tell an unknown e-mail from a wrong password", async ({ readonly, request }) => {
  const tries = await Promise.all(["nadia.rinaldi@posta.example", "nessuno@posta.example"].map(
    async (email) => {
      const answer = await request.post(`${readonly.base}/${readonly.slug}/accedi`, {
        form: { email, password: "sbagliata-davvero" }, maxRedirects: 0,
      });
      const html = await answer.text();
      // Without the list of the demonstration's accounts, which stands beneath the form.
      const form = html.slice(html.indexOf("<main"), html.indexOf("</form>"));
      expect(form).toContain("error-summary");
      return [answer.status(), form.replaceAll(email, "").replaceAll(/name="form_id"[^>]*/g, "")];
    },
  ));
  expect(tries[0]).toEqual(tries[1]);
});

test("a visitor's page is kept and known again; a person's own is not", async ({ readonly, playwright }) => {
  const visitor = await playwright.request.newContext();
  const address = `${readonly.base}/${readonly.slug}/bisogni`;
  const first = await visitor.get(address);
  const { etag } = first.headers();
  expect(etag).toBeTruthy();
  const again = await visitor.get(address, { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
  const nadia = await playwright.request.newContext();
  await session(nadia, readonly, "nadia");
  const own = await nadia.get(address, { headers: { "if-none-match": etag } });
  expect(own.status()).toBe(200);
  expect(own.headers()["cache-control"]).toMatch(/private|no-store/);
  expect(own.headers().etag).toBeUndefined();
  await visitor.dispose();
  await nadia.dispose();
});

test("guessing passwords soon comes to an end", async ({ request }) => {
  const db = await database();
  const site = await serve(db.url, { env: { TRAMA_TRIES: "3" } });
  const statuses = [];
  for (let n = 0; n < 6; n += 1) {
    const answer = await request.post(`${site.base}/${site.slug}/accedi`, {
      form: { email: "nadia.rinaldi@posta.example", password: `tentativo-${n}` },
      maxRedirects: 0,
    });
    statuses.push(answer.status());
    if (n === 5) expect(await answer.text()).not.toContain("__Host-session");
  }
  expect(statuses.every((status) => status === 422 || status === 429)).toBe(true);
  // Even the right one has to wait now.
  const right = await request.post(`${site.base}/${site.slug}/accedi`, {
    form: { email: "nadia.rinaldi@posta.example", password: "filo-di-trama-2027" },
    maxRedirects: 0,
  });
  expect([422, 429]).toContain(right.status());
  await site.stop();
  await db.drop();
});

test("healthy and ready, and the logs hold no names", async ({ site, request }) => {
  for (const path of ["/healthz", "/readyz"]) {
    expect((await request.get(`${site.base}${path}`)).status()).toBe(200);
  }
  await session(request, site, "nadia");
  const number = await numberOf(request, site, "Centro diurno aperto anche il sabato");
  await request.post(`${site.base}/${site.slug}/proposte/${number}`, { form: { do: "support" } });
  expect(site.log()).not.toMatch(/nadia|rinaldi|posta\.example/i);
});

test("a form that is too large even for a long text is told so", async ({ readonly, request }) => {
  const answer = await request.post(`${readonly.base}/${readonly.slug}/bisogni/nuovo`, {
    form: { step: "words", go: "next", title: "x", body: "x".repeat(3_000_000) },
  });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain("<h1");
});
