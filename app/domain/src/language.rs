//! Words as people search and compare them: folded, split, without function words, cut to a stem.
//!
//! `fold` forgets capitals and accents, `tokens` splits, `stems` drops function words and inflections
//! (Porter's Snowball algorithms for Italian, English and Romanian, with the small Italian corrections
//! of [`Language::stem`]), `search_terms` and `query_terms` give what the search table stores and what a
//! query asks of it. Folding comes before stemming, because people type «perche» and «perche'», and both
//! must meet «perché».
//!
//! It must never guess a language, nor change a text that people read: stems are for machines only.

use std::collections::BTreeMap;

use rust_stemmers::{Algorithm, Stemmer};
use serde::{Deserialize, Serialize};

mod function_words;

/// How many terms of a query are used.
pub const QUERY_TERMS: usize = 8;

/// What a word in the title weighs in the search, where the same word in the body weighs one.
const TITLE_WEIGHT: i64 = 4;

/// Repetitions of a word in the body beyond this number weigh nothing.
const BODY_LIMIT: i64 = 5;

/// Longer runs of letters are cut: nobody searches for them, and an index column has a width.
const LONGEST: usize = 40;

/// The language a text is written in, as far as stemming knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Snowball's Italian, corrected.
    #[default]
    Italian,
    /// Snowball's English (Porter 2).
    English,
    /// No stemmer is known: words are only folded.
    Albanian,
    /// No stemmer is known: both alphabets are folded to bare Latin letters.
    Serbian,
    /// Snowball's Romanian.
    Romanian,
    /// Any other: words are only folded.
    Other,
}

impl Language {
    /// Reads a code as `it`, `en-GB` or `sr_Cyrl`: only its first part counts. An unknown code is
    /// [`Language::Other`].
    pub fn from_code(code: &str) -> Self {
        let first = code.split(['-', '_']).next().unwrap_or_default();
        match first.to_ascii_lowercase().as_str() {
            "it" => Self::Italian,
            "en" => Self::English,
            "sq" => Self::Albanian,
            "sr" | "bs" | "hr" | "sh" | "cnr" => Self::Serbian,
            "ro" => Self::Romanian,
            _ => Self::Other,
        }
    }

    /// Cuts a folded token to its stem.
    pub fn stem(self, token: &str) -> String {
        match self {
            Self::Italian => italian(token),
            Self::English => Stemmer::create(Algorithm::English).stem(token).into_owned(),
            Self::Romanian => Stemmer::create(Algorithm::Romanian).stem(token).into_owned(),
            Self::Albanian | Self::Serbian | Self::Other => token.to_owned(),
        }
    }

    /// Says whether a folded token carries grammar and no subject.
    pub fn is_function_word(self, token: &str) -> bool {
        let listed = |list: &[&str]| list.binary_search(&token).is_ok();
        match self {
            Self::Italian => {
                listed(function_words::ITALIAN_GLUE) || listed(function_words::ITALIAN)
            }
            Self::English => {
                listed(function_words::ENGLISH_GLUE) || listed(function_words::ENGLISH)
            }
            Self::Albanian => listed(function_words::ALBANIAN),
            Self::Serbian => listed(function_words::SERBIAN),
            Self::Romanian | Self::Other => false,
        }
    }

    /// Says whether a folded token is an article, a preposition or the like, which no search uses.
    fn is_glue(self, token: &str) -> bool {
        let listed = |list: &[&str]| list.binary_search(&token).is_ok();
        match self {
            Self::Italian => listed(function_words::ITALIAN_GLUE),
            Self::English => listed(function_words::ENGLISH_GLUE),
            Self::Albanian | Self::Serbian => self.is_function_word(token),
            Self::Romanian | Self::Other => false,
        }
    }
}

/// Lowercases, strips accents and writes Serbian Cyrillic in Latin letters.
///
/// Apostrophes become spaces: «dell'Alzheimer» gives `dell alzheimer`. What is neither a letter nor an
/// accent is left as it is. Folding twice changes nothing more.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′' => folded.push(' '),
            _ if is_silent(letter) => {}
            _ if letter.is_ascii() => folded.push(letter),
            _ => match bare(letter) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(letter),
            },
        }
    }
    folded
}

