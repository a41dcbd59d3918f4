// A merge is a proposal: its authors read it beside their own words, one objects, somebody else
// decides; and one to which nobody objects is applied by the clock.
import { expect, test } from "../harness/story.js";
import { clusters } from "../harness/acts.js";
import { endsWindow } from "../harness/clock.js";
import { looks } from "../harness/sound.js";

const TITLE = "Non le basta una telefonata, le serve una visita";
const BODY = "Mia madre vive sola in frazione. Una voce al telefono non le basta: le serve qualcuno " +
  "che passi a trovarla, sempre la stessa persona.";
const OTHER = "Una telefonata al giorno agli anziani soli";
const CLUSTER = {
  policy: "3.b",
  sources: [TITLE, OTHER],
  title: "Un contatto ogni giorno per chi vive solo",
  synthesis: "Chi vive solo chiede un contatto al giorno: una voce al telefono, o qualcuno che passi.",
  reason: "Raccontano tutti e due la giornata di chi non vede nessuno.",
};
const REASON = "Una telefonata non è una visita: qui la mia richiesta si perde.";
const NEW = "Chi vive solo chiede qualcuno che passi a trovarlo, sempre la stessa persona; nei giorni " +
  "senza visita, una voce al telefono.";

/** A need without an account; its receipt code. */
async function sends(visitor) {
  await visitor.goes("/bisogni/nuovo");
  await visitor.writes({ title: TITLE, body: BODY });
  await visitor.presses("go", "next");
  await visitor.writes({ municipality: "CVN", policy: "3.b" });
  await visitor.presses("go", "next");
  await visitor.writes({ author_kind: "caregiver" });
  await visitor.presses("go", "next");
  await visitor.presses("go", "send");
  return (await visitor.page.locator(".receipt-code").innerText()).trim();
}

async function follows(visitor, code) {
  await visitor.goes("/segui");
  await visitor.writes({ code });
  await visitor.sends(visitor.page.locator("form:has([name='code']) button").last());
}

