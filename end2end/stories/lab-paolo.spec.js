// Paolo runs Laboratorio 1, from the agenda to the report: the story as a whole.
import { expect, test } from "../harness/story.js";
import { clusters } from "../harness/acts.js";
import { endsCorrections } from "../harness/clock.js";
import { arrives, day, moves, prepares, prints } from "../harness/lab.js";

/** What three people said, each with the token that said it. */
const SAID = [
  {
    card: "Nella nostra frazione in inverno non passa nessuno", card_token: "1",
    title: "D'inverno in frazione non passa più nessuno",
    body: "Nella nostra frazione d'inverno non passa nessuno per giorni: chi è anziano e solo resta senza una voce.",
  },
  {
    card: "Mio padre solo, io a trecento chilometri", card_token: "2",
    title: "Mio padre è solo e io sono a trecento chilometri",
    body: "Mio padre vive solo e io sto a trecento chilometri: vorrei sapere ogni giorno che qualcuno lo ha sentito.",
  },
  {
    card: "D'estate gli anziani soli spariscono", card_token: "36", assisted: true, read_back: true, quotable: true,
    title: "D'estate chi è anziano e solo sparisce",
    body: "D'estate gli anziani soli spariscono: chiude tutto, i vicini partono e nessuno suona più alla porta.",
  },
];
const CLUSTER = {
  title: "Una voce ogni giorno a chi vive solo",
  synthesis: "Chi vive solo, d'inverno come d'estate, chiede che qualcuno lo senta ogni giorno.",
  reason: "I tre cartoncini raccontano la stessa solitudine in stagioni diverse.",
};
const OBJECTION = "D'inverno il problema è la strada, non la telefonata: la mia frase si perde.";
const SPOKEN = "Chi vive solo chiede che qualcuno lo senta ogni giorno; d'inverno, nelle frazioni, che qualcuno ci arrivi.";
const MINUTES = "## Che cosa abbiamo capito\n\nChi è solo non chiama: bisogna passare.";
const CORRECTION = "Non si è detto «bisogna passare»: si è detto che bisogna sapere chi è solo.";

/** Somebody with the code of a token follows what they said. */
async function follows(person, code) {
  await person.goes("/segui");
  await person.writes({ code });
  await person.sends(person.page.locator("form:has([name='code']) button").last());
}

