//! The commands other than serving.

use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use domain::faults::{Fault, Refusal, What};
use services::import::{Loaded, NotLoaded};
use services::{Declined, Services};
use store::{Db, StoreError};

use crate::config::{AdminCommand, Cli, Command};
use crate::demonstration::FILE;
use crate::{chance, clock, files, model, serve};

/// The most bytes of a file to import.
const IMPORT_MOST: u64 = 64_000_000;

/// Runs a command.
pub async fn run(cli: Cli) -> ExitCode {
    let url = &cli.database_url;
    let ready = if begins(&cli.command) { folder_for(url) } else { database_is_there(url).await };
    if let Err(code) = ready {
        return code;
    }
    let db = match Db::connect(url).await {
        Ok(db) => db,
        Err(error) => return unconnected(error),
    };
    if let Err(error) = db.migrate().await {
        return refused(error);
    }
    let mut services = Services::new(db.clone(), chance::system());
    if let Some(folder) = cli.sentence_model.as_deref().filter(|_| compares(&cli.command)) {
        match model::load(folder) {
            Ok(model) => services.meanings = Some(model),
            Err(error) => return refused(format!("{}: {error}", folder.display())),
        }
    }
    let code = match cli.command {
        Command::Serve(settings) => return serve::serve(db, services, settings).await,
        Command::Migrate => ExitCode::SUCCESS,
        Command::Import { file } => match read(&file) {
            Ok(text) => loaded(services::import::load(&services, &text, clock::now()).await),
            Err(error) => refused(format!("{}: {error}", file.display())),
        },
        Command::Demo => demo(&services).await,
        Command::Admin { command: AdminCommand::Create { email, name, ambito } } => {
            create_admin(&services, &email, &name, &ambito).await
        }
        Command::Admin { command: AdminCommand::Password { email, ambito } } => {
            set_password(&services, &email, &ambito).await
        }
        Command::ObjectionDays { ambito, days } => objection_days(&services, &ambito, days).await,
        Command::Check => check(&services).await,
        Command::Similar { ambito, .. } => similar(&services, &ambito).await,
        Command::Groups { ambito, cut, .. } => groups(&services, &ambito, cut).await,
        Command::OfFile(command) => files::run(&command),
    };
    db.close().await;
    code
}

/// Whether a command may begin a database; the others work on one that is there.
const fn begins(command: &Command) -> bool {
    match command {
        Command::Serve(_) | Command::Migrate | Command::Import { .. } | Command::Demo => true,
        Command::Admin { .. }
        | Command::ObjectionDays { .. }
        | Command::Check
        | Command::Similar { .. }
        | Command::Groups { .. }
        | Command::OfFile(_) => false,
    }
}

/// Whether a command compares texts, so that it needs the sentence model.
const fn compares(command: &Command) -> bool {
    match command {
        Command::Serve(_) | Command::Similar { .. } | Command::Groups { .. } => true,
        Command::Migrate
        | Command::Import { .. }
        | Command::Demo
        | Command::Admin { .. }
        | Command::ObjectionDays { .. }
        | Command::Check
        | Command::OfFile(_) => false,
    }
}

/// The folder of a SQLite file, made if it is missing.
fn folder_for(url: &str) -> Result<(), ExitCode> {
    let file = url.strip_prefix("sqlite://").map(|file| file.split('?').next().unwrap_or(file));
    match file.and_then(|file| Path::new(file).parent()) {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::create_dir_all(folder)
            .map_err(|error| refused(format!("{}: {error}", folder.display()))),
        Some(_) | None => Ok(()),
    }
}

async fn database_is_there(url: &str) -> Result<(), ExitCode> {
    match Db::is_there(url).await {
        Ok(true) => Ok(()),
        // The address of a server may hold a password.
        Ok(false) if url.starts_with("sqlite:") => Err(refused(format!(
            "{url}: there is no database of Trama; `import`, `demo` and `serve` begin one"
        ))),
        Ok(false) => Err(refused(
            "there is no schema of Trama in this database; `import`, `demo` and `serve` begin one",
        )),
        Err(error) => Err(unconnected(error)),
    }
}

