//! Every public page in its main states, in both languages, with real texts and with hostile
//! ones: one `h1`, labels, ids that exist, no inline script or style, nothing that escapes.
//!
//! `PAGES_OUT=folder` also writes the pages there, to look at them.

#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]
#![allow(
    clippy::disallowed_methods,
    reason = "where to write pages to look at is asked of the environment"
)]

#[path = "public/ballots.rs"]
mod ballots;
#[path = "public/rounds.rs"]
mod rounds;
#[path = "public/sample.rs"]
mod sample;

use std::collections::BTreeSet;

use app::pages;
use app::render::PageContext;
use app::urls::{Lang, Page};
use domain::contributions::Standing;
use domain::faults::{Fault, Refusal, What};
use domain::forms::FormState;
use domain::links::Relation;
use domain::merging::{ClusterState, Share};
use domain::rounds::RoundState;
use domain::views::{Groups, PartView, RoundAct, StepWhat};
use sample::{HOSTILE, Sample, assets, context, now};
use scraper::{ElementRef, Html, Selector};

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

/// Every page, by name.
fn all(sample: Sample, lang: Lang) -> Vec<(String, String)> {
    let assets = assets();
    let mut drawn: Vec<(String, String)> = Vec::new();
    let blank = FormState { id: "a1b2".into(), ..FormState::default() };
    let none = FormState::default();
    for signed_in in [false, true] {
        let shell = sample.shell(signed_in);
        let mut add = |name: &str, page: Page, draw: &dyn Fn(&PageContext<'_>) -> String| {
            let mut cx = context(&assets, lang, page);
            cx.notice = signed_in.then_some("supported");
            let name = format!("{name}-{}{}", lang.code(), if signed_in { "-in" } else { "" });
            drawn.push((name, draw(&cx)));
        };
        add("home", Page::Home, &|cx| pages::home::page(cx, &shell, &sample.home()));
        add("home-empty", Page::Home, &|cx| pages::home::page(cx, &shell, &sample.home_empty()));
        add("how", Page::How, &|cx| pages::how::page(cx, &shell));
        add("order", Page::Order, &|cx| pages::order::page(cx, &shell));
        for (name, state, voted, staff) in [
            ("visitor", RoundState::Open, 0, false),
            ("asking", RoundState::Open, 1, false),
            ("done", RoundState::Open, 3, false),
            ("staff", RoundState::Suspended, 0, true),
            ("scheduled", RoundState::Scheduled, 0, false),
            ("closed", RoundState::Closed, 2, false),
        ] {
            add(&format!("statements-{name}"), Page::Statements(2), &|cx| {
                let view = sample.statements(state, voted, staff);
                pages::statements::page(cx, &shell, &view, &blank)
            });
        }
        add("statements-none", Page::Statements(2), &|cx| {
            let mut view = sample.statements(RoundState::Open, 0, true);
            view.statements.clear();
            let faults = vec![Fault::new("statement", What::TooLong { most: 200, found: 9000 })];
            let form = sample.sent("add", &[("statement", "Troppo lunga")], faults);
            pages::statements::page(cx, &shell, &view, &form)
        });
        for groups in [
            Groups::TooFew,
            Groups::NoDivision,
            Groups::Weak,
            Groups::Drawn(Box::new(sample.picture())),
        ] {
            add(&format!("statements-told-{}", groups.code()), Page::Statements(2), &|cx| {
                let view = sample.statements_told(groups.clone());
                pages::statements::page(cx, &shell, &view, &none)
            });
        }
        for (name, state, meter) in [
            ("open", RoundState::Open, true),
            ("over", RoundState::GivenBack, true),
            ("none", RoundState::Scheduled, false),
        ] {
            add(&format!("coverage-{name}"), Page::Coverage(2), &|cx| {
                pages::coverage::page(cx, &shell, &sample.coverage(state, meter))
            });
        }
        add("needs-mixed", Page::Needs, &|cx| {
            pages::contributions::page(cx, &shell, &sample.mixed(20, true))
        });
        add("territory", Page::Territory, &|cx| {
            pages::territory::page(cx, &shell, &sample.territory())
        });
        add("bodies", Page::Bodies, &|cx| pages::bodies::page(cx, &shell, &sample.bodies()));
        add("plan", Page::Plan, &|cx| pages::plan::page(cx, &shell, &sample.plan()));
        add("profile", Page::Profile, &|cx| pages::profile::page(cx, &shell, &sample.profile()));
        add("rounds", Page::Rounds, &|cx| pages::rounds::page(cx, &shell, &sample.calendar()));
        for state in RoundState::ALL {
            add(&format!("round-{}", state.code()), Page::Round(2), &|cx| {
                pages::round::page(cx, &shell, &sample.round(*state), &none)
            });
        }
        add("round-acts", Page::Round(2), &|cx| {
            let mut view = sample.round(RoundState::Open);
            view.acts = vec![RoundAct::Suspend, RoundAct::GiveBack];
            let faults = vec![Fault::new("text", What::Missing)];
            let mut form = sample.sent("", &[("text", "troppo")], faults);
            form.refusal = Some(Refusal::Unanswered { left: 12 });
            pages::round::page(cx, &shell, &view, &form)
        });
        for (name, page) in
            [("needs", Page::Needs), ("proposals", Page::Proposals), ("search", Page::Search)]
        {
            add(name, page, &|cx| pages::contributions::page(cx, &shell, &sample.list()));
            add(&format!("{name}-empty"), page, &|cx| {
                let mut view = sample.list();
                view.cards.clear();
                view.paging.total = 0;
                pages::contributions::page(cx, &shell, &view)
            });
        }
        add("need", Page::Need(901), &|cx| {
            pages::contribution::page(cx, &shell, &sample.contribution_page(false), &none)
        });
        add("need-all", Page::Need(901), &|cx| {
            pages::contribution::page(cx, &shell, &sample.contribution_page(true), &blank)
        });
        for (act, field) in
            [("comment", "comment"), ("flag", "flag"), ("outcome", "reason"), ("correct", "body")]
        {
            add(&format!("need-{act}"), Page::Need(901), &|cx| {
                let faults = vec![Fault::new(field, What::TooLong { most: 500, found: 9000 })];
                let pairs = [(field, "Un testo troppo lungo"), ("title", "Titolo")];
                let form = sample.sent(act, &pairs, faults);
                pages::contribution::page(cx, &shell, &sample.contribution_page(true), &form)
            });
        }
        for (act, field) in [("link", "other"), ("unlink", "unlink_reason")] {
            add(&format!("need-{act}"), Page::Need(901), &|cx| {
                let faults = vec![Fault::new(field, What::Missing)];
                let written = sample.s("Perché sono la stessa cosa.");
                let reason = if act == "link" { "link_reason" } else { field };
                let mut form = sample.sent(act, &[(reason, &*written)], faults);
                form.fields.set("link", "3");
                form.fields.set("relation", Relation::Contradicts.code());
                pages::contribution::page(cx, &shell, &sample.contribution_page(true), &form)
            });
        }
        for standing in [Standing::Withdrawn, Standing::Hidden] {
            add(&format!("need-{}", standing.code()), Page::Need(901), &|cx| {
                pages::contribution::page(cx, &shell, &sample.gone(standing), &none)
            });
        }
        add("need-waiting", Page::Need(901), &|cx| {
            let mut view = sample.contribution_page(true);
            view.standing = Standing::InModeration;
            pages::contribution::page(cx, &shell, &view, &blank)
        });
        for (name, page, draw) in ballots::pages(sample) {
            add(&name, page, &|cx| draw(cx, &shell));
        }
        for (index, (page, view)) in sample.threads().into_iter().enumerate() {
            add(&format!("thread-{index}"), page, &|cx| pages::thread::page(cx, &shell, &view));
        }
        for undone in [false, true] {
            add(&format!("cluster-{undone}"), Page::Cluster(1), &|cx| {
                let faults = vec![Fault::new("reason", What::Missing)];
                let sent = sample.sent("dissolve", &[("reason", "")], faults);
                let form = if undone { none.clone() } else { sent };
                pages::cluster::page(cx, &shell, &sample.cluster_page(!undone), &form)
            });
        }
        for contested in [false, true] {
            let act = if contested { "mediate" } else { "object-merge" };
            let fault = if contested { "mediation" } else { "objection" };
            add(&format!("cluster-open-{contested}"), Page::Cluster(1), &|cx| {
                let written = [
                    ("decision", "cambiato".to_owned()),
                    ("new_synthesis", sample.s("Una stanza, e un furgone.")),
                    (fault, sample.s("Non va.")),
                ];
                let pairs: Vec<(&str, &str)> =
                    written.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let faults = vec![Fault::new(fault, What::Missing)];
                let mut form = sample.sent(act, &pairs, faults);
                // Which form it was is nobody's own words.
                form.fields.set("merge", "1");
                form.fields.set("source", "901");
                pages::cluster::page(cx, &shell, &sample.cluster_open(contested), &form)
            });
        }
        add("cluster-apart", Page::Cluster(1), &|cx| {
            let mut view = sample.cluster_open(true);
            view.card.state = ClusterState::Apart;
            pages::cluster::page(cx, &shell, &view, &none)
        });
        add("actions", Page::Actions, &|cx| pages::actions::page(cx, &shell, &sample.actions()));
        for all in [false, true] {
            add(&format!("action-{all}"), Page::Action(1), &|cx| {
                pages::action::page(cx, &shell, &sample.action_page(all), &blank)
            });
        }
        add("help", Page::HelpNow, &|cx| pages::help::page(cx, &shell));
        for any in [false, true] {
            add(&format!("record-{any}"), Page::ModerationRecord, &|cx| {
                pages::moderation_record::page(cx, &shell, &sample.record(any))
            });
        }
        add("help-after", Page::Need(1), &|cx| pages::help::after(cx, &shell));
        rounds::add(sample, &shell, &mut add);
        rounds::add_over(sample, &shell, &mut add);
        add("privacy", Page::Privacy, &|cx| pages::legal::privacy(cx, &shell));
        add("accessibility", Page::Accessibility, &|cx| pages::legal::accessibility(cx, &shell));
        add("legal", Page::Legal, &|cx| pages::legal::notes(cx, &shell));
        add("refused", Page::Need(1), &|cx| {
            pages::refused::refused(
                cx,
                &shell,
                &Refusal::Closed { closed: now() },
                &[("body", &sample.s("Quello che avevo scritto, parola per parola."))],
            )
        });
        add("not-found", Page::Need(1), &|cx| pages::refused::not_found(cx, &shell));
        add("stale", Page::Action(1), &|cx| pages::refused::stale(cx, &shell));
        add("broken", Page::Action(1), &|cx| pages::refused::broken(cx, &shell, "7f3a"));
        add("too-large", Page::Need(1), &|cx| pages::refused::too_large(cx, &shell));
        add("invalid", Page::Need(1), &|cx| {
            pages::refused::invalid(cx, &shell, &[Fault::new("reason", What::Missing)])
        });
    }
    let mut cx = context(&assets, lang, Page::Home);
    (cx.page, cx.slug) = (None, "");
    drawn.push((format!("front-{}", lang.code()), pages::front::page(&cx, &sample.ambiti())));
    drawn.push((format!("front-empty-{}", lang.code()), pages::front::page(&cx, &[])));
    drawn
}