/// The bare Latin letters of an accented or Serbian Cyrillic one, already lowercase.
fn bare(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ª' | 'а' => "a",
        'æ' => "ae",
        'б' => "b",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' | 'ц' | 'ч' | 'ћ' => "c",
        'ď' | 'ð' | 'д' => "d",
        'đ' | 'ђ' => "dj",
        'џ' => "dz",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẽ' | 'е' => "e",
        'ф' => "f",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'г' => "g",
        'ĥ' | 'ħ' | 'х' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'и' => "i",
        'ĵ' | 'ј' => "j",
        'ķ' | 'к' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' | 'л' => "l",
        'љ' => "lj",
        'м' => "m",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'н' => "n",
        'њ' => "nj",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'º' | 'о' => "o",
        'œ' => "oe",
        'п' => "p",
        'ŕ' | 'ŗ' | 'ř' | 'р' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'с' | 'ш' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' | 'т' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'у' => "u",
        'в' => "v",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' | 'з' | 'ж' => "z",
        _ => return None,
    })
}

/// Splits a text into folded runs of letters and digits; a Chinese or Japanese sign stands alone.
pub fn tokens(text: &str) -> Vec<String> {
    words(text).into_iter().map(|(_, token)| token).collect()
}

/// Splits as [`tokens`] does, each token after the word as it stands in the text.
pub fn words(text: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    for run in text.split(|letter: char| !is_part(letter)) {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let length = if is_sign(first) {
                first.len_utf8()
            } else {
                rest.find(is_sign).unwrap_or(rest.len())
            };
            let (written, after) = rest.split_at(length);
            let token: String = fold(written).chars().take(LONGEST).collect();
            if !token.is_empty() {
                found.push((written, token));
            }
            rest = after;
        }
    }
    found
}

/// Says whether a sign belongs to a word: letters, digits, accents written apart, soft hyphens.
fn is_part(letter: char) -> bool {
    (letter.is_alphanumeric() && letter != 'ʼ') || is_silent(letter)
}

/// Says whether a sign is written but not read: combining accents, soft hyphens, joiners.
fn is_silent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}')
}

/// Says whether a sign is a word by itself (kana, CJK ideographs).
fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

/// The stems of a text in order, repetitions kept, function words and lone letters left out.
pub fn stems(text: &str, language: Language) -> Vec<String> {
    tokens(text)
        .iter()
        .filter(|token| carries(token) && !language.is_function_word(token))
        .map(|token| language.stem(token))
        .collect()
}

/// Says whether a token is more than a lone letter of an alphabet.
pub(crate) fn carries(token: &str) -> bool {
    let mut letters = token.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => !only.is_alphabetic() || is_sign(only),
        (Some(_), Some(_)) => true,
        (None, _) => false,
    }
}

/// The distinct terms under which a text is found, each with its weight, sorted by term.
///
/// A word of the title weighs four, one of the body one for each time it stands there, up to five.
/// Function words are kept but for articles, prepositions and the like, and weigh one: a search for
/// «perché» finds something.
pub fn search_terms(title: &str, body: &str, language: Language) -> Vec<(String, i64)> {
    let mut weights: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    for (text, in_title) in [(title, true), (body, false)] {
        for token in tokens(text) {
            if !carries(&token) || language.is_glue(&token) {
                continue;
            }
            let plain = language.is_function_word(&token);
            let (first, rest) = weights.entry(language.stem(&token)).or_default();
            match (in_title, plain) {
                (true, false) => *first = TITLE_WEIGHT,
                (false, false) => *rest = (*rest + 1).min(BODY_LIMIT),
                (_, true) => *rest = (*rest).max(1),
            }
        }
    }
    weights.into_iter().map(|(term, (first, rest))| (term, first + rest)).collect()
}

