//! The stream of a workbench, over HTTP, from the real binary: who may listen, what is heard, when
//! it ends; and two servers on one database that see each other's people.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it is wrong")]

mod real;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use real::{BINARY, SLUG, Server, ask, postgres, run, sign_in, sqlite};

const PAOLO: &str = "paolo.zanetti@val-d-arcina.example";
const SARA: &str = "sara.benedetti@val-d-arcina.example";
const NADIA: &str = "nadia.rinaldi@posta.example";

/// Longer than a poll of the database and the way back, much shorter than a heartbeat.
const SOON: Duration = Duration::from_secs(8);

fn events(query: &str) -> String {
    format!("/{SLUG}/lavoro/banco/2/eventi{query}")
}

/// Somebody who listens.
struct Listening {
    heard: String,
    more: Receiver<String>,
    stream: TcpStream,
}

impl Listening {
    fn at(address: SocketAddr, path: &str, cookie: &str) -> Listening {
        let mut stream = TcpStream::connect(address).unwrap();
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\n\
             Accept: text/event-stream\r\nAccept-Encoding: br, gzip\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let (tell, more) = channel();
        let mut reading = stream.try_clone().unwrap();
        thread::spawn(move || {
            let mut bytes = [0; 4_096];
            while let Ok(n) = reading.read(&mut bytes) {
                let text = String::from_utf8_lossy(&bytes[..n]).into_owned();
                if n == 0 || tell.send(text).is_err() {
                    break;
                }
            }
        });
        Listening { heard: String::new(), more, stream }
    }

    /// Waits until these words were heard, and forgets what was heard up to them.
    fn hears(&mut self, words: &str) {
        let since = Instant::now();
        loop {
            if let Some(at) = self.heard.find(words) {
                self.heard.drain(..at + words.len());
                return;
            }
            let left = SOON.checked_sub(since.elapsed());
            let left = left.unwrap_or_else(|| panic!("«{words}» was not heard: {}", self.heard));
            match self.more.recv_timeout(left) {
                Ok(text) => self.heard.push_str(&text),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("it ended before «{words}»: {}", self.heard)
                }
            }
        }
    }

    /// Waits until the server ends it.
    fn ends(mut self) -> String {
        let since = Instant::now();
        loop {
            match self.more.recv_timeout(SOON.saturating_sub(since.elapsed())) {
                Ok(text) => self.heard.push_str(&text),
                Err(RecvTimeoutError::Disconnected) => return self.heard,
                Err(RecvTimeoutError::Timeout) => panic!("it goes on: {}", self.heard),
            }
        }
    }

    /// Closes the page.
    fn leaves(self) {
        self.stream.shutdown(std::net::Shutdown::Both).unwrap();
    }
}

#[test]
fn who_may_not_work_at_a_bench_hears_nothing() {
    let database = sqlite();
    let server = Server::start(&database.url);
    let at = server.address;
    let status = |path: &str, cookie: Option<&str>| ask(at, path, cookie, None).unwrap().status;
    assert_eq!(status(&events(""), None), 403);
    let nadia = sign_in(at, NADIA);
    assert_eq!(status(&events(""), Some(&nadia)), 403);
    let paolo = sign_in(at, PAOLO);
    assert_eq!(status(&format!("/{SLUG}/lavoro/banco/999/eventi"), Some(&paolo)), 404);
    // A bench is not listened at with a form.
    let sent = ask(at, &events(""), Some(&paolo), Some(&[("a", "b")])).unwrap();
    assert!(sent.status >= 400, "{}", sent.status);
}