fn problems(name: &str, text: &str, lang: Lang) -> Vec<String> {
    let html = Html::parse_document(text);
    let mut problems = html.errors.iter().map(|error| error.to_string()).collect::<Vec<_>>();
    let mut found = |what: String| problems.push(what);
    if !text.starts_with("<!DOCTYPE html>") {
        found("no doctype".into());
    }
    let root = html.root_element().value();
    if root.attr("lang") != Some(lang.code()) {
        found("language of the page".into());
    }
    if select(&html, "h1").len() != 1 {
        found(format!("{} h1", select(&html, "h1").len()));
    }
    if select(&html, "title").len() != 1 || select(&html, "main").len() != 1 {
        found("title or main".into());
    }
    // Nothing inline, nothing foreign.
    for element in select(&html, "*") {
        let value = element.value();
        for (attribute, content) in value.attrs() {
            if attribute == "style" || attribute.starts_with("on") {
                found(format!("attribute {attribute} on {}", value.name()));
            }
            let address = matches!(attribute, "href" | "src" | "action");
            let scheme = content.trim_start().to_lowercase();
            if address && (scheme.starts_with("javascript:") || scheme.starts_with("data:")) {
                found(format!("address {content}"));
            }
        }
        match value.name() {
            "style" | "img" | "iframe" | "object" | "embed" => {
                found(format!("element {}", value.name()));
            }
            "script" => {
                let inline = element.text().any(|text| !text.trim().is_empty());
                if inline || value.attr("src").is_none_or(|src| !src.contains("assets/")) {
                    found("inline script".into());
                }
            }
            _ => {}
        }
    }
    // Ids are there once, and all that point at one find it.
    let mut ids = BTreeSet::new();
    for element in select(&html, "[id]") {
        let id = element.value().attr("id").unwrap_or_default();
        if !ids.insert(id.to_owned()) {
            found(format!("id {id} twice"));
        }
    }
    for attribute in ["for", "aria-labelledby", "aria-describedby"] {
        for element in select(&html, &format!("[{attribute}]")) {
            let targets = element.value().attr(attribute).unwrap_or_default();
            for target in targets.split_whitespace() {
                if !ids.contains(target) {
                    found(format!("{attribute} {target} points at nothing"));
                }
            }
        }
    }
    for link in select(&html, ".error-summary a, .skiplinks a") {
        let target = link.value().attr("href").unwrap_or_default().trim_start_matches('#');
        if !ids.contains(target) {
            found(format!("the summary points at {target}, which is not there"));
        }
    }
    // Every field has a label.
    for field in select(&html, "input, textarea, select") {
        let value = field.value();
        if value.attr("type") == Some("hidden") {
            continue;
        }
        let labelled = value.attr("id").is_some_and(|id| {
            select(&html, "label").iter().any(|label| label.value().attr("for") == Some(id))
        });
        if !labelled {
            found(format!("field {:?} without label", value.attr("name")));
        }
    }
    // Links and buttons say something.
    for element in select(&html, "a, button, summary, h1, h2, h3, legend, label") {
        if element.text().collect::<String>().trim().is_empty() {
            found(format!("{} says nothing", element.html()));
        }
    }
    // Headings go down one step at a time.
    let mut before = 0;
    for heading in select(&html, "h1, h2, h3, h4, h5, h6") {
        let level = heading.value().name().as_bytes()[1] - b'0';
        let in_main =
            heading.ancestors().filter_map(ElementRef::wrap).any(|a| a.value().name() == "main");
        // The summary of faults stands above the title, as it should.
        let summary = heading.value().attr("id") == Some("errors");
        if in_main && !summary {
            if level > before + 1 {
                found(format!("h{level} after h{before}: {}", heading.text().collect::<String>()));
            }
            before = level;
        }
    }
    problems.retain(|problem| !problem.is_empty());
    problems.iter().map(|problem| format!("{name}: {problem}")).collect()
}

