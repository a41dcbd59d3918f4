//! Answers browsers until told to stop, then finishes what is in flight.

use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt;
use services::Services;
use store::Db;
use tokio::net::TcpListener;

use crate::assets::Files;
use crate::cache::Pages;
use crate::config::Serve;
use crate::here::Site;
use crate::limits::Limits;
use crate::live::Live;
use crate::mail::Post;
use crate::versions::VersionReader;
use crate::{clock, jobs, router};

/// Serves until Ctrl-C or SIGTERM.
pub async fn serve(db: Db, services: Services, settings: Serve) -> ExitCode {
    if let Some(reason) = settings.unsafe_reason() {
        tracing::error!("{reason}");
        return ExitCode::from(1);
    }
    let files = match (&settings.site, Files::embedded()) {
        (None, Some(files)) => files,
        (Some(folder), _) => Files::read(folder),
        (None, None) => Files::read(Path::new("target/site")),
    };
    let files = match files {
        Ok(files) => files,
        Err(error) => {
            tracing::error!(%error,
                "styles and icons are not there: run `make site`, or say --site FOLDER");
            return ExitCode::from(1);
        }
    };
    let assets = match files.addresses() {
        Ok(assets) => assets.leaving_to(settings.quick_exit.as_deref().unwrap_or_default()),
        Err(error) => {
            tracing::error!(%error, "the manifest of styles and icons makes no sense");
            return ExitCode::from(1);
        }
    };
    let post = match &settings.smtp_url {
        Some(url) => match Post::new(url, &settings.mail_from) {
            Ok(post) => Some(post),
            Err(error) => {
                tracing::error!(%error, "the mail server's address or the sender makes no sense");
                return ExitCode::from(1);
            }
        },
        None => None,
    };
    let listener = match TcpListener::bind(settings.listen).await {
        Ok(listener) => listener,
        Err(error) => {
            tracing::error!(%error, address = %settings.listen, "can't listen there");
            return ExitCode::from(1);
        }
    };
    let address = listener.local_addr().unwrap_or(settings.listen);
    let site = Arc::new(Site {
        assets,
        files,
        versions: VersionReader::start(db.clone()),
        pages: Pages::new(settings.page_cache_mb),
        limits: Limits::new(settings.tries, settings.trusted_proxy),
        live: Live::default(),
        headers: router::security_headers(),
        clock: clock::now,
        origin: settings.origin.clone().unwrap_or_else(|| format!("http://{address}")),
        services,
    });
    let background = tokio::spawn(jobs::run(site.clone(), post));
    let stopping = site.clone();
    let router = router::router(site, Duration::from_secs(settings.timeout));
    // Without this an answer written in two parts waits for the client's delayed acknowledgement.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    let stop = match Stop::listen() {
        Ok(stop) => stop,
        Err(error) => {
            tracing::error!(%error, "nothing could stop the server");
            return ExitCode::from(1);
        }
    };
    println!("Trama: http://{address}/");
    let served = axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(async move {
            stop.told().await;
            stopping.live.stop();
        })
        .await;
    background.abort();
    db.close().await;
    match served {
        Ok(()) => {
            tracing::info!("stopped");
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "stopped");
            ExitCode::from(1)
        }
    }
}

/// What tells the server to stop: Ctrl-C, and SIGTERM where there is one.
struct Stop {
    #[cfg(unix)]
    told: [tokio::signal::unix::Signal; 2],
}

impl Stop {
    /// Listens from now on: whoever is told that the server is there may stop it at once.
    fn listen() -> std::io::Result<Stop> {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            Ok(Stop { told: [signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?] })
        }
        #[cfg(not(unix))]
        Ok(Stop {})
    }

    /// Waits until it is told.
    async fn told(self) {
        #[cfg(unix)]
        {
            let [mut interrupted, mut terminated] = self.told;
            tokio::select! {
                _ = interrupted.recv() => {}
                _ = terminated.recv() => {}
            }
        }
        #[cfg(not(unix))]
        let _ = tokio::signal::ctrl_c().await;
        tracing::info!("finishing what is in flight");
    }
}