/// A database that can't be reached is a refusal, an address that is none a misuse.
fn unconnected(error: StoreError) -> ExitCode {
    tracing::error!("{error}");
    ExitCode::from(if matches!(error, StoreError::UnknownUrl) { 2 } else { 1 })
}

fn refused(why: impl std::fmt::Display) -> ExitCode {
    tracing::error!("{why}");
    ExitCode::from(1)
}

fn read(file: &Path) -> std::io::Result<String> {
    let mut text = String::new();
    let mut from: Box<dyn Read> = if file == Path::new("-") {
        Box::new(std::io::stdin())
    } else {
        Box::new(std::fs::File::open(file)?)
    };
    from.by_ref().take(IMPORT_MOST + 1).read_to_string(&mut text)?;
    if text.len() as u64 > IMPORT_MOST {
        return Err(std::io::Error::other(format!("larger than {IMPORT_MOST} bytes")));
    }
    Ok(text)
}

fn loaded(loaded: Result<Loaded, NotLoaded>) -> ExitCode {
    match loaded {
        Ok(Loaded::New { slug }) => {
            println!("{slug}: loaded");
            ExitCode::SUCCESS
        }
        Ok(Loaded::Same { slug }) => {
            println!("{slug}: already loaded, nothing changed");
            ExitCode::SUCCESS
        }
        Err(NotLoaded::Faulty(faults)) => {
            for fault in &faults {
                eprintln!("{fault}");
            }
            refused(format!("{} faults: nothing was loaded", faults.len()))
        }
        Err(NotLoaded::Different(differences)) => {
            for difference in &differences {
                eprintln!("{difference}");
            }
            refused(format!(
                "this Ambito was loaded from another file ({} differences): nothing was changed",
                differences.len()
            ))
        }
        Err(NotLoaded::Broken(error)) => refused(error),
    }
}

async fn demo(services: &Services) -> ExitCode {
    let code = loaded(services::import::load_demonstration(services, FILE, clock::now()).await);
    if code != ExitCode::SUCCESS {
        return code;
    }
    match services::demo::accounts(services, FILE, clock::now()).await {
        Ok(accounts) => {
            println!("Demonstration accounts (password for all: {}):", services::demo::PASSWORD);
            for account in accounts {
                println!("  {:<42} {} ({})", account.email, account.name, account.roles);
            }
            ExitCode::SUCCESS
        }
        Err(Declined::Refused(Refusal::NotYourRole)) => refused(
            "this Ambito was loaded with `import`, so it is no demonstration, and its people get \
             no public password: give each their own with `admin password`, or load the \
             demonstration into another database",
        ),
        Err(error) => refused(error),
    }
}

/// A password, read from standard input; `None` (and why) if it is too short.
fn password() -> Option<String> {
    let mut line = String::new();
    if let Err(error) = std::io::stdin().read_line(&mut line) {
        tracing::error!(%error, "no password on standard input");
        return None;
    }
    let password = line.trim_end_matches(['\r', '\n']).to_owned();
    let least = services::accounts::PASSWORD_LEAST;
    if password.chars().count() < least as usize {
        tracing::error!(
            "the password, read from standard input, needs at least {least} characters"
        );
        return None;
    }
    Some(password)
}

async fn create_admin(services: &Services, email: &str, name: &str, slug: &str) -> ExitCode {
    let Some(password) = password() else { return ExitCode::from(2) };
    let ambito = match services::ambito::find(services, slug).await {
        Ok(Some(ambito)) => ambito,
        Ok(None) => return refused(format!("there is no Ambito {slug:?}")),
        Err(error) => return refused(error),
    };
    let now = clock::now();
    match services::accounts::create_admin(services, &[ambito], email, name, &password, now).await {
        Ok(_) => {
            println!("{email}: administrator of {slug}");
            ExitCode::SUCCESS
        }
        Err(Declined::Invalid(faults)) => {
            for fault in &faults {
                eprintln!("{}: {}", fault.field, words(fault, email));
            }
            refused("no account was made")
        }
        Err(error) => refused(error),
    }
}

