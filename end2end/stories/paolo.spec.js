// Paolo, facilitator, brings together what people said, without touching a word of it.
import { expect, numberOf, test } from "../harness/story.js";
import { clusters, workbench } from "../harness/acts.js";
import { endsWindow } from "../harness/clock.js";

const NEEDS = [
  "Nella nostra frazione in inverno non passa nessuno",
  "Mio padre vive solo e io abito a trecento chilometri",
  "Gli anziani soli d'estate spariscono dai radar",
];
const PROPOSALS = ["Una telefonata al giorno agli anziani soli", "Rete di chiamata quotidiana nelle frazioni"];
const CLUSTER = {
  policy: "3.b",
  sources: [...NEEDS, ...PROPOSALS],
  title: "Sapere ogni giorno che chi è solo sta bene",
  synthesis: "Chi vive solo, e chi gli vuole bene da lontano, chiede un contatto ogni giorno.",
  reason: "I tre bisogni raccontano la stessa solitudine; le due proposte sono la stessa chiamata.",
};

test("Paolo unisce tre bisogni e due proposte; chi legge vede da dove vengono; scioglie e tutto torna com'era", async ({ people, site }) => {
  test.setTimeout(120_000);
  const paolo = await people("paolo");
  const visitor = await people(null);
  const address = {};
  for (const title of CLUSTER.sources) {
    const number = await numberOf(visitor.request, site, title);
    address[title] = `/${NEEDS.includes(title) ? "bisogni" : "proposte"}/${number}`;
  }
  const words = async () => {
    const seen = {};
    for (const title of CLUSTER.sources) {
      await visitor.goes(address[title]);
      seen[title] = {
        words: await visitor.page.locator(".contribution-words .voice").allInnerTexts(),
        support: await visitor.page.locator(".support").innerText(),
      };
    }
    return seen;
  };
  const progress = async () => {
    await paolo.goes(await workbench(paolo));
    const bar = paolo.page.locator("progress").first();
    return { value: await bar.getAttribute("value"), max: await bar.getAttribute("max") };
  };

  const before = { words: await words(), progress: await progress() };
  let number;
  await test.step("sceglie, scrive titolo, sintesi e motivo", async () => {
    number = await clusters(paolo, CLUSTER);
  });

  await test.step("il gruppo mostra le cinque voci e il motivo", async () => {
    await visitor.goes(`/gruppi/${number}`);
    for (const title of CLUSTER.sources) await visitor.sees(title);
    await visitor.sees(CLUSTER.reason);
    await visitor.sees("Paolo Zanetti");
  });

  await test.step("le parole e i sostegni di ciascuno sono quelli di prima, con un avviso", async () => {
    expect(await words()).toEqual(before.words);
    for (const title of CLUSTER.sources) {
      await visitor.goes(address[title]);
      await visitor.link(`/gruppi/${number}`);
    }
    // È una proposta: non è ancora unito niente.
    expect(await progress()).toEqual(before.progress);
  });

  await test.step("passano i giorni e nessuno si oppone: il gruppo entra in vigore", async () => {
    await endsWindow(site, number);
    await visitor.goes(`/gruppi/${number}`);
    await visitor.sees("In vigore");
    expect(await words()).toEqual(before.words);
    expect(await progress()).not.toEqual(before.progress);
  });

  await test.step("senza un motivo non si scioglie", async () => {
    await paolo.goes(`/gruppi/${number}`);
    const form = paolo.page.locator("main form:has([name='reason'])");
    const answer = await paolo.sends(form.locator("button").last());
    expect(answer.status()).toBe(422);
    await paolo.seesFaultsOf("reason");
  });

  await test.step("con un motivo torna tutto com'era, e il motivo resta scritto", async () => {
    const reason = "Una delle cinque voci parla d'altro: ricomincio da capo.";
    await paolo.writes({ reason });
    const form = paolo.page.locator("main form:has([name='reason'])");
    const answer = await paolo.sends(form.locator("button").last());
    expect(answer.status()).toBe(303);
    await visitor.goes(`/gruppi/${number}`);
    await visitor.sees(reason);
    expect({ words: await words(), progress: await progress() }).toEqual(before);
    const query = new URLSearchParams({ q: NEEDS[0], stato: "pubblicato" });
    await visitor.goes(`/bisogni?${query}`);
    await visitor.sees(NEEDS[0]);
  });
});

test("quello che Paolo ha scritto male torna indietro intero", async ({ people, site }) => {
  const paolo = await people("paolo");
  const numbers = [];
  for (const title of [...NEEDS, ...PROPOSALS]) {
    numbers.push(await numberOf(paolo.request, site, title));
  }
  const bench = await workbench(paolo);
  await paolo.goes(`${bench}/gruppo?${numbers.map((n) => `s=${n}`).join("&")}`);
  await paolo.writes({
    title: "",
    synthesis: CLUSTER.synthesis,
    reason: CLUSTER.reason,
    [`share-${numbers[3]}`]: "dissent",
    [`excerpt-${numbers[3]}`]: "parole che non stanno nel testo",
  });
  const form = paolo.page.locator("form:has([name='synthesis'])");
  expect((await paolo.sends(form.locator("button").last())).status()).toBe(422);
  await paolo.seesFaultsOf("title");
  await expect(paolo.page.locator("[name='synthesis']")).toHaveValue(CLUSTER.synthesis);
  await expect(paolo.page.locator(`[name="excerpt-${numbers[3]}"]`))
    .toHaveValue("parole che non stanno nel testo");

  await paolo.writes({ title: CLUSTER.title });
  expect((await paolo.sends(form.locator("button").last())).status()).toBe(422);
  await paolo.seesFaultsOf(`excerpt-${numbers[3]}`);
  for (const number of numbers) {
    await expect(paolo.page.locator(`[name="source"][value="${number}"]`)).toBeAttached();
  }
});

test("un testo solo non è un gruppo", async ({ people, site }) => {
  const paolo = await people("paolo");
  const number = await numberOf(paolo.request, site, NEEDS[0]);
  const bench = await workbench(paolo);
  await paolo.goes(`${bench}/gruppo?s=${number}`);
  await paolo.writes({ title: CLUSTER.title, synthesis: CLUSTER.synthesis, reason: CLUSTER.reason });
  const form = paolo.page.locator("form:has([name='synthesis'])");
  expect((await paolo.sends(form.locator("button").last())).status()).toBe(422);
  await expect(paolo.page.locator(".error-summary")).toBeVisible();
});

test("al banco non entra chi non è facilitatore", async ({ people }) => {
  const nadia = await people("nadia");
  const bench = await workbench(nadia);
  expect((await nadia.page.goto(nadia.address(bench))).status()).toBe(403);
  const visitor = await people(null);
  await visitor.page.goto(visitor.address(bench));
  await expect(visitor.page).toHaveURL(/\/accedi\?/);
});