#[test]
fn pages_are_sound_and_nothing_escapes() {
    let out = std::env::var("PAGES_OUT").ok();
    let mut found = Vec::new();
    for lang in Lang::ALL {
        for hostile in [false, true] {
            for (name, text) in all(Sample { hostile }, lang) {
                let name = if hostile { format!("{name}-hostile") } else { name };
                if let Some(out) = out.as_ref().filter(|_| !hostile) {
                    std::fs::write(format!("{out}/{name}.html"), &text).unwrap();
                }
                found.extend(problems(&name, &text, lang));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The document opens as one: `mimetype` first and stored, well-formed XML, headings, tables and
/// languages in it, and no hostile text out of its place.
#[test]
fn the_report_is_an_open_document() {
    use std::io::Read;
    let (assets, lang) = (assets(), Lang::It);
    for hostile in [false, true] {
        let sample = Sample { hostile };
        let cx = context(&assets, lang, Page::ReportFile(2));
        let view = rounds::report(sample, true);
        let bytes = pages::round_report::document(&cx, &sample.shell(false), &view);
        // The first entry, as its readers look for it: stored at a fixed place.
        assert_eq!(&bytes[..4], b"PK\x03\x04");
        assert_eq!(&bytes[30..38], b"mimetype");
        assert_eq!(&bytes[38..38 + app::odt::MEDIA_TYPE.len()], app::odt::MEDIA_TYPE.as_bytes());
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes.clone())).unwrap();
        let names: Vec<String> = zip.file_names().map(str::to_owned).collect();
        for name in ["mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml"] {
            assert!(names.iter().any(|one| one == name), "{name} in {names:?}");
        }
        assert_eq!(zip.by_name("mimetype").unwrap().compression(), zip::CompressionMethod::Stored);
        let mut read = |name: &str| {
            let mut text = String::new();
            zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        for name in ["META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml"] {
            let text = read(name);
            let parsed = roxmltree::Document::parse(&text);
            assert!(parsed.is_ok(), "{name}: {:?}", parsed.err());
        }
        let content = read("content.xml");
        let content = roxmltree::Document::parse(&content).unwrap();
        let count = |name: &str| {
            content.descendants().filter(|node| node.tag_name().name() == name).count()
        };
        assert!(count("h") >= 10 && count("table") >= 5 && count("list") >= 3);
        // Every style that is used is there.
        let styles = read("styles.xml");
        for node in content.descendants() {
            let names = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
            if let Some(used) = node.attribute((names, "style-name")) {
                let there = format!("style:name=\"{used}\"");
                let own = content.input_text().contains(&there);
                assert!(own || styles.contains(&there), "no style {used}");
            }
        }
        let text: String =
            content.descendants().filter_map(|node| node.text()).collect::<Vec<_>>().join("");
        let said = |words: &str| hostile || text.contains(words);
        assert!(said("La corriera della sera") && said("Asfaltare"), "{text}");
        // The same report is the same file.
        let again = pages::round_report::document(&cx, &sample.shell(false), &view);
        assert_eq!(bytes, again);
        if let (Ok(out), false) = (std::env::var("PAGES_OUT"), hostile) {
            std::fs::write(format!("{out}/report.odt"), &bytes).unwrap();
        }
    }
}

/// The checks themselves find what they look for.
#[test]
fn a_bad_page_is_found_out() {
    let bad = "<!DOCTYPE html><html lang=\"it\"><title>x</title><main><h1>a</h1><h3>b</h3>\
               <p style=\"x\" onclick=\"y\"></p><input name=\"q\"><script>1</script><a></a></main>";
    let found = problems("bad", bad, Lang::It).join("\n");
    for what in ["style", "onclick", "without label", "inline script", "h3 after h1", "nothing"] {
        assert!(found.contains(what), "{what} in {found}");
    }
}

#[test]
fn what_was_written_comes_back_whole() {
    let (assets, sample) = (assets(), Sample { hostile: true });
    let cx = context(&assets, Lang::It, Page::Need(901));
    let faults = vec![Fault::new("comment", What::TooLong { most: 2000, found: 9000 })];
    let form = sample.sent("comment", &[("comment", "")], faults);
    let text =
        pages::contribution::page(&cx, &sample.shell(true), &sample.contribution_page(true), &form);
    let html = Html::parse_document(&text);
    let area = select(&html, "textarea#comment");
    assert_eq!(area.len(), 1);
    assert_eq!(area[0].text().collect::<String>().trim(), HOSTILE);
    assert_eq!(area[0].value().attr("aria-invalid"), Some("true"));
    let told = select(&html, "#comment-error")[0].text().collect::<String>();
    assert!(told.contains("9.000") && told.contains("2.000"), "{told}");
    assert!(select(&html, "title")[0].text().collect::<String>().starts_with("Errore:"));
}

#[test]
fn people_s_words_are_in_their_language() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let cx = context(&assets, Lang::En, Page::Need(901));
    let text = pages::contribution::page(
        &cx,
        &sample.shell(false),
        &sample.contribution_page(false),
        &FormState::default(),
    );
    let html = Html::parse_document(&text);
    assert_eq!(select(&html, "h1")[0].value().attr("lang"), Some("it"));
    assert_eq!(select(&html, ".voice--large")[0].value().attr("lang"), Some("it"));
    assert_eq!(select(&html, ".box .voice")[0].value().attr("lang"), Some("en"));
    assert!(text.contains("Machine translation into English"));
    let list = context(&assets, Lang::It, Page::Needs);
    let text = pages::contributions::page(&list, &sample.shell(false), &sample.list());
    let html = Html::parse_document(&text);
    assert_eq!(select(&html, ".entry-title[lang=sq]").len(), 1);
}

#[test]
fn forms_post_to_their_page_and_say_what_they_do() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let cx = context(&assets, Lang::It, Page::Need(901));
    let form = FormState { id: "a1b2".into(), ..FormState::default() };
    let draw = |all| {
        pages::contribution::page(&cx, &sample.shell(true), &sample.contribution_page(all), &form)
    };
    let html = Html::parse_document(&draw(true));
    let acts: BTreeSet<_> = select(&html, "main form[method=post] [name=do]")
        .iter()
        .filter_map(|button| button.value().attr("value"))
        .map(str::to_owned)
        .collect();
    let expected = [
        "accept-merge",
        "appeal",
        "comment",
        "correct",
        "disagree",
        "dissent-merge",
        "edit-comment",
        "flag",
        "link",
        "object-merge",
        "outcome",
        "support",
        "unlink",
        "withdraw",
        "withdraw-comment",
    ];
    assert_eq!(acts, expected.map(str::to_owned).into());
    for form in select(&html, "main form[method=post]") {
        assert_eq!(form.value().attr("action"), Some("/val-d-arcina/bisogni/901"));
        let id = Selector::parse("input[name=form_id][value=a1b2], [value=support]").unwrap();
        assert_eq!(form.select(&id).count(), 1, "{}", form.html());
    }
    // Who may do nothing gets no form, and learns why.
    let text = draw(false);
    let html = Html::parse_document(&text);
    assert_eq!(select(&html, "main form[method=post]").len(), 0);
    assert!(text.contains("Entra per commentare"));
    assert_eq!(text.matches("serve sapere chi sei").count(), 0, "each act says what it is for");
}

#[test]
fn few_people_are_not_counted() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let cx = context(&assets, Lang::It, Page::Needs);
    let text = pages::contributions::page(&cx, &sample.shell(false), &sample.list());
    assert!(text.contains("Meno di 5 persone hanno lo stesso bisogno"));
    assert!(text.contains("34 persone hanno lo stesso bisogno"));
}