/// What is wrong with an account, for who types the command.
fn words(fault: &Fault, email: &str) -> String {
    match fault.what {
        What::Missing => "is missing".to_owned(),
        What::NotAnAddress => format!("{email:?} is no e-mail address"),
        What::Taken => format!("{email} belongs to somebody already"),
        What::TooLong { most, found } => format!("has {found} characters, at most {most}"),
        What::TooFew { least } => format!("needs at least {least} characters"),
        other => other.code().replace('-', " "),
    }
}

async fn set_password(services: &Services, email: &str, slug: &str) -> ExitCode {
    let Some(password) = password() else { return ExitCode::from(2) };
    let ambito = match services::ambito::find(services, slug).await {
        Ok(Some(ambito)) => ambito,
        Ok(None) => return refused(format!("there is no Ambito {slug:?}")),
        Err(error) => return refused(error),
    };
    let now = clock::now();
    match services::accounts::set_password_of(services, ambito, email, &password, now).await {
        Ok(()) => {
            println!("{email}: password set, earlier sessions ended");
            ExitCode::SUCCESS
        }
        Err(Declined::NotFound) => refused(format!("nobody has the address {email}")),
        Err(error) => refused(error),
    }
}

async fn objection_days(services: &Services, slug: &str, days: Option<u16>) -> ExitCode {
    let ambito = match services::ambito::find(services, slug).await {
        Ok(Some(ambito)) => ambito,
        Ok(None) => return refused(format!("there is no Ambito {slug:?}")),
        Err(error) => return refused(error),
    };
    if let Some(days) = days {
        let set = services::merging::set_objection_days(services, ambito, days, clock::now());
        match set.await {
            Ok(()) => {}
            Err(Declined::Invalid(_)) => {
                let (least, most) = domain::merging::life::OBJECTION_RANGE;
                return refused(format!("{days} days: from {least} to {most}"));
            }
            Err(error) => return refused(error),
        }
    }
    match services::merging::objection_days(services, ambito).await {
        Ok(days) => {
            println!("{slug}: {days} days to object to a merge");
            ExitCode::SUCCESS
        }
        Err(error) => refused(error),
    }
}

async fn check(services: &Services) -> ExitCode {
    match services::check::run(services).await {
        Ok(problems) if problems.is_empty() => {
            println!("All is well.");
            ExitCode::SUCCESS
        }
        Ok(problems) => {
            for problem in &problems {
                println!(
                    "{}: {}: {}: {}",
                    problem.ambito, problem.code, problem.subject, problem.detail
                );
            }
            refused(format!("{} problems", problems.len()))
        }
        Err(error) => refused(error),
    }
}

async fn similar(services: &Services, slug: &str) -> ExitCode {
    let ambito = match services::ambito::find(services, slug).await {
        Ok(Some(ambito)) => ambito,
        Ok(None) => return refused(format!("there is no Ambito {slug:?}")),
        Err(error) => return refused(error),
    };
    printed(services::similar::all_for_report(services, ambito).await)
}

async fn groups(services: &Services, slug: &str, cut: Option<f32>) -> ExitCode {
    let ambito = match services::ambito::find(services, slug).await {
        Ok(Some(ambito)) => ambito,
        Ok(None) => return refused(format!("there is no Ambito {slug:?}")),
        Err(error) => return refused(error),
    };
    printed(services::similar::groups_for_report(services, ambito, cut).await)
}

/// Prints a report as one line of JSON.
fn printed(report: Result<impl serde::Serialize, Declined>) -> ExitCode {
    match report {
        Ok(report) => match serde_json::to_string(&report) {
            Ok(json) => {
                println!("{json}");
                ExitCode::SUCCESS
            }
            Err(error) => refused(error),
        },
        Err(error) => refused(error),
    }
}
