//! OpenDocument text (ODF 1.3), written by hand from a few parts: what an office prints, signs or
//! goes on writing on. A zip whose first entry is `mimetype`, stored; nothing in it depends on the
//! day but what it says.

use std::io::{Cursor, Write};

use domain::time::Moment;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use crate::format;
use crate::urls::Page;

/// The media type, and the content of the first entry.
pub const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";

/// A run of words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub words: String,
    /// Their language, if not the document's.
    pub lang: Option<String>,
    /// The page they lead to, on the site; a document names it in words alone.
    pub address: Option<Page>,
    /// They stand out.
    pub strong: bool,
}

impl Said {
    /// Plain words.
    pub fn plain(words: impl Into<String>) -> Said {
        Said { words: words.into(), ..Said::default() }
    }

    /// Words that stand out.
    pub fn strong(words: impl Into<String>) -> Said {
        Said { words: words.into(), strong: true, ..Said::default() }
    }
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The title: once, first.
    Title(Said),
    /// A heading: level from 2, id, words.
    Heading(u8, String, String),
    /// A paragraph.
    Text(Vec<Said>),
    /// A longer text with paragraphs, headings and lists of its own (`#`, `-`).
    Account(String),
    /// A list.
    List(Vec<Vec<Said>>),
    /// Somebody's own words, and whose they are.
    Quote {
        /// The words.
        words: String,
        /// Their language.
        lang: String,
        /// Whose they are.
        by: Vec<Said>,
    },
    /// A table: the first row and the first column are its heads.
    Table {
        /// What it is about.
        caption: String,
        /// Heads of the columns.
        head: Vec<String>,
        /// Head of the row, and the other cells.
        rows: Vec<(Said, Vec<String>)>,
    },
}

/// What a document says about itself.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Title.
    pub title: &'a str,
    /// Subject.
    pub subject: &'a str,
    /// Who gives it out.
    pub author: &'a str,
    /// Its language (ISO 639-1).
    pub language: &'a str,
    /// When it was made.
    pub made: Moment,
}

const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\"";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const MANIFEST: &str = "<manifest:manifest \
    xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" \
    manifest:version=\"1.3\">\
    <manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" \
    manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>\
    <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\
    <manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\
    <manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>\
    </manifest:manifest>";

/// The document, as bytes of a file. Empty if it could not be put together, which memory alone
/// could prevent.
pub fn write(about: &About<'_>, parts: &[Part]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The day of a zip's entries is the same always: the same report is the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let entries = [
        ("mimetype", MEDIA_TYPE.to_owned()),
        ("META-INF/manifest.xml", format!("{HEAD}{MANIFEST}")),
        ("content.xml", content(about, parts)),
        ("styles.xml", styles(about.language)),
        ("meta.xml", meta(about)),
    ];
    for (name, text) in entries {
        let written = zip.start_file(name, options).map_err(std::io::Error::other);
        if written.and_then(|()| zip.write_all(text.as_bytes())).is_err() {
            return Vec::new();
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// Text in XML: what XML can't hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            sign if sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}') => {}
            sign => out.push(sign),
        }
    }
    out
}

/// Languages that need a style of their own: a run that is in another language says so.
fn languages(parts: &[Part], own: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |lang: &str| {
        let good = lang.len() <= 8 && lang.bytes().all(|byte| byte.is_ascii_lowercase());
        if !lang.is_empty() && good && lang != own && !found.iter().any(|one| one == lang) {
            found.push(lang.to_owned());
        }
    };
    for part in parts {
        let runs: Vec<&Said> = match part {
            Part::Title(one) => vec![one],
            Part::Text(list) => list.iter().collect(),
            Part::List(items) => items.iter().flatten().collect(),
            Part::Quote { lang, by, .. } => {
                add(lang);
                by.iter().collect()
            }
            Part::Table { rows, .. } => rows.iter().map(|(first, _)| first).collect(),
            Part::Heading(..) | Part::Account(_) => Vec::new(),
        };
        for lang in runs.iter().filter_map(|one| one.lang.as_deref()) {
            add(lang);
        }
    }
    found
}

