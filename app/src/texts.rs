//! Texts of the interface, from the Fluent files in `texts/{it,en}`.
//!
//! Files are compiled in and parsed once. A text without arguments is kept ready, so that
//! drawing it costs a look-up. No text stands in Rust: `tests/texts.rs` looks.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use intl_memoizer::concurrent::IntlLangMemoizer;

use crate::format;
use crate::urls::Lang;

/// An argument of a text: a number (also picks the plural) or a string.
pub type Arg<'a> = fluent_bundle::FluentValue<'a>;

/// Fluent sources: language, file, text.
pub const SOURCES: &[(Lang, &str, &str)] = &[
    (Lang::It, "common.ftl", include_str!("../texts/it/common.ftl")),
    (Lang::It, "public.ftl", include_str!("../texts/it/public.ftl")),
    (Lang::It, "forms.ftl", include_str!("../texts/it/forms.ftl")),
    (Lang::It, "staff.ftl", include_str!("../texts/it/staff.ftl")),
    (Lang::It, "mail.ftl", include_str!("../texts/it/mail.ftl")),
    (Lang::It, "ballots.ftl", include_str!("../texts/it/ballots.ftl")),
    (Lang::It, "moderation.ftl", include_str!("../texts/it/moderation.ftl")),
    (Lang::It, "methods.ftl", include_str!("../texts/it/methods.ftl")),
    (Lang::It, "co_management.ftl", include_str!("../texts/it/co_management.ftl")),
    (Lang::It, "listening.ftl", include_str!("../texts/it/listening.ftl")),
    (Lang::It, "rounds.ftl", include_str!("../texts/it/rounds.ftl")),
    (Lang::It, "thread.ftl", include_str!("../texts/it/thread.ftl")),
    (Lang::It, "merging.ftl", include_str!("../texts/it/merging.ftl")),
    (Lang::It, "bench.ftl", include_str!("../texts/it/bench.ftl")),
    (Lang::It, "links.ftl", include_str!("../texts/it/links.ftl")),
    (Lang::It, "parts.ftl", include_str!("../texts/it/parts.ftl")),
    (Lang::It, "live.ftl", include_str!("../texts/it/live.ftl")),
    (Lang::It, "lab.ftl", include_str!("../texts/it/lab.ftl")),
    (Lang::It, "lab_room.ftl", include_str!("../texts/it/lab_room.ftl")),
    (Lang::It, "lab_written.ftl", include_str!("../texts/it/lab_written.ftl")),
    (Lang::En, "common.ftl", include_str!("../texts/en/common.ftl")),
    (Lang::En, "public.ftl", include_str!("../texts/en/public.ftl")),
    (Lang::En, "forms.ftl", include_str!("../texts/en/forms.ftl")),
    (Lang::En, "staff.ftl", include_str!("../texts/en/staff.ftl")),
    (Lang::En, "mail.ftl", include_str!("../texts/en/mail.ftl")),
    (Lang::En, "ballots.ftl", include_str!("../texts/en/ballots.ftl")),
    (Lang::En, "moderation.ftl", include_str!("../texts/en/moderation.ftl")),
    (Lang::En, "methods.ftl", include_str!("../texts/en/methods.ftl")),
    (Lang::En, "co_management.ftl", include_str!("../texts/en/co_management.ftl")),
    (Lang::En, "listening.ftl", include_str!("../texts/en/listening.ftl")),
    (Lang::En, "rounds.ftl", include_str!("../texts/en/rounds.ftl")),
    (Lang::En, "thread.ftl", include_str!("../texts/en/thread.ftl")),
    (Lang::En, "merging.ftl", include_str!("../texts/en/merging.ftl")),
    (Lang::En, "bench.ftl", include_str!("../texts/en/bench.ftl")),
    (Lang::En, "links.ftl", include_str!("../texts/en/links.ftl")),
    (Lang::En, "parts.ftl", include_str!("../texts/en/parts.ftl")),
    (Lang::En, "live.ftl", include_str!("../texts/en/live.ftl")),
    (Lang::En, "lab.ftl", include_str!("../texts/en/lab.ftl")),
    (Lang::En, "lab_room.ftl", include_str!("../texts/en/lab_room.ftl")),
    (Lang::En, "lab_written.ftl", include_str!("../texts/en/lab_written.ftl")),
];

static IT: LazyLock<Texts> = LazyLock::new(|| Texts::read(Lang::It));
static EN: LazyLock<Texts> = LazyLock::new(|| Texts::read(Lang::En));

/// The texts of one language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
    ready: HashMap<String, String>,
    problems: Vec<String>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct(stringify!(Texts)).field("texts", &self.ready.len()).finish_non_exhaustive()
    }
}

impl Texts {
    /// The texts of a language.
    pub fn of(lang: Lang) -> &'static Texts {
        match lang {
            Lang::It => &IT,
            Lang::En => &EN,
        }
    }

    fn read(lang: Lang) -> Texts {
        let locale: unic_langid::LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::It => |value, _: &IntlLangMemoizer| number(Lang::It, value),
            Lang::En => |value, _: &IntlLangMemoizer| number(Lang::En, value),
        }));
        let mut problems = Vec::new();
        let mut ready = HashMap::new();
        for (of, file, source) in SOURCES {
            if *of != lang {
                continue;
            }
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(
                |(resource, errors)| {
                    problems.extend(errors.iter().map(|error| format!("{file}: {error}")));
                    resource
                },
            );
            if let Err(errors) = bundle.add_resource(resource) {
                problems.extend(errors.iter().map(|error| format!("{file}: {error}")));
            }
        }
        for (of, _, source) in SOURCES {
            if *of != lang {
                continue;
            }
            for key in keys(source) {
                let mut errors = Vec::new();
                if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
                    let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
                    if errors.is_empty() {
                        ready.insert(key.to_owned(), text);
                    }
                }
            }
        }
        Texts { bundle, ready, problems }
    }

    /// What is wrong with the files (syntax, a key twice); none in a tested build.
    pub fn problems(&self) -> &[String] {
        &self.problems
    }

    /// Whether there is such a text.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A text without arguments. A key that isn't there panics in a debug build and shows
    /// itself in a release.
    pub fn get(&'static self, key: &str) -> &'static str {
        match self.ready.get(key) {
            Some(text) => text,
            None => {
                debug_assert!(false, "no text {key:?} without arguments");
                ""
            }
        }
    }

    /// A text with arguments. Numbers come out as the language writes them.
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            debug_assert!(false, "no text {key:?}");
            return key.to_owned();
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "text {key:?}: {errors:?}");
        text
    }

    /// A text whose key ends in a code of a closed list: `coded("outcome", "accolto")`.
    pub fn coded(&'static self, list: &str, code: &str) -> &'static str {
        self.get(&format!("{list}-{code}"))
    }
}

fn number(lang: Lang, value: &Arg<'_>) -> Option<String> {
    match value {
        Arg::Number(number) => Some(format::decimal(lang, number.value)),
        _ => None,
    }
}

/// The keys of a Fluent source, in order.
pub fn keys(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let first = line.chars().next()?;
        let (key, _) = line.split_once('=')?;
        first.is_ascii_alphabetic().then(|| key.trim_end())
    })
}