/// The distinct terms a query asks for, in the order written, at most [`QUERY_TERMS`].
///
/// Function words count only when there is nothing else. `language` is that of the texts searched (as a
/// rule the first language of the Ambito), which is not always that of the page.
pub fn query_terms(query: &str, language: Language) -> Vec<String> {
    let asked: Vec<String> = tokens(query)
        .into_iter()
        .filter(|token| carries(token) && !language.is_glue(token))
        .collect();
    let subject = asked.iter().any(|token| !language.is_function_word(token));
    let mut terms: Vec<String> = Vec::new();
    for token in asked.iter().filter(|token| !subject || !language.is_function_word(token)) {
        let term = language.stem(token);
        if terms.len() < QUERY_TERMS && !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

/// Snowball's Italian stem of a folded token, with its unevennesses on nouns made even.
///
/// Snowball takes *-ano* for a verb (`parlano`) but leaves *-ani, -ana, -ane*, so that «anziano» and
/// «anziani» part; likewise *-iere* and *-ieri*, the *-ono* of «telefono» and the *-are* of «familiare».
/// Final *ch* and *gh* become *c* and *g* in short words too («lago», «laghi»).
fn italian(token: &str) -> String {
    let even = even_out(token);
    let mut stem = Stemmer::create(Algorithm::Italian).stem(&even).into_owned();
    if stem.ends_with("ch") || stem.ends_with("gh") {
        stem.pop();
    }
    stem
}

/// Gives the forms of a noun or adjective one ending, where Snowball would cut them differently.
fn even_out(token: &str) -> String {
    /// Nouns that end as a verb in the third person plural does.
    const NOUNS_IN_ONO: [&str; 6] = ["abbandono", "condono", "dono", "patrono", "perdono", "trono"];
    /// Adjectives that end as an infinitive does.
    const ADJECTIVES_IN_ARE: [&str; 4] = ["particolare", "popolare", "regolare", "singolare"];
    let ends = |ending: &str| token.len() > ending.len() + 1 && token.ends_with(ending);
    let with = |cut: usize, ending: &str| {
        let mut changed = token.get(..token.len() - cut).unwrap_or(token).to_owned();
        changed.push_str(ending);
        changed
    };
    if token == "uomini" {
        "uomo".to_owned()
    } else if ["ani", "ana", "ane"].iter().any(|ending| ends(ending)) {
        with(1, "o")
    } else if ["ieri", "iera"].iter().any(|ending| ends(ending)) {
        with(1, "e")
    } else if ends("fono")
        || ends("iliare")
        || NOUNS_IN_ONO.contains(&token)
        || ADJECTIVES_IN_ARE.contains(&token)
    {
        with(1, "i")
    } else {
        token.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(forms: &[&str]) {
        let stems: Vec<String> =
            forms.iter().map(|form| Language::Italian.stem(&fold(form))).collect();
        assert!(stems.iter().all(|stem| stem == &stems[0]), "{forms:?} give {stems:?}");
    }

    #[test]
    fn lists_are_folded_and_sorted() {
        for list in [
            function_words::ITALIAN_GLUE,
            function_words::ITALIAN,
            function_words::ENGLISH_GLUE,
            function_words::ENGLISH,
            function_words::ALBANIAN,
            function_words::SERBIAN,
        ] {
            assert!(list.is_sorted());
            assert!(list.iter().all(|word| &fold(word) == word));
        }
    }

    #[test]
    fn folds_capitals_accents_and_apostrophes() {
        assert_eq!(fold("PERCHÉ"), "perche");
        assert_eq!(fold("Perche\u{301}"), "perche");
        assert_eq!(fold("dell’Alzheimer"), "dell alzheimer");
        assert_eq!(tokens("Dell'Alzheimer, l'età: 84!"), ["dell", "alzheimer", "l", "eta", "84"]);
        assert_eq!(fold("Љубав и Đak"), "ljubav i djak");
        assert_eq!(fold("İĞ ẞ"), "ig ss");
        assert_eq!(tokens("中文 abc"), ["中", "文", "abc"]);
        assert_eq!(fold(&fold("Città d’Ávila")), fold("Città d’Ávila"));
    }

    #[test]
    fn italian_inflections_meet() {
        same(&["anziano", "anziani", "anziana", "anziane", "ANZIANI"]);
        same(&["italiano", "italiani", "italiana", "italiane"]);
        same(&["amico", "amici", "amica", "amiche"]);
        same(&["medico", "medici"]);
        same(&["servizio", "servizi"]);
        same(&["città", "citta"]);
        same(&["lago", "laghi"]);
        same(&["luogo", "luoghi"]);
        same(&["parco", "parchi"]);
        same(&["vecchio", "vecchi", "vecchia", "vecchie"]);
        same(&["infermiere", "infermieri", "infermiera"]);
        same(&["quartiere", "quartieri"]);
        same(&["familiare", "familiari"]);
        same(&["telefono", "telefoni", "telefonata", "telefonare"]);
        same(&["parlano", "parlare", "parla", "parlato"]);
        same(&["volontario", "volontari", "volontaria", "volontarie"]);
        same(&["figlio", "figli", "figlia", "figlie"]);
        same(&["bambino", "bambini", "bambina", "bambine"]);
        same(&["farmacia", "farmacie"]);
        same(&["provincia", "province"]);
        same(&["settimana", "settimane"]);
        same(&["attività", "attivita"]);
        same(&["uomo", "uomini"]);
        same(&["azienda", "aziende"]);
        same(&["badante", "badanti"]);
    }

    #[test]
    fn different_words_stay_apart() {
        let stem = |word: &str| Language::Italian.stem(word);
        assert_ne!(stem("casa"), stem("cassa"));
        assert_ne!(stem("scuola"), stem("scala"));
        assert_ne!(stem("piano"), stem("pane"));
        assert_ne!(stem("mano"), stem("mamma"));
    }

    #[test]
    fn function_words_go() {
        assert_eq!(stems("Perché non c'è più la corriera?", Language::Italian), ["corr"]);
        assert_eq!(stems("They are waiting", Language::English), ["wait"]);
        assert!(stems("", Language::Italian).is_empty());
    }

    #[test]
    fn searching_forgets_capitals_accents_and_inflections() {
        let found = |query: &str, text: &str| {
            let terms = search_terms("", text, Language::Italian);
            let asked = query_terms(query, Language::Italian);
            !asked.is_empty()
                && asked.iter().all(|term| terms.iter().any(|(known, _)| known == term))
        };
        assert!(found("anziana", "gli anziani soli"));
        assert!(found("ANZIANI SOLI", "un anziano solo"));
        assert!(found("perche", "Perché non c'è?"));
        assert!(found("perche'", "Perché non c'è?"));
        assert!(found("la citta", "in città"));
        assert!(found("dell'alzheimer", "ha l’Alzheimer"));
        assert!(!found("asilo", "la scuola"));
    }

    #[test]
    fn title_weighs_more() {
        let terms = search_terms("Corriera", "corriera mattina mattina", Language::Italian);
        assert_eq!(terms, [("corr".to_owned(), 5), ("mattin".to_owned(), 2)]);
    }

    #[test]
    fn query_is_short_and_distinct() {
        let terms = query_terms("uno due alfa alfa b1 b2 b3 b4 b5 b6 b7 b8", Language::Italian);
        assert_eq!(terms.len(), QUERY_TERMS);
        assert_eq!(terms[0], "alfa");
        assert!(query_terms("di la", Language::Italian).is_empty());
        assert!(query_terms("  ", Language::Italian).is_empty());
    }

    #[test]
    fn codes_are_read() {
        assert_eq!(Language::from_code("it"), Language::Italian);
        assert_eq!(Language::from_code("EN-gb"), Language::English);
        assert_eq!(Language::from_code("sr_Cyrl"), Language::Serbian);
        assert_eq!(Language::from_code("ar"), Language::Other);
        assert_eq!(Language::from_code(""), Language::Other);
    }

    #[test]
    fn hostile_texts_do_no_harm() {
        for text in ["\0\u{202e}<script>", "''''''", "ﷺ", "👩‍👩‍👧", "ı̇ß", "\u{300}\u{301}"]
        {
            for language in [
                Language::Italian,
                Language::English,
                Language::Romanian,
                Language::Serbian,
                Language::Other,
            ] {
                let _ = search_terms(text, text, language);
                let _ = query_terms(text, language);
            }
        }
        let long = "a".repeat(100_000);
        assert_eq!(search_terms("", &long, Language::Other)[0].0.len(), LONGEST);
    }
}