fn content(about: &About<'_>, parts: &[Part]) -> String {
    let spoken = languages(parts, about.language);
    let mut xml = format!("{HEAD}<office:document-content {NAMES}><office:automatic-styles>");
    for lang in &spoken {
        xml.push_str(&format!(
            "<style:style style:name=\"L-{lang}\" style:family=\"text\">\
             <style:text-properties fo:language=\"{lang}\" fo:country=\"none\"/></style:style>"
        ));
    }
    xml.push_str("</office:automatic-styles><office:body><office:text>");
    let runs = |list: &[Said]| -> String { list.iter().map(|one| run(one, &spoken)).collect() };
    let mut tables = 0;
    for part in parts {
        match part {
            Part::Title(words) => {
                xml.push_str(&paragraph("title", &run(words, &spoken)));
            }
            Part::Heading(level, _, words) => {
                // The title is no heading: the first level below it is 1.
                xml.push_str(&header(level.saturating_sub(1).max(1), &escaped(words)));
            }
            Part::Text(list) => xml.push_str(&paragraph("text", &runs(list))),
            Part::Account(text) => account(&mut xml, text),
            Part::List(items) => {
                xml.push_str("<text:list text:style-name=\"bullets\">");
                for item in items {
                    let line = paragraph("item", &runs(item));
                    xml.push_str(&format!("<text:list-item>{line}</text:list-item>"));
                }
                xml.push_str("</text:list>");
            }
            Part::Quote { words, lang, by } => {
                for line in words.split('\n').filter(|line| !line.trim().is_empty()) {
                    let said = Said { lang: Some(lang.clone()), ..Said::plain(line.trim()) };
                    xml.push_str(&paragraph("quote", &run(&said, &spoken)));
                }
                xml.push_str(&paragraph("quoted-from", &runs(by)));
            }
            Part::Table { caption, head, rows } => {
                tables += 1;
                table(&mut xml, tables, caption, head, rows, &spoken);
            }
        }
    }
    xml.push_str("</office:text></office:body></office:document-content>");
    xml
}

fn paragraph(style: &str, inner: &str) -> String {
    format!("<text:p text:style-name=\"{style}\">{inner}</text:p>")
}

fn header(level: u8, inner: &str) -> String {
    format!(
        "<text:h text:style-name=\"heading-{level}\" text:outline-level=\"{level}\">{inner}\
         </text:h>"
    )
}

fn run(one: &Said, spoken: &[String]) -> String {
    let words = escaped(&one.words);
    let lang = one.lang.as_ref().filter(|lang| spoken.contains(lang));
    let style = match (lang, one.strong) {
        (Some(lang), _) => format!("L-{lang}"),
        (None, true) => "strong".to_owned(),
        // Two spaces would be one: XML's own rule for what stands at the ends.
        (None, false) => return spaced(&words),
    };
    format!("<text:span text:style-name=\"{style}\">{}</text:span>", spaced(&words))
}

/// A space at an end is said as one, so that no reader drops it.
fn spaced(words: &str) -> String {
    let inner = words.trim_matches(' ');
    if inner.is_empty() && !words.is_empty() {
        return "<text:s/>".to_owned();
    }
    let before = if words.starts_with(' ') { "<text:s/>" } else { "" };
    let after = if words.ends_with(' ') { "<text:s/>" } else { "" };
    format!("{before}{inner}{after}")
}

/// The account in its few signs: headings, lists, paragraphs; what they mark is said plainly.
fn account(xml: &mut String, text: &str) {
    for block in text.split("\n\n") {
        let mut list = Vec::new();
        let mut lines = Vec::new();
        for line in block.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if let Some(words) = line.strip_prefix('#') {
                let words = words.trim_start_matches('#').trim();
                xml.push_str(&header(2, &escaped(words)));
            } else if let Some(item) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
                list.push(item.to_owned());
            } else {
                lines.push(line.replace("**", ""));
            }
        }
        if !lines.is_empty() {
            xml.push_str(&paragraph("text", &escaped(&lines.join(" "))));
        }
        if !list.is_empty() {
            xml.push_str("<text:list text:style-name=\"bullets\">");
            for item in list {
                let line = paragraph("item", &escaped(&item.replace("**", "")));
                xml.push_str(&format!("<text:list-item>{line}</text:list-item>"));
            }
            xml.push_str("</text:list>");
        }
    }
}

fn table(
    xml: &mut String,
    number: usize,
    caption: &str,
    head: &[String],
    rows: &[(Said, Vec<String>)],
    spoken: &[String],
) {
    let cell = |style: &str, inner: String| {
        let inner = paragraph(style, &inner);
        format!("<table:table-cell office:value-type=\"string\">{inner}</table:table-cell>")
    };
    xml.push_str(&paragraph("caption", &escaped(caption)));
    xml.push_str(&format!(
        "<table:table table:name=\"T{number}\">\
         <table:table-column table:number-columns-repeated=\"{}\"/>\
         <table:table-header-rows><table:table-row>",
        head.len().max(1)
    ));
    for words in head {
        xml.push_str(&cell("head-cell", escaped(words)));
    }
    xml.push_str("</table:table-row></table:table-header-rows>");
    for (first, rest) in rows {
        xml.push_str("<table:table-row>");
        xml.push_str(&cell("cell", run(first, spoken)));
        for words in rest {
            xml.push_str(&cell("cell", escaped(words)));
        }
        xml.push_str("</table:table-row>");
    }
    xml.push_str("</table:table>");
}

