//! The commands that read a file, or standard input, and need no database: what anybody can
//! count again. Data on standard output, a line of JSON each; what is wrong on standard error.

use std::io::{BufRead, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use domain::{ballots, detectors, opinions};

use crate::config::OfFile;

/// The most bytes of a file.
const MOST: u64 = 512_000_000;

/// Runs a command.
pub fn run(command: &OfFile) -> ExitCode {
    match command {
        OfFile::Opinions { file, .. } => opinions_of(file),
        OfFile::Tally { files } => tallies(files),
        OfFile::Detect { .. } => detections(),
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

/// Counts each file; one that can't be read is a line `null`, so that lines and files match.
fn tallies(files: &[PathBuf]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let mut code = ExitCode::SUCCESS;
    for file in files {
        let name = file.to_string_lossy();
        let text = read(file)
            .and_then(|bytes| String::from_utf8(bytes).map_err(std::io::Error::other))
            .map_err(|error| error.to_string());
        let counted = text.and_then(|text| {
            ballots::formats::read(&name, &text)
                .map(|file| ballots::tally(&file).to_json())
                .map_err(|faults| faults.to_string())
        });
        let line = counted.unwrap_or_else(|why| {
            code = refused(format!("{name}: {why}"));
            "null".to_owned()
        });
        if let Err(error) = writeln!(out, "{line}") {
            return refused(error);
        }
    }
    code
}

/// Reads a JSON string a line, writes what is found in it a line.
fn detections() -> ExitCode {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let found = line
            .and_then(|line| serde_json::from_str::<String>(&line).map_err(std::io::Error::other))
            .and_then(|text| {
                serde_json::to_string(&detectors::detect(&text)).map_err(std::io::Error::other)
            })
            .and_then(|json| writeln!(out, "{json}"));
        if let Err(error) = found {
            let _ = out.flush();
            return refused(format!("line {}: {error}", number + 1));
        }
    }
    match out.flush() {
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
