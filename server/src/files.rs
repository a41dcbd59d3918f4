//! The commands that read a file, or standard input, and need no database: what anybody can
//! count again. Data on standard output, a line of JSON each; what is wrong on standard error.

use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use domain::opinions;

use crate::config::OfFile;

/// The most bytes of a file.
const MOST: u64 = 512_000_000;

/// Runs a command.
pub fn run(command: &OfFile) -> ExitCode {
    match command {
        OfFile::Opinions { file, .. } => opinions_of(file),
    }
}

fn refused(why: impl std::fmt::Display) -> ExitCode {
    tracing::error!("{why}");
    ExitCode::from(1)
}

/// Reads a file whole; `-` is standard input.
fn read(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut from: Box<dyn Read> = if file == Path::new("-") {
        Box::new(std::io::stdin())
    } else {
        Box::new(std::fs::File::open(file)?)
    };
    from.by_ref().take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST {
        return Err(std::io::Error::other(format!("larger than {MOST} bytes")));
    }
    Ok(bytes)
}

/// Writes a value as a line of JSON.
fn told(value: &impl serde::Serialize) -> ExitCode {
    let written = serde_json::to_string(value)
        .map_err(std::io::Error::other)
        .and_then(|json| writeln!(std::io::stdout().lock(), "{json}"));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refused(error),
    }
}

fn opinions_of(file: &Path) -> ExitCode {
    let bytes = match read(file) {
        Ok(bytes) => bytes,
        Err(error) => return refused(format!("{}: {error}", file.display())),
    };
    match opinions::read(&bytes) {
        Ok(exported) => told(&opinions::group(&exported.matrix)),
        Err(faults) => {
            for fault in &faults {
                eprintln!("{}: {fault}", file.display());
            }
            refused(format!("{} faults: nothing was counted", faults.len()))
        }
    }
}