#[test]
fn filters_are_links_that_keep_each_other() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let cx = context(&assets, Lang::It, Page::Needs);
    let text = pages::contributions::page(&cx, &sample.shell(false), &sample.list());
    let html = Html::parse_document(&text);
    let href = |selector: &str| -> Vec<String> {
        select(&html, selector)
            .iter()
            .filter_map(|link| link.value().attr("href").map(str::to_owned))
            .collect()
    };
    let filters = href(".filters a");
    assert!(
        filters
            .contains(&"/val-d-arcina/bisogni?area=famiglia&comune=CVN&ordine=recenti".to_owned())
    );
    assert!(
        filters.contains(&"/val-d-arcina/bisogni?ordine=recenti".to_owned()),
        "the active one goes off"
    );
    assert_eq!(href(".chips a.chip"), ["/val-d-arcina/bisogni?ordine=recenti"]);
    assert!(
        href(".pagination a")
            .contains(&"/val-d-arcina/bisogni?comune=CVN&ordine=recenti&pagina=3".to_owned())
    );
    assert!(
        href(".list-sort a")
            .contains(&"/val-d-arcina/bisogni?comune=CVN&ordine=sostenuti".to_owned())
    );
}

#[test]
fn a_statement_is_voted_on_with_three_buttons_and_changed_in_the_list() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let cx = context(&assets, Lang::It, Page::Statements(2));
    let blank = FormState::default();
    let draw = |cx: &PageContext<'_>, view| {
        pages::statements::page(cx, &sample.shell(true), &view, &blank)
    };
    let text = draw(&cx, sample.statements(RoundState::Open, 1, false));
    let html = Html::parse_document(&text);
    let values = |selector: &str| -> Vec<String> {
        select(&html, selector)
            .iter()
            .filter_map(|button| button.value().attr("value").map(str::to_owned))
            .collect()
    };
    assert_eq!(values(".statement button"), ["accordo", "disaccordo", "passo"]);
    assert_eq!(values(".statement input[name=number]"), ["2"]);
    // The withdrawn one has its reason and no buttons.
    assert_eq!(select(&html, ".statements > li").len(), 4);
    assert_eq!(select(&html, ".statements form").len(), 3);
    assert!(
        text.contains("un&#x27;altra dice lo stesso") || text.contains("un'altra dice lo stesso")
    );
    let pressed = select(&html, ".statements [aria-pressed=true]");
    assert_eq!(pressed.len(), 1);
    assert_eq!(pressed[0].value().attr("value"), Some("passo"));
    // Only who comes from a vote is led on, so that the page doesn't jump for others.
    assert!(!text.contains("autofocus"));
    let mut after = context(&assets, Lang::It, Page::Statements(2));
    after.query = "dopo=1";
    let text = draw(&after, sample.statements(RoundState::Open, 1, false));
    assert!(text.contains("autofocus") && text.contains("Hai risposto: passo."));
    // A visitor reads all of them and learns what to do; there is nothing to press.
    let text = draw(&cx, sample.statements(RoundState::Open, 0, false));
    let html = Html::parse_document(&text);
    assert_eq!(select(&html, "main form").len(), 0);
    assert!(text.contains("/accedi?next="));
}

