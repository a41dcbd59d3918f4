// Sessions of the Community Lab, in the words of the stories; through the pages.
import { expect } from "./story.js";

/** A day from today, as a form has it. */
export function day(from = 7) {
  const date = new Date(Date.now() + from * 86_400_000);
  return date.toISOString().slice(0, 10);
}

/** Laboratorio 1 as Paolo prepares it. */
export const SESSION = {
  title: "Laboratorio 1 – Leggere i bisogni: chi resta solo?",
  question: "Chi resta solo, da noi, e quando?",
  venue: "Biblioteca comunale, Castelvento",
  day: day(),
  starts: "09:00",
  ends: "13:00",
  "minutes-0": "20", "step-0": "Accoglienza e firme, patto di riservatezza",
  "minutes-1": "25", "step-1": "Dal profilo di comunità: tre dati e una storia",
  "minutes-2": "35", "step-2": "Schede individuali: un bisogno per cartoncino", "method-2": "metaplan",
  "minutes-3": "100", "step-3": "Raggruppamento a voce alta", "owner-3": "chi facilita",
  "minutes-4": "30", "step-4": "Bollini: tre a testa",
  "minutes-5": "30", "step-5": "Restituzione e prossimi passi",
  dots_each: "3",
  capacity: "45",
};

/** The open round. */
async function openRound(facilitator) {
  await facilitator.goes("");
  const link = await facilitator.link(/\/percorsi\/\d+$/);
  return (await link.getAttribute("href")).match(/(\d+)$/)[1];
}

/** Prepares a session for the open round; its number. */
export async function prepares(facilitator, changes = {}) {
  const round = await openRound(facilitator);
  await facilitator.goes("/lavoro/laboratori/nuovo");
  await facilitator.writes({ ...SESSION, round, ...changes });
  await facilitator.ticks(facilitator.page.locator('[name="technique"][value="metaplan"]'), true);
  await facilitator.ticks(facilitator.page.locator('[name="technique"][value="dotmocracy"]'), true);
  const form = facilitator.page.locator("form:has([name='question'])");
  const answer = await facilitator.sends(form.locator("button").last());
  expect(answer.status()).toBe(303);
  return Number(facilitator.page.url().match(/(\d+)$/)[1]);
}

/** Moves it on: «announce», «begin», «end». */
export async function moves(facilitator, number, act) {
  await facilitator.goes(`/lavoro/laboratori/${number}`);
  expect((await facilitator.presses("do", act)).status()).toBe(303);
}

/** Prints so many tokens; their codes, by number. */
export async function prints(facilitator, number, many) {
  await facilitator.goes(`/lavoro/laboratori/${number}/stampa`);
  await facilitator.writes({ many: String(many) });
  await facilitator.presses("do", "print");
  const tokens = await facilitator.page.locator(".token").evaluateAll((all) =>
    all.map((one) => [
      Number(one.querySelector(".token-number").textContent),
      one.querySelector(".token-code").textContent.trim(),
    ]));
  return new Map(tokens);
}

/** Hands out the next token to somebody who comes; its number. */
export async function arrives(facilitator, number, who = {}) {
  await facilitator.goes(`/lavoro/laboratori/${number}/porta`);
  await facilitator.writes(who);
  const form = facilitator.page.locator("form:has([name='token'])");
  const token = Number(await form.locator("[name='token']").inputValue());
  await facilitator.sends(form.locator("button").last());
  return token;
}

/** A session that is under way, with so many tokens printed and the first of them handed out. */
export async function running(facilitator, { tokens = 5, arrived = 2 } = {}) {
  const number = await prepares(facilitator, { day: day(0) });
  await moves(facilitator, number, "announce");
  await moves(facilitator, number, "begin");
  const codes = await prints(facilitator, number, tokens);
  for (let one = 0; one < arrived; one += 1) await arrives(facilitator, number);
  return { number, codes };
}