test("Paolo conduce il Laboratorio 1, dalla scaletta al resoconto", async ({ people, site, javaScriptEnabled }) => {
  test.setTimeout(600_000);
  const js = javaScriptEnabled !== false;
  const paolo = await people("paolo");
  const sara = await people("sara");
  const visitor = await people(null);
  const author = await people(null);
  const room = (number) => `/lavoro/laboratori/${number}/sala`;
  let number;
  let codes;
  const voices = [];

  await test.step("1. scaletta, 45 gettoni, scheda grande; manca Montefalcino, mancano i giovani", async () => {
    number = await prepares(paolo, { day: day(0) });
    await moves(paolo, number, "announce");
    for (const municipality of ["CVN", "BSR"]) {
      await visitor.goes(`/laboratori/${number}/iscrizione`);
      await visitor.writes({ municipality, age: "75+" });
      await visitor.sends(visitor.page.locator("form:has([name='municipality']) button").last());
    }
    await paolo.goes(`/lavoro/laboratori/${number}`);
    await paolo.sees("nessuno da Montefalcino");
    await paolo.sees("nessun giovane");
    codes = await prints(paolo, number, 45);
    expect(codes.size).toBe(45);
    await paolo.sees("Hai 3 bollini");
    await moves(paolo, number, "begin");
  });

  await test.step("entrano in 37: uno con l'iscrizione e sei che non si erano iscritti, gli altri in fretta", async () => {
    expect(await arrives(paolo, number, { registration: "1" })).toBe(1);
    // The others come in one after the other, as the form at the door sends them.
    for (let token = 2; token <= 31; token += 1) {
      const answer = await paolo.request.post(paolo.address(`/lavoro/laboratori/${number}/porta`), {
        form: { do: "arrive", token: String(token), municipality: "CVN", age: "45-59" }, maxRedirects: 0,
      });
      expect(answer.status()).toBe(303);
    }
    for (let token = 32; token <= 37; token += 1) expect(await arrives(paolo, number)).toBe(token);
    await paolo.sees("37 persone arrivate");
  });

  await test.step("2 e 3. i cartoncini: la rete cade, chi non sa leggere approva a voce; ognuno arriva una volta", async () => {
    await paolo.goes(room(number));
    const context = paolo.page.context();
    if (js) await context.setOffline(true);
    for (const { title, body, ...card } of SAID) {
      const form = paolo.page.locator("form:has([name='card'])");
      await paolo.writes(card, form);
      const send = form.locator("button").last();
      if (js) {
        await send.click();
        await expect(paolo.page.locator("[name='card']")).toHaveValue("");
      } else {
        expect((await paolo.sends(send)).status()).toBe(303);
      }
    }
    if (js) {
      await expect(paolo.page.locator(".queue-list li")).toHaveCount(3);
      await context.setOffline(false);
      await expect(paolo.page.locator(".queue-list li")).toHaveCount(0, { timeout: 60_000 });
    }
    await paolo.goes(room(number));
    await paolo.sees("3 cartoncini.");
    for (const { card } of SAID) {
      await expect(paolo.page.locator(".room-wall label", { hasText: card })).toHaveCount(1);
    }
    await paolo.sees("scritto da un'altra mano");
  });

  await test.step("4. i bollini: 112 no, con la differenza; 111 sì", async () => {
    await paolo.goes(`/lavoro/laboratori/${number}/bollini`);
    await paolo.presses("do", "freeze");
    await paolo.writes({ people: "37", "total-1": "50", "total-2": "40", "total-3": "22", blanks: "0" });
    const form = paolo.page.locator("form:has([name='people'])");
    expect((await paolo.sends(form.locator("button").last())).status()).toBe(422);
    await paolo.sees("111");
    await paolo.sees("La differenza è 1");
    await paolo.writes({ "total-3": "21" });
    expect((await paolo.sends(form.locator("button").last())).status()).toBe(303);
    await paolo.sees("37 persone per 3 bollini fanno 111.");
  });

  await test.step("5. i cartoncini diventano bisogni, legati alla foto della parete", async () => {
    await paolo.goes(`/lavoro/laboratori/${number}/foto`);
    const form = paolo.page.locator("form:has([name='photo'])");
    const buffer = await paolo.page.screenshot({ type: "jpeg" });
    await form.locator("[name='photo']").setInputFiles({ name: "parete.jpg", mimeType: "image/jpeg", buffer });
    await paolo.writes({ alt: "La parete con tre cartoncini", recognisable: true }, form);
    expect((await paolo.sends(form.locator("button").last())).status()).toBe(303);
    for (const [place, { title, body }] of SAID.entries()) {
      await paolo.goes(room(number));
      await paolo.ticks(paolo.page.locator(`#c-${place + 1}`), true);
      await paolo.clicks(paolo.page.locator("button[formaction]").first());
      await paolo.writes({ kind: "bisogno", title, body, municipality: "CVN", policy: "3.b" });
      const made = await paolo.sends(paolo.page.locator("form:has([name='kind']) button").last());
      expect(made.status()).toBe(303);
      voices.push(new URL(paolo.page.url()).pathname);
    }
    await visitor.goes(voices[0]);
    await visitor.sees(`Detto al Laboratorio ${number}`);
  });

  await test.step("propone il gruppo; chi ha scritto si oppone con il codice del gettone; Sara media", async () => {
    const cluster = await clusters(paolo, { ...CLUSTER, policy: "3.b", sources: SAID.map((one) => one.title) });
    await follows(author, codes.get(1));
    await author.writes({ objection: OBJECTION });
    expect((await author.sends(author.act("object-merge"))).status()).toBe(200);
    await sara.goes(`/gruppi/${cluster}`);
    await sara.writes({
      decision: "cambiato", new_synthesis: SPOKEN, mediation: "La strada d'inverno entra nella sintesi.",
    });
    expect((await sara.sends(sara.act("mediate"))).status()).toBe(303);
    await visitor.goes(`/gruppi/${cluster}`);
    for (const { title } of SAID) await visitor.sees(title);
    await visitor.sees(OBJECTION);
    await visitor.sees(SPOKEN);
    // The text as it was proposed stays to be read too.
    await visitor.sees("La sintesi prima della mediazione");
    await visitor.sees("d'inverno come d'estate");
  });

  await test.step("6. il verbale va a chi c'era, è corretto e approvato; il resoconto ha numeri e parole citabili", async () => {
    await moves(paolo, number, "end");
    const desk = `/lavoro/laboratori/${number}/verbale`;
    await paolo.goes(desk);
    await expect(paolo.page.locator("textarea[name='words']")).toHaveValue(/37/);
    await paolo.writes({ words: MINUTES });
    await paolo.presses("do", "write");
    expect((await paolo.presses("do", "send")).status()).toBe(303);
    await author.goes(`/laboratori/${number}/verbale`);
    await author.writes({ token_code: codes.get(2) });
    await author.presses("do", "open");
    await author.writes({ correction: CORRECTION });
    expect((await author.presses("do", "correct")).status()).toBe(200);
    await paolo.goes(desk);
    await paolo.writes({ "taken-1": "1", "reason-1": "È vero: si è parlato di saperlo." });
    await paolo.presses("do", "answer");
    await paolo.writes({ words: MINUTES.replace("bisogna passare", "bisogna sapere chi è solo"), why: "Una correzione accolta" });
    await paolo.presses("do", "write");
    await endsCorrections(site.url, number);
    await paolo.goes(desk);
    expect((await paolo.presses("do", "approve")).status()).toBe(303);
    await paolo.goes(`/lavoro/laboratori/${number}/resoconto`);
    const quotes = paolo.page.locator("[name='quote']");
    await expect(quotes).toHaveCount(1);
    await paolo.ticks(quotes.first(), true);
    await paolo.writes({ learned: "Nessuno sapeva quanto pesa l'estate.", changes: "Un registro di chi vive solo, entro giugno." });
    await paolo.presses("do", "write");
    expect((await paolo.presses("do", "give-back")).status()).toBe(303);
    await visitor.goes(`/laboratori/${number}`);
    await visitor.sees("37 persone × 3 bollini = 111.");
    await visitor.sees("D'estate gli anziani soli spariscono");
    await expect(visitor.page.locator("main img[alt='La parete con tre cartoncini']")).toBeVisible();
  });

  await test.step("7. nessun nome, nessun gettone e nessun codice nelle pagine pubbliche", async () => {
    for (const path of [`/laboratori/${number}`, `/laboratori/${number}/verbale`, ...voices]) {
      await visitor.goes(path);
      const shown = await visitor.page.locator("main").innerText();
      for (const word of ["Gettone", "gettone 3", ...codes.values()]) expect(shown, path).not.toContain(word);
      // Who brought texts together is named there by office (domain.md §2.5, 3); the room names nobody.
      if (!voices.includes(path)) expect(shown, path).not.toContain("Zanetti");
    }
  });
});