#[test]
fn people_at_a_bench_hear_of_each_other_and_of_changes() {
    let database = sqlite();
    let mut command = Command::new(BINARY);
    // A request may take two seconds: a stream goes on.
    command.env("TRAMA_TIMEOUT", "2");
    let server = Server::start_under(command, &database.url);
    let at = server.address;
    let (paolo, sara) = (sign_in(at, PAOLO), sign_in(at, SARA));
    let mut hears = Listening::at(at, &events(""), &paolo);
    hears.hears("200 OK");
    let since = Instant::now();
    hears.hears("event: version");
    hears.hears("event: people\ndata: Al banco adesso ci sei solo tu");
    let lower = hears.heard.to_lowercase();
    assert!(!lower.contains("content-encoding"), "{lower}");

    let mut other = Listening::at(at, &events("?leggi=bisogno-12"), &sara);
    other.hears("content-type: text/event-stream");
    other.hears("data: Al banco adesso: Paolo Zanetti\n");
    hears.hears("event: people\ndata: Al banco adesso: Sara Benedetti (legge bisogno 12)");
    hears.hears("event: names\ndata: Al banco adesso: Sara Benedetti\n");
    // Without JavaScript the page says who was there.
    let page = ask(at, &format!("/{SLUG}/lavoro/banco/2"), Some(&paolo), None).unwrap();
    assert!(page.body.contains("Sara Benedetti (legge bisogno 12)"), "{}", page.body);

    let nadia = sign_in(at, NADIA);
    let list = ask(at, &format!("/{SLUG}/proposte?percorso=2"), Some(&nadia), None).unwrap();
    let before = format!("/{SLUG}/proposte/");
    let after = list.body.split(&before).skip(1);
    let number = after
        .map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>())
        .find(|number| !number.is_empty())
        .unwrap();
    let supports =
        ask(at, &format!("/{SLUG}/proposte/{number}"), Some(&nadia), Some(&[("do", "support")]));
    assert_eq!(supports.unwrap().status, 303);
    hears.hears("event: version");
    while since.elapsed() < Duration::from_millis(2_500) {
        thread::sleep(Duration::from_millis(100));
    }
    other.leaves();
    hears.hears("event: people\ndata: Al banco adesso ci sei solo tu");
    // None of this is a fact of the plan.
    drop(server);
    run(&database.url, &["check"]);
}

#[test]
fn a_stream_ends_when_its_person_signs_out() {
    let database = sqlite();
    let server = Server::start(&database.url);
    let at = server.address;
    let (paolo, sara) = (sign_in(at, PAOLO), sign_in(at, SARA));
    let mut left = Listening::at(at, &events(""), &sara);
    left.hears("event: people");
    let mut stays = Listening::at(at, &events(""), &paolo);
    stays.hears("Sara Benedetti");
    let out = ask(at, &format!("/{SLUG}/esci"), Some(&sara), Some(&[("a", "b")])).unwrap();
    assert_eq!(out.status, 303);
    let last = left.ends();
    assert!(last.contains("event: end"), "{last}");
    stays.hears("data: Al banco adesso ci sei solo tu");
    assert_eq!(ask(at, &events(""), Some(&sara), None).unwrap().status, 403);
}

#[test]
fn a_person_has_few_streams_and_none_holds_the_server_up() {
    let database = sqlite();
    let mut server = Server::start(&database.url);
    let at = server.address;
    let paolo = sign_in(at, PAOLO);
    let mut open: Vec<Listening> = (0..4).map(|_| Listening::at(at, &events(""), &paolo)).collect();
    for one in &mut open {
        one.hears("event: people");
    }
    assert_eq!(ask(at, &events(""), Some(&paolo), None).unwrap().status, 429);
    open.remove(0).leaves();
    let since = Instant::now();
    let mut again = loop {
        let mut one = Listening::at(at, &events(""), &paolo);
        one.hears("HTTP/1.1 ");
        one.hears(" ");
        if one.heard.starts_with("OK") {
            break one;
        }
        assert!(since.elapsed() < SOON, "a stream that was closed counts no more");
        thread::sleep(Duration::from_millis(100));
    };
    again.hears("event: people");

    let id = server.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    let since = Instant::now();
    let status = loop {
        if let Some(status) = server.child.try_wait().unwrap() {
            break status;
        }
        assert!(since.elapsed() < SOON, "streams keep the server from stopping");
        thread::sleep(Duration::from_millis(20));
    };
    assert!(status.success(), "{status}");
    assert!(!again.ends().contains("event: end"), "a server that stops is asked again");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_see_each_others_people() {
    let Some(database) = postgres().await else { return };
    let (one, two) = (Server::start(&database.url), Server::start(&database.url));
    let (paolo, sara) = (sign_in(one.address, PAOLO), sign_in(two.address, SARA));
    let mut here = Listening::at(one.address, &events(""), &paolo);
    here.hears("event: people");
    let mut there = Listening::at(two.address, "/val-d-arcina/en/work/workbench/2/events", &sara);
    there.hears("data: At the workbench now: Paolo Zanetti\n");
    here.hears("event: people\ndata: Al banco adesso: Sara Benedetti\n");
    // Signing out at one server ends the stream at the other.
    let out = ask(one.address, &format!("/{SLUG}/esci"), Some(&sara), Some(&[("a", "b")])).unwrap();
    assert_eq!(out.status, 303);
    assert!(there.ends().contains("event: end"));
    here.hears("event: people\ndata: Al banco adesso ci sei solo tu");
}
