// Every page of the site, in the states that matter: what axe, narrow screens, large letters and
// the security policy are tried on. A page that `app/src/urls.rs` gains is here by itself, or the
// list complains.
import { numberOf, session, SIGN_IN } from "./story.js";
import { rightSheet } from "./acts.js";
import { day, SESSION } from "./lab.js";
import { routes } from "./site.js";

/** The contributions that pages about one are tried on. */
const VOICES = {
  Need: ["Con un bimbo di due anni qui non c'è un posto al coperto", "Te konsultori më përkthen djali im dhjetëvjeçar"],
  NeedThread: ["Chiedere da mangiare davanti a tutti"],
  Proposal: ["Centro diurno aperto anche il sabato", "Togliere la soglia di reddito da tutti i servizi"],
  ProposalThread: ["Meglio buoni da spendere nelle botteghe del paese"],
};
/** Who works at which page. */
const STAFF = {
  EditDraft: "luca", Guests: "luca", NewSection: "luca", EditSection: "luca",
  Mine: "nadia", Moderation: "claudia", Case: "claudia", Bursts: "claudia",
  Workbench: "paolo", Proportion: "paolo", SuggestedGroups: "paolo", NewCluster: "paolo",
  BenchDraft: "paolo", DraftSynthesis: "paolo",
  NewAction: "paolo", EditAction: "paolo", Office: "luca", Table: "franco", Decision: "franco",
  NewRound: "paolo", EditRound: "paolo", RoundPreview: "paolo", ReopenRound: "giulia", Draft: "nadia",
  SessionsDesk: "paolo", NewSession: "paolo", SessionDesk: "paolo", EditSession: "paolo", SessionPack: "paolo",
  SessionDoor: "paolo", SessionRoom: "paolo", SessionWall: "paolo", SessionDots: "paolo", SessionPhotos: "paolo",
  TakeUpCards: "paolo", SessionMinutesDesk: "paolo", SessionReportDesk: "paolo",
  NewBallot: "paolo", EditBallot: "paolo", NeedParts: "paolo", ProposalParts: "paolo", Synthesis: "paolo",
  SessionMinutesDesk: "paolo", SessionReportDesk: "paolo",
};

/** Rounds of agreement that pages about one are tried on: their numbers in the demonstration. */
const ROUNDS = { Priorities: 3, EditDraft: 3, Positions: 3, Guests: 3, Minutes: 3, Resources: 4,
  SharedDraft: 4, NewSection: 4, Budget: 4 };
/** Pages that need a round of agreement that is open: stories/methods.spec.js tries them. */
const OPEN_ONLY = ["NewAmendment", "MergeAmendments", "Amendment"];
/** Pages of a co-gestione, which the demonstration has none of: stories/co-management.spec.js. */
const CARRIED_OUT = ["Activities", "Activity", "Issues", "ProgressReports"];

