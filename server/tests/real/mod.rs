//! What tests of the real binary share: a small HTTP client, databases of both kinds with the
//! demonstration in them, and a server that ends as a power cut would end it.

#![allow(dead_code, reason = "each test uses its own part")]

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use sqlx::{Connection, PgConnection};

pub const BINARY: &str = env!("CARGO_BIN_EXE_trama");
pub const SLUG: &str = "val-d-arcina";

// ---- A small HTTP client: one connection a request, nothing hidden.

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

pub fn encoded(fields: &[(&str, &str)]) -> String {
    let mut out = String::new();
    for (name, value) in fields {
        if !out.is_empty() {
            out.push('&');
        }
        out.push_str(name);
        out.push('=');
        for byte in value.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                    out.push(char::from(byte));
                }
                _ => write!(out, "%{byte:02X}").unwrap(),
            }
        }
    }
    out
}

pub fn ask(
    address: SocketAddr,
    path: &str,
    cookie: Option<&str>,
    form: Option<&[(&str, &str)]>,
) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    stream.set_nodelay(true)?;
    let mut request = format!(
        "{} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n",
        if form.is_some() { "POST" } else { "GET" }
    );
    if let Some(cookie) = cookie {
        request.push_str(&format!("Cookie: {cookie}\r\n"));
    }
    if let Some(fields) = form {
        let body = encoded(fields);
        request.push_str(&format!(
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ));
    } else {
        request.push_str("\r\n");
    }
    stream.write_all(request.as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    // A connection that died before the whole head came is no answer.
    let (head, body) =
        text.split_once("\r\n\r\n").ok_or_else(|| std::io::Error::other("no answer"))?;
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|code| code.parse().ok())
        .ok_or_else(|| std::io::Error::other("no status"))?;
    Ok(Answer { status, head: head.to_owned(), body: body.to_owned() })
}

pub fn sign_in(address: SocketAddr, email: &str) -> String {
    let form = [("email", email), ("password", services::demo::PASSWORD)];
    let answer = ask(address, &format!("/{SLUG}/accedi"), None, Some(&form)).unwrap();
    assert_eq!(answer.status, 303, "{email} signs in: {}", answer.head);
    let cookie = answer
        .head
        .lines()
        .filter_map(|line| line.split_once(": "))
        .filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"))
        .find_map(|(_, value)| {
            value.split(';').next().filter(|c| c.starts_with("__Host-session="))
        });
    cookie.unwrap().to_owned()
}

// ---- Databases and servers.

pub fn run(url: &str, arguments: &[&str]) {
    let done = Command::new(BINARY)
        .args(["--log", "warn", "--database-url", url])
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "trama {arguments:?}: {}\n{}{}",
        done.status,
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}

/// A database of a test with the demonstration in it.
pub struct Database {
    pub url: String,
    pub _folder: Option<tempfile::TempDir>,
}

static NEXT: AtomicU32 = AtomicU32::new(0);

/// The demonstration, loaded once.
pub fn template() -> &'static Path {
    static TEMPLATE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, file) = TEMPLATE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("demonstration.db");
        run(&format!("sqlite://{}", file.display()), &["demo"]);
        (folder, file)
    });
    file
}

pub fn sqlite() -> Database {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trama.db");
    std::fs::copy(template(), &file).unwrap();
    Database { url: format!("sqlite://{}", file.display()), _folder: Some(folder) }
}

#[expect(clippy::disallowed_methods, reason = "`make test` says here where PostgreSQL is")]
pub fn postgres_server() -> Option<String> {
    let url = std::env::var("TEST_POSTGRES_URL").ok();
    if url.is_none() {
        eprintln!("TEST_POSTGRES_URL is not set: not tried on PostgreSQL");
    }
    url
}

pub async fn postgres() -> Option<Database> {
    let server = postgres_server()?;
    let n = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("durability_{}_{n}", std::process::id());
    let mut admin = PgConnection::connect(&server).await.unwrap();
    for sql in [format!("DROP DATABASE IF EXISTS {name}"), format!("CREATE DATABASE {name}")] {
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut admin).await.unwrap();
    }
    admin.close().await.unwrap();
    let (before, _) = server.rsplit_once('/').unwrap();
    let url = format!("{before}/{name}");
    run(&url, &["demo"]);
    Some(Database { url, _folder: None })
}

pub struct Server {
    pub child: Child,
    pub address: SocketAddr,
}

impl Server {
    pub fn start(url: &str) -> Server {
        Server::start_under(Command::new(BINARY), url)
    }

    pub fn start_under(mut command: Command, url: &str) -> Server {
        let mut child = command
            .args(["--log", "warn", "--database-url", url, "serve", "--listen", "127.0.0.1:0"])
            .args(["--tries", "100000000"])
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
            .stdout(Stdio::piped())
            // A group of its own, so that what runs beneath a tracer goes with it.
            .process_group(0)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = loop {
            let line = lines.next().expect("the server says where it listens").unwrap();
            if let Some(address) = line.strip_prefix("Trama: http://") {
                break address.trim_end_matches('/').parse().unwrap();
            }
        };
        // Nobody fills the pipe and waits.
        thread::spawn(move || lines.for_each(drop));
        Server { child, address }
    }

    /// As a power cut ends it: at once, without a word.
    pub fn kill(mut self) {
        self.end();
    }

    pub fn end(&mut self) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}
