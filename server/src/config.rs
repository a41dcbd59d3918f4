//! Configuration: environment and flags, one table (`trama serve --help`, README).

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Trama: participation for the Piani di Zona.
#[derive(Debug, Parser)]
#[command(name = "trama", version, about, disable_help_subcommand = true)]
pub struct Cli {
    /// Database: `sqlite://path` or `postgres://…`.
    #[arg(
        long,
        env = "DATABASE_URL",
        default_value = "sqlite://data/trama.db",
        global = true,
        hide_env_values = true
    )]
    pub database_url: String,
    /// What to log, and how much: `info`, `server=debug`, …
    #[arg(long, env = "TRAMA_LOG", default_value = "info", global = true)]
    pub log: String,
    /// Write logs as JSON, a line each.
    #[arg(long, env = "TRAMA_LOG_JSON", global = true)]
    pub log_json: bool,
    /// Folder of a sentence model of the E5 family (`config.json`, `tokenizer.json`,
    /// `model.safetensors`), with which similar texts are found also where they share no word; none: by
    /// their words alone. Needs a binary built with `--features meaning`.
    #[arg(long, env = "TRAMA_SENTENCE_MODEL", global = true, value_name = "FOLDER")]
    pub sentence_model: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the binary does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer browsers.
    Serve(Serve),
    /// Bring the database's schema up to date.
    Migrate,
    /// Load an Ambito from a file (format: trama-import/1). The same file again changes
    /// nothing; a changed one is refused with the differences; a faulty one is refused whole.
    Import {
        /// The file, or `-` for standard input.
        file: PathBuf,
    },
    /// Load the demonstration Ambito and make its accounts.
    Demo,
    /// Accounts of those who keep the installation.
    Admin {
        /// What to do.
        #[command(subcommand)]
        command: AdminCommand,
    },
    /// For how many days the authors of the texts of a proposed merge may object in an Ambito, the last
    /// one whole: 7, until another number is set. Windows that are open keep the end they have.
    ObjectionDays {
        /// The Ambito, by its slug.
        #[arg(long)]
        ambito: String,
        /// From 3 to 60; without it the number is printed.
        days: Option<u16>,
    },
    /// Recompute the chains of events and the invariants over the whole database.
    Check,
    /// For each imported need and proposal the ten most similar of its kind and round.
    Similar {
        /// The Ambito, by its slug.
        #[arg(long)]
        ambito: String,
        /// Print one JSON object (the only form there is for now).
        #[arg(long, required = true)]
        json: bool,
    },
    /// Groups of imported needs and proposals that seem to say one thing, `[["B01","B02"],…]`: one
    /// kind and round in each, drafts for who brings voices together. Rounds that have been given back
    /// are left out.
    Groups {
        /// The Ambito, by its slug.
        #[arg(long)]
        ambito: String,
        /// Join texts whose mean likeness is at least this, from 0 to 1; without it the cut is found in
        /// the round itself, where likeness stands out from that of any two of its texts.
        #[arg(long, value_parser = likeness)]
        cut: Option<f32>,
        /// Print JSON (the only form there is for now).
        #[arg(long, required = true)]
        json: bool,
    },
    /// What is read from a file.
    #[command(flatten)]
    OfFile(OfFile),
}

/// Reads a likeness.
fn likeness(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(likeness) if (0.0..=1.0).contains(&likeness) => Ok(likeness),
        Ok(_) | Err(_) => Err("a number from 0 to 1, such as 0.3".to_owned()),
    }
}

