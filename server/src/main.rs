//! Trama: one binary that serves, imports and checks.
//!
//! Data on standard output, logs on standard error. Exit 0 done, 1 refused, 2 misused.

use std::process::ExitCode;

use clap::Parser;
use server::{commands, config, files};
use tracing_subscriber::EnvFilter;

/// Drawing a page makes thousands of small strings: this allocator is quicker with them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = config::Cli::parse();
    let filter = EnvFilter::try_new(&cli.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if cli.log_json {
        log.json().init();
    } else {
        log.compact().init();
    }
    if let config::Command::OfFile(command) = &cli.command {
        return files::run(command);
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!(%error, "no threads");
            return ExitCode::from(1);
        }
    };
    runtime.block_on(commands::run(cli))
}