#[test]
fn groups_are_drawn_with_letters_and_stand_in_a_table() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let cx = context(&assets, Lang::It, Page::Statements(2));
    let draw = |groups| {
        let view = sample.statements_told(groups);
        pages::statements::page(&cx, &sample.shell(false), &view, &FormState::default())
    };
    let text = draw(Groups::Drawn(Box::new(sample.picture())));
    let html = Html::parse_document(&text);
    assert_eq!(select(&html, "svg ellipse").len(), 2);
    let letters: Vec<String> =
        select(&html, "svg text").iter().map(|text| text.text().collect()).collect();
    assert_eq!(letters, ["A", "B"]);
    let svg = select(&html, ".opinions-picture svg");
    let told = svg[0].value().attr("aria-label").unwrap();
    assert!(
        told.contains("Gruppo A: 24 persone") && told.contains("Gruppo B: 16 persone"),
        "{told}"
    );
    let table = select(&html, ".disclosure table");
    assert!(table.iter().any(|table| table.html().contains("quasi tutti d'accordo")));
    assert!(text.contains("/percorsi/2/affermazioni/voti.csv"));
    // What is only chance, or too few, is said and not drawn.
    for groups in [Groups::Weak, Groups::NoDivision, Groups::TooFew] {
        let file = groups != Groups::TooFew;
        let text = draw(groups);
        assert!(!text.contains("<ellipse"));
        assert_eq!(text.contains("voti.csv"), file);
    }
}

