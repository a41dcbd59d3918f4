//! Fragments of invented Italian texts, by theme.

/// A theme with its fragments.
pub struct Theme {
    /// Policies it is about.
    pub policies: &'static [&'static str],
    /// First words of a title.
    pub titles: &'static [&'static str],
    /// Sentences of needs.
    pub lacks: &'static [&'static str],
    /// Sentences of proposals.
    pub ideas: &'static [&'static str],
    /// Circumstances.
    pub details: &'static [&'static str],
    /// For whom.
    pub recipients: &'static str,
}

/// First sentences.
pub const OPENINGS: &[&str] = &[
    "Abito a {place} da molti anni.",
    "Scrivo da {place}, dove viviamo in quattro.",
    "Ne parliamo spesso con i vicini di {place}.",
    "A {place} la situazione è cambiata negli ultimi due anni.",
    "Lavoro su turni e torno a {place} solo la sera.",
    "Mi sono trasferita a {place} la scorsa primavera.",
    "Racconto quello che vedo ogni giorno a {place}.",
    "Con altri genitori di {place} abbiamo fatto un elenco.",
];

/// Last sentences.
pub const CLOSINGS: &[&str] = &[
    "Basterebbe cominciare da un pomeriggio a settimana.",
    "Chi decide venga a vedere di persona a {place}.",
    "Siamo disposti a dare una mano, ma da soli non ce la facciamo.",
    "Altrove lo fanno già e funziona.",
    "Non chiediamo molto, chiediamo che duri nel tempo.",
    "Da {place} il capoluogo è lontano e la corriera passa due volte al giorno.",
    "Si potrebbe provare sei mesi e poi contare i risultati.",
    "Ogni Comune potrebbe mettere una stanza e qualche ora.",
];

/// Comments.
pub const COMMENTS: &[&str] = &[
    "Succede anche da noi, nella frazione accanto.",
    "Chi pagherebbe il trasporto? Senza quello resta fuori mezza valle.",
    "Nella mia associazione ci sono tre persone pronte a partire.",
    "Attenzione agli orari: chi lavora non può alle quattro del pomeriggio.",
    "Io partirei dalla sala della biblioteca, che il giovedì è vuota.",
    "Lo abbiamo provato nel 2023 e mancava solo chi rispondesse al telefono.",
    "Serve una persona che coordini, altrimenti dopo un mese finisce tutto.",
    "Mia madre ne avrebbe bisogno già domani.",
    "Il modulo deve stare in una pagina, con parole semplici.",
    "Prima contiamo quante famiglie sono, poi decidiamo.",
    "Mi piace, purché non si tolgano ore allo sportello che c'è già.",
    "Anche la parrocchia ha un pulmino fermo dal lunedì al venerdì.",
];

/// How answers begin.
pub const ANSWERS: &[&str] =
    &["Sono d'accordo.", "Non proprio.", "Dipende dal Comune.", "Aggiungo una cosa.", "Grazie."];

