//! One request, understood: where it is, who asks, in which language.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use app::render::{Assets, PageContext};
use app::urls::{Lang, Page};
use axum::http::{HeaderMap, Uri, header};
use domain::forms::{Fields, FormState};
use domain::ordering::mixed::Turn;
use domain::time::Moment;
use domain::views::Shell;
use services::frame::Frame;
use services::{Asking, Declined, Services};

use crate::assets::Files;
use crate::cache::Pages;
use crate::cookies;
use crate::encoding::Encoding;
use crate::limits::{Limits, Trying};
use crate::live::Live;
use crate::versions::VersionReader;

/// What a server has: one value, shared by all requests.
#[derive(Debug)]
pub struct Site {
    /// What people can do.
    pub services: Services,
    /// Styles, fonts, icons, islands.
    pub files: Files,
    /// Their hashed names, for pages.
    pub assets: Assets,
    /// Versions of the Ambiti.
    pub versions: VersionReader,
    /// Finished pages.
    pub pages: Pages,
    /// Rate limits.
    pub limits: Limits,
    /// Streams of workbenches.
    pub live: Live,
    /// Headers of every answer.
    pub headers: HeaderMap,
    /// Scheme and host, for canonical addresses.
    pub origin: String,
    /// Reads the clock.
    pub clock: fn() -> Moment,
}

/// One request within an Ambito.
#[derive(Debug)]
pub struct Here {
    /// The server.
    pub site: Arc<Site>,
    /// The Ambito's slug.
    pub slug: String,
    /// Language of the address.
    pub lang: Lang,
    /// Which page.
    pub page: Page,
    /// Who asks, where, when.
    pub ask: Asking,
    /// What most pages of the Ambito read alike.
    pub frame: Arc<Frame>,
    /// Their session.
    pub token: Option<String>,
    /// Notice to show once.
    pub notice: Option<String>,
    /// Address, for limits.
    pub address: IpAddr,
    /// The query of the address.
    pub query: Fields,
    /// The query as it was asked, for language links.
    pub raw_query: String,
    /// An island asks: answer in JSON.
    pub json: bool,
    /// The encoding in which an answer is best sent.
    pub encoding: Encoding,
}

impl Site {
    /// The frame of an Ambito, at the version that stands now. A merge whose objection window has
    /// ended is written down as applied first, so that nobody reads what was before.
    pub async fn frame(&self, slug: &str) -> Result<Arc<Frame>, Declined> {
        let (frame, now) = (self.standing(slug).await?, (self.clock)());
        if !frame.due(now) {
            return Ok(frame);
        }
        services::merging::settle(&self.services, frame.ambito, now).await?;
        self.services.frame(&mut self.services.look().await?, frame.ambito).await
    }

    async fn standing(&self, slug: &str) -> Result<Arc<Frame>, Declined> {
        match self.versions.read().await {
            Some(versions) => match versions.get(slug) {
                Some(&(ambito, version)) => self.services.frame_at(ambito, version).await,
                None => Err(Declined::NotFound),
            },
            // The database does not answer: asking it again says why.
            None => {
                let ambito = services::ambito::find(&self.services, slug).await?;
                let ambito = ambito.ok_or(Declined::NotFound)?;
                self.services.frame(&mut self.services.look().await?, ambito).await
            }
        }
    }
}

impl Here {
    /// Understands a request within an Ambito.
    pub async fn understand(
        site: Arc<Site>,
        frame: Arc<Frame>,
        peer: SocketAddr,
        uri: &Uri,
        headers: &HeaderMap,
        lang: Lang,
        page: Page,
    ) -> Result<Here, Declined> {
        let now = (site.clock)();
        let ambito = frame.ambito;
        let token = cookies::read(headers, cookies::SESSION).map(str::to_owned);
        let actor =
            services::accounts::actor(&site.services, token.as_deref(), ambito, now).await?;
        let raw_query = uri.query().unwrap_or_default().to_owned();
        Ok(Here {
            slug: frame.head.head.slug.clone(),
            lang,
            page,
            ask: Asking { ambito, actor, now },
            token,
            notice: cookies::read(headers, cookies::NOTICE)
                .filter(|code| app::texts::Texts::of(lang).has(&format!("notice-{code}")))
                .map(str::to_owned),
            address: site.limits.address(peer, headers),
            query: fields(raw_query.as_bytes()),
            raw_query,
            frame,
            json: headers
                .get(header::ACCEPT)
                .and_then(|value| value.to_str().ok())
                .is_some_and(|value| value.starts_with("application/json")),
            encoding: Encoding::accepted(headers),
            site,
        })
    }

    /// Services.
    pub fn services(&self) -> &Services {
        &self.site.services
    }

    /// What every page is drawn with.
    pub fn context(&self) -> PageContext<'_> {
        PageContext {
            lang: self.lang,
            slug: &self.slug,
            page: Some(self.page),
            query: &self.raw_query,
            origin: &self.site.origin,
            assets: &self.site.assets,
            now: self.ask.now,
            notice: self.notice.as_deref(),
            content: &self.frame.head.head.language,
        }
    }

    /// Header and footer of the page.
    pub async fn shell(&self) -> Result<Shell, Declined> {
        services::ambito::shell(self.services(), &self.ask, &self.frame).await
    }

    /// The address of another page, in this language.
    pub fn path(&self, page: Page) -> String {
        page.path(&self.slug, self.lang)
    }

    /// A form not yet written in.
    pub fn blank(&self) -> FormState {
        FormState { id: crate::chance::form_id(&self.services().chance), ..FormState::default() }
    }

    /// A form as it was sent.
    pub fn sent(&self, fields: Fields) -> FormState {
        let id = match fields.text("form_id") {
            "" => crate::chance::form_id(&self.services().chance),
            id => id.to_owned(),
        };
        FormState { fields, id, ..FormState::default() }
    }

    /// Where this visitor's lists in the mixed order begin today.
    pub fn turn(&self) -> Turn {
        match self.ask.actor.person() {
            Some(person) => Turn::of(person.uuid().as_bytes()),
            None => shared_turn(self.address),
        }
    }

    /// Refuses what is tried too often, by account (or address without one).
    pub fn not_too_often(&self) -> Result<(), Declined> {
        let who = match self.ask.actor.person() {
            Some(person) => Trying::Account(person.to_string()),
            None => Trying::Address(self.address),
        };
        if self.site.limits.allow(who) {
            Ok(())
        } else {
            Err(domain::faults::Refusal::TooOften.into())
        }
    }
}

/// The turn of a visitor without a session: by their address, which is kept nowhere and can't be
/// told from one of sixty-four turns. Of an IPv6 address its network alone, as a device changes
/// the rest.
pub fn shared_turn(address: IpAddr) -> Turn {
    match address {
        IpAddr::V4(address) => Turn::shared(&address.octets()),
        IpAddr::V6(address) => {
            let [a, b, c, d, e, f, g, h, ..] = address.octets();
            Turn::shared(&[a, b, c, d, e, f, g, h])
        }
    }
}

/// Fields of a query or of a form's body.
pub fn fields(encoded: &[u8]) -> Fields {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(encoded).unwrap_or_default();
    Fields::from_pairs(pairs)
}