/// What is read from a file, without a database.
#[derive(Debug, Subcommand)]
pub enum OfFile {
    /// Count a ballot file of Trama, a Pabulib file (.pb) or one of PrefLib (.soc, .soi, .toc,
    /// .toi): a line of JSON for each.
    Tally {
        /// The files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// What a moderator should read in texts: a JSON string a line on standard input, a line for
    /// each, `[{"class":"fiscal_code","start":3,"end":19}]`, in Unicode characters. Classes:
    /// fiscal_code, phone, email, address, health (of somebody else), insult, threat, link, danger
    /// (present).
    Detect {
        /// Print JSON (the only form there is for now).
        #[arg(long, required = true)]
        json: bool,
    },
    /// Opinion groups of a participants × statements matrix (CSV, as Polis exports it or plain).
    Opinions {
        /// The file, or `-` for standard input.
        file: PathBuf,
        /// Print one JSON object (the only form there is for now).
        #[arg(long, required = true)]
        json: bool,
    },
}

/// Accounts of those who keep the installation.
#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    /// Make an administrator of an Ambito; the password is read from standard input.
    Create {
        /// E-mail to sign in with.
        #[arg(long)]
        email: String,
        /// Name.
        #[arg(long)]
        name: String,
        /// The Ambito, by its slug.
        #[arg(long)]
        ambito: String,
    },
    /// Give somebody who was imported a password, read from standard input; an import makes
    /// none. Their sessions end.
    Password {
        /// Their e-mail.
        #[arg(long)]
        email: String,
        /// The Ambito, by its slug.
        #[arg(long)]
        ambito: String,
    },
}

/// How to answer browsers.
#[derive(Debug, Clone, Args)]
pub struct Serve {
    /// Address to listen on.
    #[arg(long, env = "TRAMA_LISTEN", default_value = "127.0.0.1:3000")]
    pub listen: SocketAddr,
    /// Address under which people reach it, for canonical addresses: `https://trama.example`.
    #[arg(long, env = "TRAMA_ORIGIN")]
    pub origin: Option<String>,
    /// An HTTPS proxy stands in front: needed to listen on other than loopback addresses.
    #[arg(long, env = "TRAMA_HTTPS_PROXY")]
    pub https_proxy: bool,
    /// Address of the proxy whose `X-Forwarded-For` is believed (its last hop only).
    #[arg(long, env = "TRAMA_TRUSTED_PROXY")]
    pub trusted_proxy: Option<IpAddr>,
    /// Folder of styles, fonts, icons and islands, in place of those within the binary
    /// (`target/site` where it was built without them).
    #[arg(long, env = "TRAMA_SITE")]
    pub site: Option<PathBuf>,
    /// Most memory for finished pages, in megabytes; 0 keeps none.
    #[arg(long, env = "TRAMA_PAGE_CACHE_MB", default_value_t = 16)]
    pub page_cache_mb: u64,
    /// Seconds a request may take.
    #[arg(long, env = "TRAMA_TIMEOUT", default_value_t = 30)]
    pub timeout: u64,
    /// Mail server, `smtp://user:password@host:587?tls=required`; none: messages wait.
    #[arg(long, env = "TRAMA_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// Sender of messages: `Trama <noreply@trama.example>`.
    #[arg(long, env = "TRAMA_MAIL_FROM", default_value = "Trama <noreply@localhost>")]
    pub mail_from: String,
    /// Where «Esci in fretta» leads: an everyday page elsewhere, such as a weather site; without it
    /// the page of the territory here.
    #[arg(long, env = "TRAMA_QUICK_EXIT", value_parser = everyday_page)]
    pub quick_exit: Option<String>,
    /// Tries a minute for signing in, codes and sendings, by account; ten times as many by
    /// address, which a library shares.
    #[arg(long, env = "TRAMA_TRIES", default_value_t = 20)]
    pub tries: u32,
}

/// An address of the web, and nothing that a link could do instead.
fn everyday_page(address: &str) -> Result<String, String> {
    if address.starts_with("https://") && !address.contains(char::is_whitespace) {
        Ok(address.to_owned())
    } else {
        Err("an address that begins with https://".to_owned())
    }
}

impl Serve {
    /// Why it would be unsafe to listen there, if it would.
    pub fn unsafe_reason(&self) -> Option<&'static str> {
        (!self.listen.ip().is_loopback() && !self.https_proxy).then_some(
            "the session cookie needs HTTPS: listen on a loopback address, or put an HTTPS proxy \
             in front and say --https-proxy",
        )
    }
}
