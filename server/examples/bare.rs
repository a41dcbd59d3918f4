//! A bare axum route that sends the bytes of a file with given headers: what a page of ours is
//! measured beside (`make bench`). Nothing is looked up, nothing is drawn.

use std::net::SocketAddr;
use std::path::PathBuf;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt;
use clap::Parser;

/// Sends a file, as bare as axum can.
#[derive(Debug, Parser)]
struct Bare {
    /// The body, sent as it is.
    #[arg(long)]
    file: PathBuf,
    /// Headers of the answer, a `name: value` a line.
    #[arg(long)]
    headers: Option<PathBuf>,
    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1:0")]
    listen: SocketAddr,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let told = Bare::parse();
    let body = Bytes::from(std::fs::read(&told.file)?);
    let mut headers = HeaderMap::new();
    if let Some(file) = &told.headers {
        for line in std::fs::read_to_string(file)?.lines() {
            if let Some((name, value)) = line.split_once(':') {
                headers.append(
                    HeaderName::from_bytes(name.trim().as_bytes())?,
                    HeaderValue::from_str(value.trim())?,
                );
            }
        }
    }
    let router = Router::new().fallback(get(move || async move {
        let mut response: Response = body.into_response();
        *response.headers_mut() = headers;
        response
    }));
    let listener = tokio::net::TcpListener::bind(told.listen).await?;
    let address = listener.local_addr()?;
    // As the server does: without it keep-alive answers wait for the client's acknowledgement.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    println!("Bare: http://{address}/");
    axum::serve(listener, router).await?;
    Ok(())
}
