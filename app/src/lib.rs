//! Trama's pages: a page is a function from a plain view to HTML. Nothing is loaded here.
//!
//! The map:
//!
//! - [`urls`]: every address of the site
//! - [`texts`], [`format`]: words, numbers and times in the language of the reader
//! - [`render`]: from a view to a document; [`shell`]: header, menu, footer
//! - [`parts`]: what several pages draw: words of people, the thread, states, charts, fields
//! - [`provenance`]: a thread as a graph, drawn and as a file in the terms of PROV
//! - [`mail`] for e-mails; [`odt`] for documents to take along
//! - [`pages`]: the pages, each `fn(context, shell, view, …) -> String`

pub mod format;
pub mod mail;
pub mod odt;
pub mod pages;
pub mod parts;
pub mod provenance;
pub mod render;
pub mod shell;
pub mod texts;
pub mod urls;