test("Paolo propone, chi ha scritto si oppone con il codice, Sara media: in vigore con un'altra sintesi", async ({ people, site, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const author = await people(null);
  const code = await sends(author);
  const paolo = await people("paolo");
  const visitor = await people(null);
  let number;
  await test.step("Paolo propone il gruppo con un motivo", async () => {
    number = await clusters(paolo, CLUSTER);
    await visitor.goes(`/gruppi/${number}`);
    await visitor.sees("chi ha scritto può opporsi");
    await visitor.sees("Proposto da Paolo Zanetti");
    await visitor.seesNot("merge-");
    await looks(visitor, "proposto", javaScriptEnabled);
  });

  await test.step("non è ancora unito a niente, e non ne nasce nessuna azione", async () => {
    await visitor.goes(`/bisogni?${new URLSearchParams({ q: TITLE })}`);
    await visitor.follows(/\/bisogni\/\d+$/);
    await visitor.sees("Proposto per");
    await paolo.goes(`/gruppi/${number}`);
    await paolo.sees("non è ancora in vigore");
    await expect(paolo.page.locator("main a[href*='/lavoro/azioni/nuova']")).toHaveCount(0);
  });

  await test.step("con il codice si legge il testo nuovo accanto al proprio", async () => {
    await follows(author, code);
    await author.sees("Un gruppo proposto comprende il tuo testo");
    await author.sees("Puoi rispondere fino al");
    await expect(author.page.locator(".beside mark").first()).toBeVisible();
    await looks(author, "segui", javaScriptEnabled);
  });

  await test.step("senza un motivo non ci si oppone; con il motivo sì", async () => {
    const answer = await author.sends(author.act("object-merge"));
    expect(answer.status()).toBe(422);
    await author.seesFaultsOf("objection");
    await author.writes({ objection: REASON });
    expect((await author.sends(author.act("object-merge"))).status()).toBe(200);
    await author.sees("Obiezione registrata");
    await author.sees("Ti opponi");
    await author.sees(REASON);
  });

  await test.step("il motivo è pubblico, senza un nome; il tempo da solo non decide", async () => {
    await endsWindow(site, number);
    await visitor.goes(`/gruppi/${number}`);
    await visitor.sees("Qualcuno si è opposto");
    await visitor.sees(REASON);
    await looks(visitor, "contestato", javaScriptEnabled);
  });

  await test.step("Paolo, che l'ha proposto, non decide", async () => {
    await paolo.goes(`/gruppi/${number}`);
    await paolo.sees("L'hai proposto tu");
    await expect(paolo.act("mediate")).toHaveCount(0);
    const answer = await paolo.request.post(paolo.address(`/gruppi/${number}`), {
      form: { do: "mediate", decision: "applicato", mediation: "Va bene com'è scritto." },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(403);
  });

  await test.step("Sara cambia la sintesi, e il gruppo entra in vigore", async () => {
    const sara = await people("sara");
    await sara.goes(`/gruppi/${number}`);
    await looks(sara, "media", javaScriptEnabled);
    await sara.writes({ decision: "cambiato", new_synthesis: NEW });
    expect((await sara.sends(sara.act("mediate"))).status()).toBe(422);
    await sara.seesFaultsOf("mediation");
    await expect(sara.page.locator("[name='new_synthesis']")).toHaveValue(NEW);
    await sara.writes({ mediation: "La visita è entrata nella sintesi, al primo posto." });
    expect((await sara.sends(sara.act("mediate"))).status()).toBe(303);
    await visitor.goes(`/gruppi/${number}`);
    await visitor.sees("In vigore");
    await visitor.sees(NEW);
    await visitor.sees("Mediato da Sara Benedetti");
    await visitor.sees("La sintesi prima della mediazione");
    await looks(visitor, "mediato", javaScriptEnabled);
  });

  await test.step("chi ha scritto lo ritrova, con le sue parole com'erano", async () => {
    await follows(author, code);
    await author.sees("In vigore");
    await author.sees(BODY);
  });
});

test("nessuno si oppone: i giorni passano e il gruppo entra in vigore; una voce contraria resta stampata", async ({ people, site }) => {
  test.setTimeout(180_000);
  const author = await people(null);
  const code = await sends(author);
  const paolo = await people("paolo");
  const number = await clusters(paolo, CLUSTER);

  await test.step("chi ha scritto tiene una sua frase come voce contraria", async () => {
    await follows(author, code);
    await author.writes({ sentence: "le serve un furgone" });
    expect((await author.sends(author.act("dissent-merge"))).status()).toBe(422);
    await author.seesFaultsOf("sentence");
    await author.writes({ sentence: "le serve qualcuno che passi a trovarla, sempre la stessa persona" });
    expect((await author.sends(author.act("dissent-merge"))).status()).toBe(200);
    await author.sees("La tua frase resta come voce contraria");
  });

  await test.step("il tempo passa, e senza che niente sia girato il gruppo è in vigore", async () => {
    await endsWindow(site, number);
    const visitor = await people(null);
    await visitor.goes(`/gruppi/${number}`);
    await visitor.sees("In vigore dal");
    await visitor.sees("il periodo è finito senza obiezioni");
    const dissent = visitor.page.locator(".thread-step--dissent");
    await expect(dissent).toContainText("le serve qualcuno che passi a trovarla, sempre la stessa persona");
    await visitor.goes(`/bisogni?${new URLSearchParams({ q: TITLE, stato: "unito" })}`);
    await visitor.sees(TITLE);
  });

  await test.step("ora se ne può scrivere un'azione, e non si può più rispondere", async () => {
    await paolo.goes(`/gruppi/${number}`);
    await paolo.link(/\/lavoro\/azioni\/nuova/);
    await follows(author, code);
    await expect(author.act("object-merge")).toHaveCount(0);
  });
});
