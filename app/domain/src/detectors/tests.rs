//! What holds for all detectors together; how well they find is measured in `tests/detectors.rs`.

use proptest::prelude::*;

use super::*;

fn classes(text: &str) -> Vec<&'static str> {
    detect(text).into_iter().map(|finding| finding.class.code()).collect()
}

#[test]
fn the_lists_can_be_read() {
    assert_eq!(lexicon().problems(), &[] as &[String]);
}

#[test]
fn a_finding_is_written_as_agreed() {
    let found = detect("cf RSSMRA80A01H501U");
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(json, r#"[{"class":"fiscal_code","start":3,"end":19}]"#);
    assert_eq!(serde_json::from_str::<Vec<Finding>>(&json).unwrap(), found);
    assert_eq!(serde_json::to_string(&detect("Buongiorno a tutti.")).unwrap(), "[]");
}

#[test]
fn places_are_counted_in_characters() {
    for (before, characters) in [("", 0), ("è ", 2), ("👨‍👩‍👧 ", 6), ("e\u{300} ", 3), ("中文，", 3)]
    {
        let found = detect(&format!("{before}anna@example.com 👍"));
        assert_eq!((found[0].start, found[0].end), (characters, characters + 16), "{before:?}");
    }
}

#[test]
fn the_same_signs_are_not_two_things() {
    assert_eq!(classes("scrivi a anna@example.com"), ["email"]);
    assert_eq!(classes("apri https://wa.me/393331234567"), ["link"]);
    assert_eq!(classes("IBAN IT60X0542811101000000123456"), [] as [&str; 0]);
    assert_eq!(classes("https://example.com/?cf=RSSMRA80A01H501U"), ["link", "fiscal_code"]);
}

#[test]
fn danger_is_told_first() {
    let found = detect("vedi www.esempio.it, siete idioti. Mio marito mi picchia, 333 1234567");
    assert_eq!(
        reasons(&found),
        [DetectorClass::Danger, DetectorClass::Phone, DetectorClass::Insult, DetectorClass::Link]
    );
    assert_eq!(reasons(&[]), []);
    assert_eq!(DetectorClass::Danger.consequence(), Consequence::Alert);
}

#[test]
fn a_key_ends_with_its_code() {
    for class in DetectorClass::ALL {
        assert_eq!(class.explain(), format!("detector-{class}"));
    }
}

#[test]
fn danger_asked_alone_is_danger_found() {
    for text in ["Mio marito mi picchia", "Anni fa mio marito mi picchiava", "", "Buongiorno"] {
        let found = detect(text).iter().any(|finding| finding.class == DetectorClass::Danger);
        assert_eq!(present_danger(text), found);
    }
}

/// Pieces that detectors look at closely, to be put together in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-zà-ù' .,@/:0-9]{0,12}",
        prop::sample::select(vec![
            "via Roma",
            "Anna",
            " è ",
            "malata",
            "@",
            "(at)",
            "[.]",
            "http://",
            "www.",
            ".it",
            "punto it",
            "RSSMRA80A01H501U",
            "+39",
            "333",
            "0721",
            "/",
            "\n",
            "…",
            "«",
            "»",
            "*",
            "s***",
            "n.",
            "12",
            "v.le",
            "mi picchia",
            "ti",
            "ammazzo",
            "sei un",
            "idiota",
            "chiocciola",
            "IT60",
            "\u{300}",
            "👍🏽",
            "ʼ",
            "’",
        ])
        .prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read(text in pieces()) {
        let found = detect(&text);
        let characters = text.chars().count();
        for pair in found.windows(2) {
            prop_assert!(pair[0].start <= pair[1].start);
        }
        for (at, finding) in found.iter().enumerate() {
            prop_assert!(finding.start < finding.end && finding.end <= characters);
            for other in found.iter().skip(at + 1).filter(|other| other.class == finding.class) {
                prop_assert!(other.start >= finding.end);
            }
        }
        prop_assert_eq!(
            present_danger(&text),
            found.iter().any(|finding| finding.class == DetectorClass::Danger)
        );
    }
}