fn styles(language: &str) -> String {
    let lang: String = language.chars().filter(char::is_ascii_lowercase).collect();
    let country = if lang == "it" { "IT" } else { "GB" };
    let style = |name: &str, parent: &str, inner: &str| {
        let parent = if parent.is_empty() {
            String::new()
        } else {
            format!(" style:parent-style-name=\"{parent}\"")
        };
        format!(
            "<style:style style:name=\"{name}\" style:family=\"paragraph\"{parent}>{inner}\
             </style:style>"
        )
    };
    let heading = |level: u8, size: &str| {
        format!(
            "<style:style style:name=\"heading-{level}\" style:family=\"paragraph\" \
             style:parent-style-name=\"standard\" style:default-outline-level=\"{level}\">\
             <style:paragraph-properties fo:margin-top=\"0.5cm\" fo:margin-bottom=\"0.2cm\" \
             fo:keep-with-next=\"always\"/>\
             <style:text-properties fo:font-size=\"{size}\" fo:font-weight=\"bold\"/>\
             </style:style>"
        )
    };
    let space = "<style:paragraph-properties fo:margin-bottom=\"0.25cm\"/>";
    let mut xml = format!(
        "{HEAD}<office:document-styles {NAMES}><office:styles>\
         <style:default-style style:family=\"paragraph\">\
         <style:paragraph-properties fo:line-height=\"120%\"/>\
         <style:text-properties fo:language=\"{lang}\" fo:country=\"{country}\" \
         fo:font-size=\"11pt\" fo:font-family=\"sans-serif\"/></style:default-style>"
    );
    xml.push_str(&style("standard", "", ""));
    xml.push_str(&style("text", "standard", space));
    xml.push_str(&style("item", "standard", ""));
    xml.push_str(&style(
        "title",
        "standard",
        "<style:paragraph-properties fo:margin-bottom=\"0.4cm\"/>\
         <style:text-properties fo:font-size=\"20pt\" fo:font-weight=\"bold\"/>",
    ));
    xml.push_str(&heading(1, "15pt"));
    xml.push_str(&heading(2, "12.5pt"));
    xml.push_str(&style(
        "quote",
        "standard",
        "<style:paragraph-properties fo:margin-left=\"0.8cm\" fo:margin-right=\"0.8cm\" \
         fo:margin-top=\"0.15cm\"/><style:text-properties fo:font-style=\"italic\"/>",
    ));
    xml.push_str(&style(
        "quoted-from",
        "standard",
        "<style:paragraph-properties fo:margin-left=\"0.8cm\" fo:margin-bottom=\"0.3cm\"/>\
         <style:text-properties fo:font-size=\"9.5pt\"/>",
    ));
    xml.push_str(&style(
        "caption",
        "standard",
        "<style:paragraph-properties fo:margin-top=\"0.3cm\" fo:keep-with-next=\"always\"/>\
         <style:text-properties fo:font-weight=\"bold\" fo:font-size=\"10pt\"/>",
    ));
    xml.push_str(&style("cell", "standard", ""));
    xml.push_str(&style("head-cell", "cell", "<style:text-properties fo:font-weight=\"bold\"/>"));
    xml.push_str(
        "<style:style style:name=\"strong\" style:family=\"text\">\
         <style:text-properties fo:font-weight=\"bold\"/></style:style>\
         <text:list-style style:name=\"bullets\">\
         <text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\">\
         <style:list-level-properties text:space-before=\"0.4cm\" \
         text:min-label-width=\"0.5cm\"/></text:list-level-style-bullet></text:list-style>\
         </office:styles><office:automatic-styles>\
         <style:page-layout style:name=\"A4\"><style:page-layout-properties \
         fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin=\"2.2cm\"/>\
         </style:page-layout></office:automatic-styles><office:master-styles>\
         <style:master-page style:name=\"standard\" style:page-layout-name=\"A4\"/>\
         </office:master-styles></office:document-styles>",
    );
    xml
}

fn meta(about: &About<'_>) -> String {
    format!(
        "{HEAD}<office:document-meta {NAMES}><office:meta>\
         <dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>{}</dc:creator>\
         <dc:language>{}</dc:language><dc:date>{}</dc:date>\
         <meta:creation-date>{}</meta:creation-date></office:meta></office:document-meta>",
        escaped(about.title),
        escaped(about.subject),
        escaped(about.author),
        escaped(about.language),
        format::machine(about.made),
        format::machine(about.made),
    )
}