/// The themes.
pub const THEMES: &[Theme] = &[
    Theme {
        policies: &["1.1"],
        titles: &["Il pomeriggio dei bambini", "Compiti insieme", "Un doposcuola che regga"],
        lacks: &[
            "Dopo le due i bambini restano soli in casa fino alle sei.",
            "La mensa chiude a maggio e le famiglie si arrangiano.",
            "Chi va male a scuola non ha nessuno che lo segua nei compiti.",
            "Le assenze cominciano a novembre e nessuno telefona a casa.",
            "I nonni aiutano finché possono, ma hanno ottant'anni.",
        ],
        ideas: &[
            "Proponiamo un doposcuola tre volte a settimana nelle aule della primaria.",
            "Gli studenti delle superiori possono seguire i più piccoli e avere crediti.",
            "Un educatore del Comune telefona a casa alla terza assenza.",
            "Il servizio resta aperto anche a giugno, quando la scuola è finita.",
            "Le famiglie versano una quota bassa e chi non può non paga.",
        ],
        details: &[
            "Nella classe di mia figlia sono undici su ventidue.",
            "Il pulmino riparte alle 13.40 e poi non c'è più nulla.",
            "La palestra è libera il martedì e il venerdì.",
        ],
        recipients: "Bambini della primaria e delle medie con le loro famiglie.",
    },
    Theme {
        policies: &["1.2"],
        titles: &["Un posto per i ragazzi", "La sala prove", "Le chiavi in mano ai giovani"],
        lacks: &[
            "I ragazzi stanno sulle panchine della stazione fino a mezzanotte.",
            "Non c'è una sala dove suonare senza disturbare.",
            "Il centro giovanile è chiuso da quando è finito il bando.",
            "Nessuno chiede ai diciottenni che cosa vorrebbero fare.",
            "Per andare al cinema bisogna farsi accompagnare dai genitori.",
        ],
        ideas: &[
            "Diamo le chiavi di un locale a un gruppo di ragazzi con un adulto di riferimento.",
            "Un bando piccolo, da mille euro, per idee di chi ha meno di venticinque anni.",
            "La sala del consiglio può diventare sala prove due sere a settimana.",
            "Un consiglio dei giovani che decide su una parte del bilancio.",
            "Corsi brevi di fonico e di video tenuti dalle associazioni.",
        ],
        details: &[
            "Siamo in trentacinque nel gruppo e ci troviamo dove capita.",
            "Il vecchio ufficio postale è vuoto da tre anni.",
            "D'inverno alle sei è buio e i bar chiudono.",
        ],
        recipients: "Ragazze e ragazzi fra i quattordici e i venticinque anni.",
    },
    Theme {
        policies: &["1.3"],
        titles: &["Quando una famiglia si separa", "Un aiuto ai genitori", "Spazio neutro"],
        lacks: &[
            "Per la mediazione familiare si aspetta più di quattro mesi.",
            "Chi ha un neonato non sa a chi chiedere un consiglio di notte.",
            "Gli incontri fra padre e figli si fanno in un ufficio senza giochi.",
            "Il consultorio risponde solo due mattine a settimana.",
            "Dopo il parto nessuno è più passato da casa.",
        ],
        ideas: &[
            "Un gruppo di genitori che si trova ogni quindici giorni con una psicologa.",
            "Un numero a cui risponde un'ostetrica anche la sera.",
            "La mediatrice familiare gira fra i Comuni con un calendario fisso.",
            "Una stanza accogliente per gli incontri, con giochi e un cortile.",
            "Una visita a casa nel primo mese di vita, per chi la vuole.",
        ],
        details: &[
            "Ho due figli di tre e sei anni e nessun parente in zona.",
            "L'appuntamento era il 12 marzo, l'avevo chiesto a ottobre.",
            "Al corso di accompagnamento eravamo in nove.",
        ],
        recipients: "Genitori con figli piccoli e famiglie in separazione.",
    },
    Theme {
        policies: &["2.1"],
        titles: &["Lo sportello che non c'è", "Un posto dove dormire", "Capire i moduli"],
        lacks: &[
            "Allo sportello si va tre volte per la stessa carta.",
            "Chi resta senza casa d'inverno non ha un letto nemmeno per una notte.",
            "Il primo colloquio con l'assistente sociale arriva dopo settimane.",
            "Le domande si fanno solo con lo SPID, e molti non ce l'hanno.",
            "Nessuno spiega a chi tocca fare che cosa.",
        ],
        ideas: &[
            "Uno sportello mobile che passa in ogni Comune un giorno fisso.",
            "Sei posti letto per l'emergenza, gestiti con le associazioni.",
            "Volontari formati che aiutano a compilare le domande in biblioteca.",
            "Un solo numero di telefono per tutti i servizi dell'Ambito.",
            "Un foglio di una pagina che dica dove andare e con quali carte.",
        ],
        details: &[
            "Il 20 gennaio eravamo a sei gradi sotto zero.",
            "In fila c'erano quattordici persone e uno sportello aperto.",
            "Mi hanno mandato in tre uffici diversi.",
        ],
        recipients: "Chi si rivolge per la prima volta ai servizi sociali.",
    },
    Theme {
        policies: &["2.2"],
        titles: &["L'affitto che sale", "Bollette e dispensa", "Una casa, non una promessa"],
        lacks: &[
            "L'affitto è salito di centoventi euro e lo stipendio no.",
            "Case vuote ce ne sono, ma nessuno affitta a chi ha un contratto a termine.",
            "A fine mese si sceglie fra la bolletta del gas e la spesa.",
            "Lo sfratto è arrivato prima della risposta del Comune.",
            "Chi perde il lavoro a cinquant'anni non rientra in nessun bando.",
        ],
        ideas: &[
            "Un fondo di garanzia che rassicuri i proprietari e copra tre mensilità.",
            "Un'agenzia sociale per la casa che cerchi alloggi e segua i contratti.",
            "Un microcredito senza interessi per bollette e caparra.",
            "La raccolta delle eccedenze dei supermercati ogni sera, con consegna a casa.",
            "Tirocini pagati presso le cooperative per chi ha perso il lavoro.",
        ],
        details: &[
            "Siamo in cinque con un solo reddito.",
            "L'agenzia chiede tre buste paga e due garanti.",
            "Nel mio palazzo tre appartamenti sono vuoti dal 2021.",
        ],
        recipients: "Famiglie con un reddito solo, lavoratori precari, persone sfrattate.",
    },
    Theme {
        policies: &["3.b"],
        titles: &["Gli anziani soli", "Una telefonata al giorno", "La visita medica in valle"],
        lacks: &[
            "Ci sono anziani che non parlano con nessuno per giorni.",
            "Per gli esami a digiuno bisogna partire alle sei con la corriera.",
            "La farmacia più vicina è a dodici chilometri.",
            "Chi non guida più deve chiedere un passaggio per ogni visita.",
            "In agosto i volontari sono in ferie e chi è solo resta solo.",
        ],
        ideas: &[
            "Una centralina di volontari che telefona ogni mattina a chi vive solo.",
            "Un'auto con autista volontario per le visite, prenotabile il giorno prima.",
            "Il portalettere segnala quando la cassetta resta piena, con il consenso.",
            "Consegna dei farmaci due volte a settimana nelle frazioni.",
            "Un pranzo insieme ogni mercoledì nella sala civica.",
        ],
        details: &[
            "Mia zia ha ottantasei anni e tre rampe di scale.",
            "Nella nostra via siamo in sette sopra gli ottanta.",
            "Il medico passa il lunedì, se non nevica.",
        ],
        recipients: "Persone sopra i settantacinque anni che vivono sole.",
    },
    Theme {
        policies: &["4.1"],
        titles: &["Capirsi allo sportello", "Chi traduce", "Mediatori a scuola"],
        lacks: &[
            "Al colloquio con le maestre mio figlio ha tradotto per me.",
            "In ospedale non c'era nessuno che parlasse la nostra lingua.",
            "Le circolari della scuola arrivano solo in italiano difficile.",
            "La mediatrice viene due ore al mese per tutta la valle.",
            "Le donne appena arrivate non sanno del consultorio.",
        ],
        ideas: &[
            "Una mediatrice presente ogni giovedì in ospedale e al distretto.",
            "Interpreti al telefono per gli uffici, con un numero unico.",
            "Avvisi della scuola tradotti nelle cinque lingue più parlate.",
            "Un gruppo di mamme italiane e straniere che si accompagna ai servizi.",
            "Formare come mediatori i giovani cresciuti qui.",
        ],
        details: &[
            "In classe si parlano nove lingue.",
            "Il modulo era di undici pagine.",
            "Sono arrivata nel 2022 con due bambine.",
        ],
        recipients: "Famiglie straniere, scuole, uffici e reparti.",
    },
    Theme {
        policies: &["4.2"],
        titles: &["Imparare l'italiano", "Un corso per chi lavora", "Scuola di lingua"],
        lacks: &[
            "Il corso di italiano è la mattina, quando si lavora.",
            "La lista d'attesa per il livello base è di settanta persone.",
            "Chi ha bambini piccoli non può frequentare perché non sa a chi lasciarli.",
            "Finito il primo livello non c'è il secondo.",
            "In fabbrica si impara solo quello che serve al turno.",
        ],
        ideas: &[
            "Corsi serali dalle otto alle dieci nella scuola media.",
            "Un corso con lo spazio bimbi nella stanza accanto.",
            "Lezioni in azienda a fine turno, con un insegnante del CPIA.",
            "Conversazione in biblioteca il sabato con i volontari.",
            "Un esame ogni tre mesi invece che una volta l'anno.",
        ],
        details: &[
            "Lavoro in una stalla e finisco alle sette di sera.",
            "Per andare al corso prendo due corriere.",
            "Siamo in quindici donne che vorrebbero cominciare.",
        ],
        recipients: "Adulti stranieri che lavorano o crescono bambini piccoli.",
    },
];
