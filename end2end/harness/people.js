// The people of the demonstration (server/demo/val-d-arcina.json).

/** Password of every demonstration account. */
export const PASSWORD = "filo-di-trama-2027";

const at = (name, domain = "val-d-arcina.example") => `${name}@${domain}`;

/** E-mails by first name. */
export const EMAILS = {
  nadia: at("nadia.rinaldi", "posta.example"),
  irene: at("irene.baldini", "posta.example"),
  ahmed: at("ahmed.rahmani", "posta.example"),
  teuta: at("teuta.hoxha", "associazioni.example"),
  silvia: at("silvia.tosi", "associazioni.example"),
  giulia: at("giulia.ferretti"),
  graziella: at("graziella.monti", "associazioni.example"),
  paolo: at("paolo.zanetti"),
  sara: at("sara.benedetti"),
  luca: at("luca.amati"),
  claudia: at("claudia.neri"),
  giulia: at("giulia.ferretti"),
  franco: at("franco.gatti", "tavolo.val-d-arcina.example"),
};