#[test]
fn the_mixed_order_leads_on_by_where_one_is() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let cx = context(&assets, Lang::It, Page::Needs);
    let draw = |shown, more| {
        pages::contributions::page(&cx, &sample.shell(false), &sample.mixed(shown, more))
    };
    let text = draw(20, true);
    let html = Html::parse_document(&text);
    let href = |selector: &str| -> Vec<String> {
        select(&html, selector)
            .iter()
            .filter_map(|link| link.value().attr("href").map(str::to_owned))
            .collect()
    };
    assert_eq!(
        href(".pagination a"),
        ["/val-d-arcina/bisogni?comune=CVN", "/val-d-arcina/bisogni?comune=CVN&da=b4f2a-1-14---"]
    );
    assert!(text.contains("Da 21 a "));
    assert!(href(".list-why a").contains(&"/val-d-arcina/come-funziona/ordine".to_owned()));
    // Another order begins at its own beginning.
    assert!(href(".list-sort a").iter().all(|href| !href.contains("da=")));
    assert!(href(".filters a").iter().all(|href| !href.contains("da=")));
    // At the end there is no way on, and a list of one stretch has no ways at all.
    let end = draw(40, false);
    assert!(end.contains("Li hai visti tutti.") && !end.contains("rel=\"next\""));
    assert!(!draw(0, false).contains("class=\"pagination\""));
}

#[test]
fn names_of_the_institution_are_in_its_language_on_chips_too() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    for (lang, marked) in [(Lang::En, Some("it")), (Lang::It, None)] {
        let cx = context(&assets, lang, Page::Needs);
        let text = pages::contributions::page(&cx, &sample.shell(false), &sample.mixed(0, false));
        let html = Html::parse_document(&text);
        let chips = select(&html, ".chips a.chip span[lang]");
        let langs: Vec<_> = chips.iter().map(|chip| chip.value().attr("lang")).collect();
        assert_eq!(langs, marked.map(Some).into_iter().collect::<Vec<_>>(), "{lang:?}");
    }
}

#[test]
fn head_names_the_other_language_and_the_fonts() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let cx = context(&assets, Lang::En, Page::Need(901));
    let text = pages::contribution::page(
        &cx,
        &sample.shell(false),
        &sample.contribution_page(false),
        &FormState::default(),
    );
    assert!(text.contains(
        "<link rel=\"canonical\" href=\"https://trama.example/val-d-arcina/en/needs/901\">"
    ));
    assert!(
        text.contains("hreflang=\"it\" href=\"https://trama.example/val-d-arcina/bisogni/901\"")
    );
    assert!(text.contains("rel=\"preload\""));
    // What is not public is not kept by search engines.
    let gone = pages::contribution::page(
        &cx,
        &sample.shell(false),
        &sample.gone(Standing::Hidden),
        &FormState::default(),
    );
    assert!(gone.contains("noindex") && !gone.contains("canonical"));
}

