// What people of the institution do, in the words of the stories; through the pages.
import { expect, numberOf } from "./story.js";

/** A text as XPath writes it. */
function quoted(text) {
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}

/** A moderator decides on a text. */
export async function moderates(moderator, title, decision, reason_class, reason) {
  await moderator.goes("/lavoro/moderazione");
  const form = caseForm(moderator, title);
  await moderator.writes({ decision, reason_class, reason }, form);
  const answer = await moderator.sends(form.locator("button").last());
  expect(answer.status()).toBe(303);
}

/** The form beside a text in the queue: within the nearest entry that holds both. */
export function caseForm(moderator, title) {
  return moderator.page.locator(
    `xpath=//form[.//*[@name='decision']][(ancestor::li | ancestor::article | ancestor::section)` +
    `[last()][contains(normalize-space(.), ${quoted(title)})]]`,
  ).first();
}

/** A facilitator brings texts together; returns the number of the cluster. */
export async function clusters(facilitator, { policy, sources, title, synthesis, reason, shares = {} }) {
  const { page, site, request } = facilitator;
  const numbers = [];
  for (const words of sources) numbers.push(await numberOf(request, site, words));

  await facilitator.goes(await workbench(facilitator));
  await facilitator.goes(`${new URL(page.url()).pathname}?politica=${policy}`);
  for (const number of numbers) await facilitator.writes({ s: String(number) });
  await page.locator("button[formaction$='/gruppo']").first().click();
  await expect(page).toHaveURL(/\/gruppo\?/);

  for (const [index, share] of Object.entries(shares)) {
    await facilitator.writes({
      [`share-${numbers[index]}`]: share.share,
      ...(share.excerpt ? { [`excerpt-${numbers[index]}`]: share.excerpt } : {}),
    });
  }
  await facilitator.writes({ title, synthesis, reason });
  const form = page.locator("form:has([name='synthesis'])");
  const answer = await facilitator.sends(form.locator("button").last());
  expect(answer.status()).toBe(303);
  await expect(page).toHaveURL(/\/gruppi\/\d+$/);
  await facilitator.sees(title);
  return Number(page.url().match(/(\d+)$/)[1]);
}

/** The workbench of the round that is open. */
export async function workbench(facilitator) {
  await facilitator.goes("");
  const link = await facilitator.link(/\/percorsi\/\d+$/);
  const round = (await link.getAttribute("href")).match(/(\d+)$/)[1];
  return `/lavoro/banco/${round}`;
}

/** The Ufficio prepares a round of a kind in five steps and announces it; returns its number. */
export async function announces(office, kind, steps) {
  await office.goes(`/lavoro/percorsi/nuovo?metodo=${kind}`);
  for (const step of ["design", "materials", "running", "results"]) {
    await office.writes(steps[step] ?? {});
    const answer = await office.sends(
      office.page.locator(".button-row [name='go'][value='next']"));
    expect(answer.status(), step).toBe(303);
  }
  const number = Number(new URL(office.page.url()).pathname.match(/(\d+)$/)[1]);
  const answer = await office.presses("go", "announce");
  expect(answer.status(), await office.page.locator("main").innerText()).toBe(303);
  return number;
}

/** A sheet that lacks nothing. */
export function rightSheet(title) {
  return {
    title,
    policy: "3.a",
    owner_organisation: "O17",
    owner_person: "Luca Amati",
    recipients: "Chi assiste in casa una persona non autosufficiente: circa 300 famiglie.",
    objective: "Portare da 74 a 180 le famiglie che usano un servizio di sollievo.",
    description: "Il centro diurno apre due sabati al mese, con il trasporto.",
    integration: "Sociale e sanitario: il distretto sanitario segnala, il Comune apre.",
    overlap_outcome: "nessuna_sovrapposizione",
    overlap_note: "Nessun altro servizio apre il sabato.",
    "indicator-1": "IND05",
    "baseline-1": "74",
    "target-1": "180",
    "partner-1": "O04",
    "brings-1": "un volontario il sabato",
    "sector-1": "privato_sociale",
    "budget_source-1": "fondo per la non autosufficienza",
    "budget_amount-1": "12.500,00",
  };
}

/** Somebody drafts an action from a cluster or texts and sends it; returns its number. */
export async function drafts(drafter, { cluster, texts = [], send = true, ...sheet }) {
  const { page } = drafter;
  if (cluster) {
    await drafter.goes(`/gruppi/${cluster}`);
    await drafter.follows(/\/lavoro\/azioni\/nuova/);
  } else {
    const query = texts.map((number) => `s=${number}`).join("&");
    await drafter.goes(`/lavoro/azioni/nuova?${query}`);
  }
  const { owner_person, ...rest } = sheet;
  await drafter.writes(rest);
  if (owner_person) await drafter.writes({ owner_person: { label: owner_person } });
  const answer = send
    ? await drafter.presses("go", "send")
    : await drafter.presses("go", "save");
  expect(answer.status(), await page.locator("main").innerText()).toBe(303);
  return Number(page.url().match(/(\d+)$/)[1]);
}

/** Fills the part of every member at the Tavolo: who has an interest abstains, others as told. */
export async function members(member, presences = {}) {
  const { page } = member;
  const ids = await page.locator("[name='member']").evaluateAll((all) => all.map((m) => m.value));
  expect(ids.length).toBeGreaterThanOrEqual(5);
  let counted = 0;
  for (const [index, id] of ids.entries()) {
    const box = page.locator(`[name="interest-${id}"]`);
    const interested = await box.isChecked();
    const presence = interested ? "astenuto" : presences[index] ?? "favorevole";
    await member.writes({ [`presence-${id}`]: presence });
    if (interested) {
      const why = page.locator(`[name="interest_reason-${id}"]`);
      if (!(await why.inputValue()).trim()) {
        await member.writes({ [`interest_reason-${id}`]: "L'organizzazione che rappresenta l'ha scritto." });
      }
    } else if (presence !== "assente") {
      counted += 1;
    }
  }
  return counted;
}

/** A member of the Tavolo decides on an action. */
export async function decides(member, action, { outcome, reason, ...rest }) {
  await member.goes("/lavoro/tavolo");
  await member.follows(new RegExp(`/lavoro/tavolo/${action}$`));
  await members(member);
  await member.writes({ outcome, reason, ...rest });
  const form = member.page.locator("form:has([name='outcome'])");
  const answer = await member.sends(form.locator("button").last());
  expect(answer.status(), await member.page.locator("main").innerText()).toBe(303);
}