/** Adds what the demonstration lacks: an action being written and one at the Tavolo. */
export async function prepare(playwright, site) {
  const paolo = await playwright.request.newContext({ maxRedirects: 0 });
  await session(paolo, site, "paolo");
  const address = `${site.base}/${site.slug}/lavoro/azioni/nuova`;
  const made = {};
  for (const [name, title, ready] of [
    ["unready", "Navetta a chiamata per visite ed esami", false],
    ["ready", "Agenzia sociale per l'affitto con fondo di garanzia", true],
  ]) {
    const number = await numberOf(paolo, site, title);
    const html = await (await paolo.get(`${address}?s=${number}`)).text();
    const person = html.match(/<option[^>]*value="([0-9a-f-]{36})"[^>]*>\s*Luca Amati/)?.[1];
    if (!person) throw new Error("the form of an action does not offer Luca Amati as its owner");
    const { "indicator-1": _, "baseline-1": __, "target-1": ___, ...unready } =
      rightSheet("Accompagnamento a chiamata dell'Ambito");
    const sheet = ready ? rightSheet("Casa in affitto, con una garanzia") : unready;
    const answer = await paolo.post(address, {
      form: {
        ...sheet, owner_person: person, contribution: String(number), form_id: `prepare-${name}`,
        go: ready ? "send" : "save",
      },
    });
    const to = answer.headers().location;
    if (answer.status() !== 303) throw new Error(`the action was not saved: ${answer.status()}\n${await answer.text()}`);
    made[name] = Number(to.match(/(\d+)$/)[1]);
    made[`${name}Voice`] = number;
  }
  const rounds = `${site.base}/${site.slug}/lavoro/percorsi/nuovo`;
  const begun = await paolo.post(rounds, {
    form: {
      kind: "consultazione", title: "Chi assiste chi", question: "Che cosa serve a chi assiste?",
      areas: "famiglia", opening: "bisogni", step: "design", go: "save", form_id: "prepare-round",
    },
  });
  if (begun.status() !== 303) throw new Error(`the round was not saved: ${begun.status()}`);
  made.draftRound = Number(begun.headers().location.match(/\/(\d+)(\?|$)/)[1]);
  const ballot = await paolo.post(`${site.base}/${site.slug}/percorsi/3/votazioni/nuova`, {
    form: {
      method: "graduatoria", title: "Che cosa viene prima nel triennio?", go: "save",
      own: "La navetta\nIl centro diurno\nLo sportello", form_id: "prepare-ballot",
    },
  });
  if (ballot.status() !== 303) throw new Error(`the ballot was not declared: ${ballot.status()}`);
  made.ballot = Number(ballot.headers().location.match(/(\d+)$/)[1]);
  const home = await (await paolo.get(`${site.base}/${site.slug}`)).text();
  made.round = Number(home.match(/\/percorsi\/(\d+)"/)[1]);
  const bench = `${site.base}/${site.slug}/lavoro/banco/${made.round}`;
  const onBench = await paolo.post(`${bench}?in=nuova&poi=bozza`, {
    form: { atto: "metti", s: String(made.readyVoice) },
  });
  if (onBench.status() !== 303) throw new Error(`the draft was not begun: ${onBench.status()}`);
  made.draft = Number(onBench.headers().location.match(/(\d+)$/)[1]);
  for (const [n, statement] of [
    "Il centro diurno va aperto anche il sabato",
    "Il bus a chiamata serve più di una linea fissa",
    "I nonni del paese possono aiutare a scuola",
  ].entries()) {
    const answer = await paolo.post(`${site.base}/${site.slug}/percorsi/${made.round}/affermazioni`, {
      form: { do: "add", statement, form_id: `prepare-statement-${n}` },
    });
    if (answer.status() !== 303) throw new Error(`no statement: ${answer.status()}\n${await answer.text()}`);
  }
  const labs = `${site.base}/${site.slug}/lavoro/laboratori`;
  for (const [name, days, acts] of [["session", 7, ["announce"]], ["room", 0, ["announce", "begin"]]]) {
    const session = await paolo.post(`${labs}/nuovo`, {
      form: { ...SESSION, day: day(days), round: String(made.round), form_id: `prepare-${name}` },
    });
    if (session.status() !== 303) throw new Error(`no session: ${session.status()}\n${await session.text()}`);
    made[name] = Number(session.headers().location.match(/(\d+)$/)[1]);
    for (const act of acts) await paolo.post(`${labs}/${made[name]}`, { form: { do: act } });
    await paolo.post(`${labs}/${made[name]}/stampa`, { form: { do: "print", many: "3" } });
  }
  await paolo.post(`${labs}/${made.room}/porta`, { form: { do: "arrive", token: "1", municipality: "CVN" } });
  for (const card of ["Agosto senza nessuno", "Corriera alle 6.40"]) {
    await paolo.post(`${labs}/${made.room}/sala`, { form: { do: "card", card } });
  }
  await paolo.dispose();
  const luca = await playwright.request.newContext({ maxRedirects: 0 });
  await session(luca, site, "luca");
  const draft = await luca.post(`${site.base}/${site.slug}/percorsi/3/priorita/testo`, {
    form: {
      text: "Uno: ore di sollievo per chi assiste in casa.\n\nDue: trasporti la sera.",
      version: "0", form_id: "prepare-draft",
    },
  });
  if (draft.status() !== 303) throw new Error(`the draft was not saved: ${draft.status()}`);
  const section = await luca.post(`${site.base}/${site.slug}/percorsi/4/bozza/nuova`, {
    form: {
      title: "Orari e giornate nelle frazioni", text: "Il lunedì mattina, a Roccalba.",
      version: "0", form_id: "prepare-section",
    },
  });
  if (section.status() !== 303) throw new Error(`the section was not saved: ${section.status()}`);
  made.section = Number(section.headers().location.match(/(\d+)$/)[1]);
  await luca.dispose();
  const claudia = await playwright.request.newContext();
  await session(claudia, site, "claudia");
  const queue = await (await claudia.get(`${site.base}/${site.slug}/lavoro/moderazione`)).text();
  made.case = Number(queue.match(/\/lavoro\/moderazione\/(\d+)"/)[1]);
  await claudia.dispose();
  return made;
}

/** All places, as `{ name, who, path(lang, { request, site, made }), status, then(person, lang) }`. */
export async function places() {
  const found = [];
  const place = (name, path, more = {}) => found.push({ name, path, status: 200, ...more });
  for (const { name, it, en } of await routes()) {
    const route = (lang) => (lang === "en" ? `/en${en}` : it);
    const at = (number) => (lang, world) => route(lang).replace("{n}", number(world));
    const who = STAFF[name];
    // A form only, and files.
    if (["SignOut", "StatementVotes", "ReportFile", "BallotFile", "WorkbenchEvents"].includes(name)) continue;
    if (/(ThreadFile|Short|SessionPhoto)$/.test(name)) continue;
    if (VOICES[name]) {
      for (const title of VOICES[name]) {
        place(`${name} «${title.slice(0, 30)}…»`, async (lang, { request, site }) =>
          route(lang).replace("{n}", await numberOf(request, site, title)));
      }
    } else if (name === "NeedParts") {
      place(name, async (lang, { request, site }) =>
        route(lang).replace("{n}", await numberOf(request, site, "Chi dorme fuori non ha neanche dove lavarsi")), { who });
    } else if (name === "ProposalParts") {
      place(name, at(({ made }) => made.readyVoice), { who });
    } else if (name === "NewCluster") {
      place(name, (lang, { made }) =>
        `${route(lang).replace("{n}", made.round)}?s=${made.readyVoice}&s=${made.unreadyVoice}`, { who });
    } else if (name === "BenchDraft" || name === "DraftSynthesis") {
      place(name, (lang, { made }) =>
        route(lang).replace("{n}", made.round).replace("{m}", made.draft), { who });
    } else if (name === "NewAction") {
      place(name, (lang, { made }) => `${route(lang)}?s=${made.readyVoice}`, { who });
    } else if (name === "Workbench") {
      place(name, at(({ made }) => made.round), { who });
      place(`${name}, reading`, (lang, { made }) =>
        `${route(lang).replace("{n}", made.round)}?leggi=proposta-${made.readyVoice}`, { who });
    } else if (name === "Statements") {
      place(name, at(({ made }) => made.round), { who: "nadia" });
      place(`${name}, for the facilitator`, at(({ made }) => made.round), { who: "paolo" });
      place(`${name}, for a visitor`, at(({ made }) => made.round));
    } else if (name === "Coverage") {
      place(name, at(({ made }) => made.round));
    } else if (name === "Synthesis") {
      place(`${name}, of a round that was given back`, at(() => 1), { who, status: 403 });
    } else if (name === "Proportion" || name === "SuggestedGroups") {
      place(name, at(({ made }) => made.round), { who });
    } else if (name === "Round") {
      for (const n of [1, 2, 3]) place(`${name} ${n}`, at(() => n));
    } else if (name === "Section" || name === "EditSection") {
      place(name, at(({ made }) => made.section), { who });
    } else if (OPEN_ONLY.includes(name) || CARRIED_OUT.includes(name)) {
      continue;
    } else if (ROUNDS[name]) {
      place(name, at(() => ROUNDS[name]), { who });
    } else if (name === "Case") {
      place(name, at(({ made }) => made.case), { who });
    } else if (name === "Ballots" || name === "NewBallot") {
      place(name, at(() => 3), { who });
    } else if (["Ballot", "EditBallot", "BallotResults"].includes(name)) {
      place(name, at(({ made }) => made.ballot), { who });
    } else if (["SessionDesk", "EditSession", "SessionPack", "SessionRegistration"].includes(name)) {
      place(name, at(({ made }) => made.session), { who });
    } else if (["SessionDoor", "SessionRoom", "SessionWall", "SessionDots", "SessionPhotos"].includes(name)) {
      place(name, at(({ made }) => made.room), { who });
    } else if (name === "TakeUpCards") {
      place(name, (lang, { made }) => `${route(lang).replace("{n}", made.room)}?c=1`, { who });
    } else if (name === "Session" || name === "SessionMinutes") {
      place(name, at(() => 1));
      place(`${name}, to come`, at(({ made }) => made.session));
    } else if (name === "Decision") {
      place(name, at(({ made }) => made.ready), { who });
    } else if (name === "EditAction") {
      place(name, at(({ made }) => made.unready), { who });
    } else if (name === "ReopenRound") {
      place(`${name}, of an open round`, at(({ made }) => made.round), { who, status: 403 });
    } else if (name === "Draft") {
      place(`${name}, that is nobody's`, at(() => 1), { who, status: 404 });
    } else if (name === "EditRound" || name === "RoundPreview") {
      place(name, at(({ made }) => made.draftRound), { who });
    } else if (it.includes("{n}")) {
      place(name, at(() => 1), { who });
    } else {
      place(name, route, { who });
    }
  }
  const r = (it, en) => (lang) => (lang === "en" ? `/en${en}` : it);
  place("Search, found", r("/cerca?q=anziani+soli", "/search?q=anziani+soli"));
  place("Search, nothing found", r("/cerca?q=zzzyyyxxx", "/search?q=zzzyyyxxx"));
  place("Needs, filtered and empty", r("/bisogni?comune=RCL&politica=1.5", "/needs?comune=RCL&politica=1.5"));
  place("Needs, second page", r("/bisogni?pagina=2", "/needs?pagina=2"));
  place("Needs, least heard", r("/bisogni?ordine=poco-ascoltati", "/needs?ordine=poco-ascoltati"));
  place("Proposals, controversial", r("/proposte?ordine=controversi", "/proposals?ordine=controversi"));
  place("Not there", r("/non-esiste", "/not-there"), { status: 404 });
  place("A proposal, signed in",
    (lang, { made }) => r("/proposte/", "/proposals/")(lang) + made.readyVoice, { who: "nadia" });
  place("A proposal, for the office",
    (lang, { made }) => r("/proposte/", "/proposals/")(lang) + made.unreadyVoice, { who: "luca" });
  place("The open round, for the office",
    (lang, { made }) => r("/percorsi/", "/rounds/")(lang) + made.round, { who: "luca" });
  place("An action at the Tavolo, for its drafter",
    (lang, { made }) => r("/azioni/", "/actions/")(lang) + made.ready, { who: "paolo" });
  place("A proposal being written", r("/proposte/nuova", "/proposals/new"), { who: "nadia" });
  const draft = (lang, { made }) => r("/lavoro/percorsi/", "/work/rounds/")(lang) + made.draftRound;
  for (const step of ["materials", "running", "results", "evaluation"]) {
    place(`EditRound, ${step}`, (lang, world) => `${draft(lang, world)}?passo=${step}`, { who: "paolo" });
  }
  place("A round that begins from a template",
    r("/lavoro/percorsi/nuovo?metodo=co_progettazione", "/work/rounds/new?metodo=co_progettazione"),
    { who: "paolo" });
  place("The calendar, for who prepares", r("/percorsi", "/rounds"), { who: "luca" });
  place("A page that is not for everyone", r("/lavoro/moderazione", "/work/moderation"),
    { who: "nadia", status: 403 });

  const newNeed = r("/bisogni/nuovo", "/needs/new");
  const words = {
    title: "Non passa più l'autobus",
    body: "Nella nostra via non passa più l'autobus e chi è anziano resta a casa tutto il giorno.",
  };
  const toStep = (steps) => async (person) => {
    const turns = [words, { municipality: "CVN", policy: "3.b" }, { author_kind: "cittadino" }];
    for (const turn of turns.slice(0, steps)) {
      await person.writes(turn);
      await person.presses("go", "next");
    }
  };
  place("Writing, with errors", newNeed, { then: (person) => person.presses("go", "next") });
  for (const steps of [1, 2, 3]) place(`Writing, step ${steps + 1}`, newNeed, { then: toStep(steps) });
  place("Writing, in danger", newNeed, {
    then: async (person) => {
      await person.writes({
        title: "Ho paura",
        body: "Mio marito mi picchia ogni sera e ha detto che stanotte mi ammazza con i bambini.",
      });
      await person.presses("go", "next");
    },
  });
  place("Writing, with somebody's number", newNeed, {
    then: async (person) => {
      await person.writes({ ...words, body: `${words.body} Chiamate mia zia al 333 1234567.` });
      await person.presses("go", "next");
      await person.writes({ municipality: "CVN", policy: "3.b" });
      await person.presses("go", "next");
      await person.writes({ author_kind: "cittadino" });
      await person.presses("go", "next");
    },
  });
  place("Signing in, wrong", r("/accedi", "/sign-in"), {
    then: async (person) => {
      await person.writes({ email: "a@b.example", password: "sbagliata" });
      await person.sends(person.page.locator(SIGN_IN).locator("button").last());
    },
  });
  place("Following, unknown code", r("/segui", "/follow"), {
    then: async (person) => {
      await person.writes({ code: "ARC-0000" });
      await person.sends(person.page.locator("form:has([name='code']) button").last());
    },
  });
  place("Deciding, with errors",
    (lang, { made }) => r("/lavoro/tavolo/", "/work/table/")(lang) + made.ready, {
      who: "franco",
      then: (person) => person.sends(
        person.page.locator("form:has([name='outcome']) button").last()),
    });
  place("An action, with errors",
    (lang, { made }) => `${r("/lavoro/azioni/nuova", "/work/actions/new")(lang)}?s=${made.readyVoice}`, {
      who: "paolo",
      then: async (person) => {
        await person.writes({ title: "", "baseline-1": "tanto" });
        await person.presses("go", "send");
      },
    });
  for (const method of ["posizione", "graduatoria", "bilancio"]) {
    place(`Preparing ${method}, with errors`, (lang) =>
      `${r("/percorsi/3/votazioni/nuova", "/rounds/3/ballots/new")(lang)}?metodo=${method}`, {
      who: "paolo",
      then: (person) => person.presses("go", "save"),
    });
  }
  place("A cluster, with errors", (lang, { made }) =>
    `${r("/lavoro/banco/", "/work/workbench/")(lang)}${made.round}${lang === "en" ? "/cluster" : "/gruppo"}?s=${made.readyVoice}`, {
    who: "paolo",
    then: (person) => person.sends(
      person.page.locator("form:has([name='synthesis']) button").last()),
  });
  return found;
}

/** Places whose `then` changes nothing can share a server; these send something for good. */
export const SENDS = [
  {
    name: "Receipt",
    path: (lang) => (lang === "en" ? "/en/needs/new" : "/bisogni/nuovo"),
    status: 200,
    async then(person) {
      const turns = [
        {
          title: "Non passa più l'autobus",
          body: "Nella nostra via non passa più l'autobus e chi è anziano resta a casa tutto il giorno.",
        },
        { municipality: "CVN", policy: "3.b" },
        { author_kind: "cittadino", sensitive: true },
      ];
      for (const turn of turns) {
        await person.writes(turn);
        await person.presses("go", "next");
      }
      await person.presses("go", "send");
    },
  },
  {
    name: "Following a text",
    path: (lang) => (lang === "en" ? "/en/needs/new" : "/bisogni/nuovo"),
    status: 200,
    async then(person, lang) {
      await SENDS[0].then(person);
      const code = (await person.page.locator(".receipt-code").innerText()).trim();
      await person.goes(lang === "en" ? "/en/follow" : "/segui");
      await person.writes({ code });
      await person.sends(person.page.locator("form:has([name='code']) button").last());
    },
  },
];