#[test]
fn an_outsider_sees_no_desk() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let cx = context(&assets, Lang::It, Page::Home);
    let text = pages::home::page(&cx, &sample.shell(false), &sample.home());
    assert!(!text.contains("/lavoro/") && !text.contains("/esci"));
    let text = pages::home::page(&cx, &sample.shell(true), &sample.home());
    assert!(
        text.contains("/val-d-arcina/lavoro/moderazione") && text.contains("/val-d-arcina/esci")
    );
}

#[test]
fn a_thread_is_read_from_both_ends() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let threads = sample.threads();
    let draw = |index: usize| {
        let (page, view) = &threads[index];
        pages::thread::page(&context(&assets, Lang::It, *page), &sample.shell(false), view)
    };
    let down = Html::parse_document(&draw(0));
    assert_eq!(select(&down, "#up").len(), 0);
    assert_eq!(select(&down, ".thread-step--next").len(), 1);
    assert_eq!(select(&down, ".thread-step--now").len(), 1);
    let up = Html::parse_document(&draw(2));
    assert_eq!(select(&up, "#up").len(), 1);
    // Dissent is there, and stands last among the voices of its cluster.
    let voices = select(&up, "[aria-labelledby=up] .thread")[0]
        .child_elements()
        .filter_map(|step| step.value().attr("class").map(str::to_owned))
        .collect::<Vec<_>>();
    assert_eq!(voices[2], "thread-step thread-step--dissent");
    assert_eq!(voices.len(), 4);
}

#[test]
fn the_picture_of_a_thread_and_its_file_tell_the_same() {
    let assets = assets();
    for hostile in [false, true] {
        let sample = Sample { hostile };
        for (page, view) in sample.threads() {
            let cx = context(&assets, Lang::It, page);
            let graph = app::provenance::Graph::of(&cx, &view);
            // Each node after those it comes from, so that it can be read from the top.
            assert!(graph.links.iter().all(|link| link.from < link.to), "{page:?}");
            assert_eq!(graph.nodes.iter().filter(|node| node.start).count(), 1);
            let html = Html::parse_document(&pages::thread::page(&cx, &sample.shell(false), &view));
            let drawn = select(&html, ".graph .graph-node");
            assert_eq!(drawn.len(), graph.nodes.len(), "{page:?}");
            assert!(drawn.iter().all(|node| node.value().attr("aria-label").is_some()));
            assert_eq!(select(&html, ".graph .graph-line").len(), graph.links.len());

            let file = app::provenance::document(&cx, &view);
            let told = |name: &str| file[name].as_object().map_or(0, |of| of.len());
            assert!(told("entity") >= graph.nodes.len(), "{page:?}");
            let drawn = graph.links.iter().filter(|link| !link.aside).count();
            let typed = |kind: &str| {
                let of = file["wasDerivedFrom"].as_object().unwrap().values();
                of.filter(|one| one["prov:type"]["$"] == kind).count()
            };
            // Versions, parts of the text with the groups they are in, and what is drawn.
            let used = view.down.steps.iter().filter_map(|step| match &step.what {
                StepWhat::Split { split } => Some(&split.parts),
                _ => None,
            });
            let parts: Vec<&PartView> = used.flatten().collect();
            let used: usize = parts.iter().map(|part| part.clusters.len()).sum();
            let versions = typed("prov:Revision");
            assert_eq!(typed("prov:Quotation"), parts.len());
            let said = view.up.iter().filter_map(|origin| origin.collected.as_ref());
            let said: Vec<_> = said.flat_map(|one| &one.sentences).collect();
            let sourced: usize = said.iter().map(|one| one.from.len()).sum();
            let cards = view.said.as_ref().map_or(0, |said| said.cards.len());
            let primary = view.said.as_ref().map_or(0, |said| said.cards.len().max(1));
            assert_eq!(typed("prov:PrimarySource"), primary, "{page:?}");
            let beside = parts.len() + used + sourced + primary;
            assert_eq!(told("wasDerivedFrom"), drawn + versions + beside);
            assert_eq!(told("specializationOf"), 2 * versions + said.len());
            // A link is a pair, and neither is derived from the other.
            assert_eq!(told("hadMember"), 2 * view.links.len() + cards);
            assert_eq!(graph.links.len() - drawn > 0, !view.links.is_empty(), "{page:?}");
            for derived in file["wasDerivedFrom"].as_object().unwrap().values() {
                for end in ["prov:generatedEntity", "prov:usedEntity"] {
                    let id = derived[end].as_str().unwrap();
                    assert!(file["entity"].get(id).is_some(), "{id} is told");
                }
            }
            for by in file["wasAssociatedWith"].as_object().unwrap().values() {
                assert!(by["prov:agent"].as_str().unwrap().starts_with("trama:role/"));
            }
        }
    }
}

