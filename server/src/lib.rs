//! The server: the only place where loading meets drawing.
//!
//! The map, in the order in which a request passes:
//!
//! - [`main`](../src/main.rs), [`config`], [`commands`] (and [`files`], which need no database),
//!   [`serve`]: from the command line to a listening socket, and how it stops
//! - [`router`]: what is not a page, the headers of every answer, and [`cache`]d pages, which
//!   hang on the [`versions`] of the Ambiti
//! - [`here`]: a request understood: where, who ([`cookies`]), in which language, how often
//!   ([`limits`])
//! - [`get`]: one line a page: load, draw; [`post`]: one arm a form: parse, operate, redirect
//!   or redraw; [`api`]: what islands ask
//! - [`ballots`]: pages, forms and files of ballots
//! - [`lab`]: sessions of the Community Lab: their pages, forms and photographs
//! - [`photo`]: photographs, drawn anew
//! - [`live`]: the stream of events of a workbench
//! - [`answer`]: the one place where an error becomes an answer
//! - [`assets`]: styles, fonts, icons, islands; [`encoding`]: how bytes travel
//! - [`jobs`]: what runs beside the requests,
//!   [`mail`] among it
//! - [`model`]: the operator's sentence model, if there is one
//! - [`demonstration`]: the Ambito to try it with
//! - [`clock`] and [`chance`]: the one place for each

pub mod answer;
pub mod api;
pub mod assets;
pub mod ballots;
pub mod cache;
pub mod chance;
pub mod clock;
pub mod commands;
pub mod config;
pub mod cookies;
pub mod demonstration;
pub mod encoding;
pub mod files;
pub mod get;
pub mod here;
pub mod jobs;
pub mod lab;
pub mod limits;
pub mod live;
pub mod mail;
pub mod model;
pub mod photo;
pub mod post;
pub mod router;
pub mod serve;
pub mod versions;