#[test]
fn who_disagrees_is_on_a_dashed_line() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let (page, view) = &sample.threads()[2];
    let cx = context(&assets, Lang::It, *page);
    let html = Html::parse_document(&pages::thread::page(&cx, &sample.shell(false), view));
    let dissent = view.up.iter().flat_map(|origin| &origin.sources);
    let dissent = dissent.filter(|source| source.share == Share::Dissent).count();
    assert!(dissent > 0);
    let graph = app::provenance::Graph::of(&cx, view);
    let linked = graph.links.iter().filter(|link| link.aside).count();
    assert!(linked > 0);
    assert_eq!(select(&html, ".graph-line--dashed").len(), dissent + linked);
}

/// The nearest `lang` around an element.
fn language_of(html: &Html, selector: &str) -> Option<String> {
    let element = *select(html, selector).first()?;
    let own = element.value().attr("lang");
    let around = element.ancestors().filter_map(ElementRef::wrap);
    own.or_else(|| around.filter_map(|one| one.value().attr("lang")).next()).map(str::to_owned)
}

#[test]
fn the_institutions_words_have_their_language() {
    let (assets, sample, none) = (assets(), Sample { hostile: false }, FormState::default());
    let shell = sample.shell(false);
    let cx = |page| context(&assets, Lang::En, page);
    let round =
        pages::round::page(&cx(Page::Round(2)), &shell, &sample.round(RoundState::Open), &none);
    let cluster =
        pages::cluster::page(&cx(Page::Cluster(1)), &shell, &sample.cluster_page(false), &none);
    let action =
        pages::action::page(&cx(Page::Action(1)), &shell, &sample.action_page(true), &none);
    let profile = pages::profile::page(&cx(Page::Profile), &shell, &sample.profile());
    let plan = pages::plan::page(&cx(Page::Plan), &shell, &sample.plan());
    for (page, selectors) in [
        (&round, &["title", "h1", ".frame-box li", "[aria-current=page]", ".figure-label"][..]),
        (&cluster, &["title", "h1", "#synthesis ~ div p", "#why ~ div p"]),
        (&action, &["title", "h1", ".lead", "#reviews ~ article div p"]),
        (&profile, &["figcaption > span", "caption > span"]),
        (&plan, &["h1", "#areas ~ h3", "tbody th"]),
    ] {
        let html = Html::parse_document(page);
        assert_eq!(language_of(&html, "html"), Some("en".into()));
        for selector in selectors {
            assert_eq!(language_of(&html, selector), Some("it".into()), "{selector} in {page}");
        }
        assert_eq!(language_of(&html, ".site-brand-name"), Some("it".into()));
        assert_eq!(language_of(&html, ".site-foot h2"), Some("en".into()), "our own words");
    }
    // In its own language nothing is marked.
    let own =
        pages::profile::page(&context(&assets, Lang::It, Page::Profile), &shell, &sample.profile());
    assert!(select(&Html::parse_document(&own), "main [lang]").is_empty());
}

#[test]
fn peoples_words_run_as_their_letters_do() {
    let (assets, sample, none) = (assets(), Sample { hostile: false }, FormState::default());
    let mut view = sample.contribution_page(false);
    view.card.contribution.language = "ar".into();
    let shell = sample.shell(false);
    let cx = context(&assets, Lang::It, Page::Need(901));
    let html = Html::parse_document(&pages::contribution::page(&cx, &shell, &view, &none));
    for selector in ["h1", "blockquote.voice--large"] {
        let element = select(&html, selector)[0].value();
        assert_eq!((element.attr("lang"), element.attr("dir")), (Some("ar"), Some("auto")));
    }
}

#[test]
fn a_suspended_round_has_not_closed() {
    let (assets, sample, none) = (assets(), Sample { hostile: false }, FormState::default());
    let cx = context(&assets, Lang::It, Page::Round(2));
    let drawn = |state| pages::round::page(&cx, &sample.shell(false), &sample.round(state), &none);
    assert!(!drawn(RoundState::Suspended).contains("Si è chiuso"));
    assert!(drawn(RoundState::Closed).contains("Si è chiuso"));
}

#[test]
fn the_home_names_what_is_suspended_or_being_answered() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let cx = context(&assets, Lang::It, Page::Home);
    let mut view = sample.home();
    let mut round = view.open[0].clone();
    view.open.clear();
    view.open_numbers = None;
    for state in [RoundState::Suspended, RoundState::InSynthesis] {
        round.round.state = state;
        view.underway = vec![round.clone()];
        let html = Html::parse_document(&pages::home::page(&cx, &sample.shell(false), &view));
        let link = select(&html, ".hero li a")[0];
        assert_eq!(link.value().attr("href"), Some("/val-d-arcina/percorsi/2"));
    }
}

#[test]
fn what_is_unknown_does_not_read_as_nobody() {
    let (assets, sample, none) = (assets(), Sample { hostile: false }, FormState::default());
    let mut view = sample.contribution_page(false);
    view.card.supports = domain::suppression::Shown::Unknown;
    for lang in Lang::ALL {
        let cx = context(&assets, lang, Page::Need(901));
        let page = pages::contribution::page(&cx, &sample.shell(false), &view, &none);
        assert!(page.contains(cx.t("supporters-unknown")));
        assert!(!page.contains(cx.t("supporters-none")));
    }
}
