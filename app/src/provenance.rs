//! Where something comes from and what became of it, as a graph: what the thread's picture draws,
//! and what its file tells in the terms of PROV (W3C PROV-JSON, Member Submission 2013).
//!
//! People are never named or numbered here: an agent is a role.

use domain::merging::Share;
use domain::people::Role;
use domain::suppression::Shown;
use domain::time::Moment;
use domain::views::{
    ActionRef, ClusterRef, ContributionRef, LinkView, LinkedView, OriginCluster, SaidInSession,
    SourceView, StepWhat, Thread, ThreadPage, ThreadStart,
};
use serde_json::{Map, Value, json};

use crate::format;
use crate::parts::{card, people};
use crate::render::PageContext;
use crate::urls::Page;

/// How many voices of one cluster are drawn; the others are one node.
const VOICES_MOST: usize = 6;

/// What a node stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A need or a proposal, or several of them.
    Voice,
    /// A cluster.
    Cluster,
    /// An action.
    Action,
    /// What a body decided, an answer, a measurement.
    Outcome,
}

impl What {
    /// In which lane of the picture it stands, from the left.
    pub const fn lane(self) -> u8 {
        match self {
            What::Voice => 0,
            What::Cluster => 1,
            What::Action => 2,
            What::Outcome => 3,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            What::Voice => "voice",
            What::Cluster => "cluster",
            What::Action => "action",
            What::Outcome => "outcome",
        }
    }
}

/// A node.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it stands for.
    pub what: What,
    /// Its address on this site.
    pub page: Option<Page>,
    /// Its title, in the words of who wrote it.
    pub title: String,
    /// Language of the title, where it is not that of the page.
    pub lang: Option<String>,
    /// What it is and when, in the language of the page.
    pub told: String,
    /// When it came to be.
    pub at: Option<Moment>,
    /// In which role somebody did it.
    pub role: Option<Role>,
    /// Why.
    pub reason: String,
    /// It doesn't stand any more.
    pub faded: bool,
    /// It disagrees with what it stands beside.
    pub dissents: bool,
    /// Where one started.
    pub start: bool,
}

impl Node {
    fn new(
        what: What,
        page: Option<Page>,
        title: String,
        lang: Option<String>,
        told: String,
    ) -> Node {
        Node {
            what,
            page,
            title,
            lang,
            told,
            at: None,
            role: None,
            reason: String::new(),
            faded: false,
            dissents: false,
            start: false,
        }
    }
}

/// From one node to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Where it comes from.
    pub from: usize,
    /// What it became.
    pub to: usize,
    /// It disagrees, or doesn't hold any more.
    pub dashed: bool,
    /// They stay apart: neither comes from the other.
    pub aside: bool,
}

/// Nodes in the order in which they are read, each after those it comes from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Graph {
    /// The nodes.
    pub nodes: Vec<Node>,
    /// The links.
    pub links: Vec<Link>,
}

impl Graph {
    /// The graph of a thread.
    pub fn of(cx: &PageContext<'_>, view: &ThreadPage) -> Graph {
        let mut graph = Graph::default();
        let start = match &view.start {
            ThreadStart::Contribution(contribution) => graph.voice(cx, contribution),
            ThreadStart::Cluster(cluster) => {
                let own = view.up.iter().find(|origin| origin.cluster.number == cluster.number);
                match own {
                    Some(origin) => graph.origin(cx, origin),
                    None => graph.cluster(cx, cluster),
                }
            }
            ThreadStart::Action(action) => {
                let mut from: Vec<(usize, bool)> = Vec::new();
                for origin in &view.up {
                    from.push((graph.origin(cx, origin), false));
                }
                from.extend(graph.sources(cx, &view.direct, None));
                let start = graph.action(cx, action);
                for (from, dashed) in from {
                    graph.link(from, start, dashed);
                }
                start
            }
        };
        if let Some(node) = graph.nodes.get_mut(start) {
            node.start = true;
        }
        graph.down(cx, &view.down, start);
        graph.aside(cx, &view.links, start);
        graph
    }

    fn add(&mut self, node: Node) -> usize {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    /// Links something to what it became. What stands before it is known already, and is told from
    /// its own side.
    fn link(&mut self, from: usize, to: usize, dashed: bool) {
        if from < to {
            self.links.push(Link { from, to, dashed, aside: false });
        }
    }

    fn voice(&mut self, cx: &PageContext<'_>, contribution: &ContributionRef) -> usize {
        self.add(Node::new(
            What::Voice,
            Some(Page::contribution(contribution.kind, contribution.number)),
            card::title(cx, contribution),
            card::language(contribution),
            card::numbered(cx, contribution),
        ))
    }

    fn cluster(&mut self, cx: &PageContext<'_>, cluster: &ClusterRef) -> usize {
        self.add(Node::new(
            What::Cluster,
            Some(Page::Cluster(cluster.number)),
            cluster.title.clone(),
            cx.content_lang(),
            cx.tw("graph-cluster", &[("number", cluster.number.into())]),
        ))
    }

    fn action(&mut self, cx: &PageContext<'_>, action: &ActionRef) -> usize {
        let page = Some(Page::Action(action.number));
        let known = self.nodes.iter().position(|node| node.page == page);
        known.unwrap_or_else(|| {
            let state = cx.coded("action-state", action.state.code());
            let args = [("number", action.number.into()), ("state", state.into())];
            self.add(Node::new(
                What::Action,
                page,
                action.title.clone(),
                cx.content_lang(),
                cx.tw("graph-action", &args),
            ))
        })
    }

    /// Voices, those that disagree last; with whether the link to what they became is dashed.
    fn sources(
        &mut self,
        cx: &PageContext<'_>,
        sources: &[SourceView],
        more: Option<Page>,
    ) -> Vec<(usize, bool)> {
        let (dissent, agreed): (Vec<_>, Vec<_>) =
            sources.iter().partition(|source| source.share == Share::Dissent);
        let all: Vec<_> = agreed.into_iter().chain(dissent).collect();
        let shown = if all.len() > VOICES_MOST { VOICES_MOST - 1 } else { all.len() };
        let mut nodes: Vec<(usize, bool)> = all
            .iter()
            .take(shown)
            .map(|source| {
                let node = self.voice(cx, &source.card.contribution);
                let dissents = source.share == Share::Dissent;
                if let (Some(node), true) = (self.nodes.get_mut(node), dissents) {
                    node.dissents = true;
                    node.told =
                        format!("{} · {}", node.told, cx.coded("share", source.share.code()));
                }
                (node, dissents)
            })
            .collect();
        if all.len() > shown {
            let node = self.add(Node::new(
                What::Voice,
                more,
                cx.tn("graph-more-voices", all.len() - shown),
                None,
                String::new(),
            ));
            nodes.push((node, false));
        }
        nodes
    }

    /// A cluster after its voices.
    fn origin(&mut self, cx: &PageContext<'_>, origin: &OriginCluster) -> usize {
        let more = Some(Page::Cluster(origin.cluster.number));
        let from = self.sources(cx, &origin.sources, more);
        let cluster = self.cluster(cx, &origin.cluster);
        if let Some(node) = self.nodes.get_mut(cluster) {
            node.reason.clone_from(&origin.reason);
        }
        for (voice, dashed) in from {
            self.link(voice, cluster, dashed);
        }
        cluster
    }

    /// What became of the start, step by step.
    fn down(&mut self, cx: &PageContext<'_>, thread: &Thread, start: usize) {
        let mut cluster = None;
        for step in &thread.steps {
            let (at, role) = (step.at, step.role);
            let outcome = |title: String, told: String, reason: &str| Node {
                at,
                role,
                reason: reason.to_owned(),
                ..Node::new(What::Outcome, None, title, None, told)
            };
            match &step.what {
                StepWhat::Said { .. } => self.since(start, at, None, ""),
                StepWhat::Joined { cluster: of, reason, dissent, dissolved, .. } => {
                    let page = Some(Page::Cluster(of.number));
                    let known = self.nodes.iter().position(|node| node.page == page);
                    let node = known.unwrap_or_else(|| self.cluster(cx, of));
                    self.since(node, at, role, reason);
                    self.link(start, node, *dissent || dissolved.is_some());
                    if let (Some(node), true) = (self.nodes.get_mut(node), dissolved.is_some()) {
                        node.faded = true;
                    }
                    cluster = Some(node);
                }
                StepWhat::Drafted { action } => {
                    let node = self.action(cx, action);
                    self.since(node, at, role, "");
                    let from = if step.depth >= 2 { cluster.unwrap_or(start) } else { start };
                    self.link(from, node, false);
                }
                StepWhat::Reviewed { action, outcome: of, reason, .. } => {
                    let from = self.action(cx, action);
                    let title = cx.coded("review", of.code()).to_owned();
                    let node = self.add(outcome(title, cx.t("graph-review").to_owned(), reason));
                    self.link(from, node, false);
                }
                StepWhat::Deliberated { action, act, approved } => {
                    let from = self.action(cx, action);
                    let key = if *approved { "graph-approved" } else { "graph-not-approved" };
                    let told = cx.tw("graph-act", &[("number", act.number.as_str().into())]);
                    let node = self.add(outcome(cx.t(key).to_owned(), told, ""));
                    self.link(from, node, false);
                }
                StepWhat::Measured { action, indicator, value, .. } => {
                    let from = self.action(cx, action);
                    let told = cx.tw("graph-measured", &[("value", (*value).into())]);
                    let mut measured = outcome(indicator.clone(), told, "");
                    measured.lang = cx.content_lang();
                    let node = self.add(measured);
                    self.link(from, node, false);
                }
                StepWhat::Answered { outcome: of, reason, action, .. } => {
                    let from = match action {
                        Some(action) => self.action(cx, action),
                        None => start,
                    };
                    let title = cx.coded("outcome", of.code()).to_owned();
                    let node = self.add(outcome(title, cx.t("graph-answer").to_owned(), reason));
                    self.link(from, node, false);
                }
                StepWhat::Echoed { voices: Shown::None | Shown::Unknown }
                | StepWhat::Published
                | StepWhat::LeftAlone { .. }
                | StepWhat::Revised { .. }
                | StepWhat::Rewritten { .. }
                | StepWhat::Split { .. }
                | StepWhat::Rejoined { .. }
                | StepWhat::Withdrawn
                | StepWhat::Hidden { .. }
                | StepWhat::SentToTable { .. }
                | StepWhat::Next { .. } => {}
                StepWhat::Echoed { voices } => {
                    let title = cx.tw("thread-echoed", &[("people", people(cx, *voices).into())]);
                    if let Some(node) = self.nodes.get_mut(start) {
                        node.told = format!("{} · {title}", node.told);
                    }
                }
            }
        }
    }

    /// What it is linked to and stays apart from.
    fn aside(&mut self, cx: &PageContext<'_>, links: &[LinkView], start: usize) {
        for one in links.iter().filter(|one| one.ended.is_none()) {
            let relation = cx.coded("relation", one.relation.code());
            let (node, new) = match &one.other {
                LinkedView::Contribution(of, ..) => {
                    let page = Some(Page::contribution(of.kind, of.number));
                    let known = self.nodes.iter().position(|node| node.page == page);
                    (known.unwrap_or_else(|| self.voice(cx, of)), known.is_none())
                }
                LinkedView::Action(of, _) => {
                    let before = self.nodes.len();
                    let node = self.action(cx, of);
                    (node, node == before)
                }
            };
            if let (Some(node), true) = (self.nodes.get_mut(node), new) {
                let what = node.told.as_str();
                node.told =
                    cx.tw("graph-linked", &[("relation", relation.into()), ("what", what.into())]);
            }
            if start < node {
                self.links.push(Link { from: start, to: node, dashed: true, aside: true });
            }
        }
    }

    fn since(&mut self, node: usize, at: Option<Moment>, role: Option<Role>, reason: &str) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.at = node.at.or(at);
            node.role = node.role.or(role);
            if node.reason.is_empty() {
                reason.clone_into(&mut node.reason);
            }
        }
    }
}

/// The thread as PROV-JSON. Everything it tells is on the thread's page, too.
pub fn document(cx: &PageContext<'_>, view: &ThreadPage) -> Value {
    let graph = Graph::of(cx, view);
    let ids: Vec<String> = graph
        .nodes
        .iter()
        .enumerate()
        .map(|(n, node)| match node.page {
            Some(page) if !is_more(node) => {
                format!("trama:{}", cx.path(page).trim_start_matches('/'))
            }
            Some(_) | None => format!("trama:{}#{n}", cx.here().trim_start_matches('/')),
        })
        .collect();
    let mut entities = Map::new();
    let (mut activities, mut agents) = (Map::new(), Map::new());
    let (mut generated, mut associated) = (Map::new(), Map::new());
    for (n, (node, id)) in graph.nodes.iter().zip(&ids).enumerate() {
        let mut entity = Map::new();
        entity.insert("prov:type".into(), json!(format!("trama:{}", node.what.code())));
        let lang = node.lang.clone().unwrap_or_else(|| cx.lang.code().to_owned());
        entity.insert("prov:label".into(), json!({"$": node.title, "lang": lang}));
        if !node.told.is_empty() {
            entity.insert("trama:told".into(), json!(node.told));
        }
        entities.insert(id.clone(), Value::Object(entity));
        let Some(at) = node.at else { continue };
        let step = format!("trama:step/{n}");
        let at = format::machine(at);
        let mut activity = Map::new();
        activity.insert("prov:startTime".into(), json!(at));
        activity.insert("prov:endTime".into(), json!(at));
        if !node.reason.is_empty() {
            activity.insert("trama:reason".into(), json!(node.reason));
        }
        activities.insert(step.clone(), Value::Object(activity));
        let made = json!({"prov:entity": id, "prov:activity": step, "prov:time": at});
        generated.insert(format!("_:g{n}"), made);
        if let Some(role) = node.role {
            let agent = format!("trama:role/{}", role.code());
            let label = cx.coded("role", role.code());
            let label = json!({"prov:type": "trama:role", "prov:label": label});
            agents.insert(agent.clone(), label);
            let by = json!({"prov:activity": step, "prov:agent": agent});
            associated.insert(format!("_:a{n}"), by);
        }
    }
    let mut derived = Map::new();
    for (n, link) in graph.links.iter().enumerate().filter(|(_, link)| !link.aside) {
        let (Some(from), Some(to)) = (ids.get(link.from), ids.get(link.to)) else { continue };
        let mut of = json!({"prov:generatedEntity": to, "prov:usedEntity": from});
        if link.dashed {
            of["prov:type"] = json!("trama:dissent_or_dissolved");
        }
        derived.insert(format!("_:d{n}"), of);
    }
    let start = graph.nodes.iter().position(|node| node.start).and_then(|start| ids.get(start));
    let mut more = More { entities, derived, ..More::default() };
    if let Some(start) = start {
        more.changes(cx, start, view);
        more.parts(cx, start, view);
        more.links(cx, start, &view.links);
        if let Some(said) = &view.said {
            more.said(cx, start, said);
        }
    }
    for origin in &view.up {
        more.sentences(cx, origin);
    }
    let More { entities, derived, specialised, members } = more;
    let mut document = json!({
        "prefix": {
            "prov": "http://www.w3.org/ns/prov#",
            "trama": format!("{}/", cx.origin),
        },
        "entity": entities,
        "activity": activities,
        "agent": agents,
        "wasGeneratedBy": generated,
        "wasAssociatedWith": associated,
        "wasDerivedFrom": derived,
    });
    for (name, of) in [("specializationOf", specialised), ("hadMember", members)] {
        if !of.is_empty() {
            document[name] = Value::Object(of);
        }
    }
    document
}

/// What the file tells beside the picture: versions, parts of a text, the cards it was made of,
/// links to what stays apart.
#[derive(Default)]
struct More {
    entities: Map<String, Value>,
    derived: Map<String, Value>,
    specialised: Map<String, Value>,
    members: Map<String, Value>,
}

impl More {
    /// The versions of a thing, each a revision of the one before, all of them specialisations of
    /// the thing.
    fn changes(&mut self, cx: &PageContext<'_>, start: &str, view: &ThreadPage) {
        for step in &view.down.steps {
            let (of, change) = match &step.what {
                StepWhat::Revised { change } => (start.to_owned(), change),
                StepWhat::Rewritten { cluster, change, .. } => {
                    let path = cx.path(Page::Cluster(cluster.number));
                    (format!("trama:{}", path.trim_start_matches('/')), change)
                }
                StepWhat::SentToTable { action, change: Some(change), .. } => {
                    let path = cx.path(Page::Action(action.number));
                    (format!("trama:{}", path.trim_start_matches('/')), change)
                }
                _ => continue,
            };
            let id = |version: i64| format!("{of}#version-{version}");
            for version in [change.version - 1, change.version] {
                let label = cx.tw("thread-version", &[("n", version.into())]);
                let entity = json!({"prov:type": "trama:version", "prov:label": label});
                self.entities.entry(id(version)).or_insert(entity);
                let special = json!({"prov:specificEntity": id(version), "prov:generalEntity": of});
                self.specialised.insert(format!("_:s-{}", id(version)), special);
            }
            let revision = json!({
                "prov:generatedEntity": id(change.version),
                "prov:usedEntity": id(change.version - 1),
                "prov:type": {"$": "prov:Revision", "type": "prov:QUALIFIED_NAME"},
            });
            self.derived.insert(format!("_:v-{}", id(change.version)), revision);
        }
    }

    /// The parts of a text that stand: each a quotation of it, and a member of the groups it is
    /// in. The words themselves stand on the page.
    fn parts(&mut self, cx: &PageContext<'_>, start: &str, view: &ThreadPage) {
        for step in &view.down.steps {
            let StepWhat::Split { split } = &step.what else { continue };
            if split.ended.is_some() || split.parts.iter().any(|part| part.excerpt.is_empty()) {
                continue;
            }
            for part in &split.parts {
                let id = format!("{start}#part-{}", part.position);
                let entity = json!({
                    "prov:type": "trama:part",
                    "prov:label": part.title,
                    "trama:reason": split.reason,
                });
                self.entities.insert(id.clone(), entity);
                let quotation = json!({
                    "prov:generatedEntity": id,
                    "prov:usedEntity": start,
                    "prov:type": {"$": "prov:Quotation", "type": "prov:QUALIFIED_NAME"},
                });
                self.derived.insert(format!("_:p{}", part.position), quotation);
                for cluster in &part.clusters {
                    let path = cx.path(Page::Cluster(cluster.number));
                    let cluster_id = format!("trama:{}", path.trim_start_matches('/'));
                    let from = json!({"prov:generatedEntity": cluster_id, "prov:usedEntity": id});
                    let name = format!("_:p{}-{}", part.position, cluster.number);
                    let stub = json!({"prov:type": "trama:cluster", "prov:label": cluster.title});
                    self.entities.entry(cluster_id.clone()).or_insert(stub);
                    self.derived.insert(name, from);
                }
            }
        }
    }

    /// The session in which a text was said, and its cards: primary sources of the text.
    fn said(&mut self, cx: &PageContext<'_>, start: &str, said: &SaidInSession) {
        let path = cx.path(Page::Session(said.session));
        let session = format!("trama:{}", path.trim_start_matches('/'));
        let told = json!({"prov:type": "trama:session", "prov:label": said.title});
        self.entities.insert(session.clone(), told);
        let mut sources = Vec::new();
        for number in &said.cards {
            let card = format!("{session}#card-{number}");
            let told = json!({"prov:type": "trama:card", "prov:label": number.to_string()});
            self.entities.insert(card.clone(), told);
            let had = json!({"prov:collection": session, "prov:entity": card});
            self.members.insert(format!("_:k{number}"), had);
            sources.push(card);
        }
        if sources.is_empty() {
            sources.push(session);
        }
        for (n, source) in sources.into_iter().enumerate() {
            let from = json!({
                "prov:generatedEntity": start,
                "prov:usedEntity": source,
                "prov:type": {"$": "prov:PrimarySource", "type": "prov:QUALIFIED_NAME"},
            });
            self.derived.insert(format!("_:k{n}"), from);
        }
    }

    /// The sentences of a synthesis, each derived from the sources it draws from.
    fn sentences(&mut self, cx: &PageContext<'_>, origin: &OriginCluster) {
        let Some(said) = &origin.collected else { return };
        let of = |page: Page| format!("trama:{}", cx.path(page).trim_start_matches('/'));
        let cluster = of(Page::Cluster(origin.cluster.number));
        for (n, sentence) in (1..).zip(&said.sentences) {
            let id = format!("{cluster}#sentence-{n}");
            let entity = json!({"prov:type": "trama:sentence", "prov:label": sentence.text});
            self.entities.insert(id.clone(), entity);
            let part = json!({"prov:specificEntity": id, "prov:generalEntity": cluster});
            self.specialised.insert(format!("_:s-{id}"), part);
            for source in &sentence.from {
                let from = of(Page::contribution(source.kind, source.number));
                let stub = json!({"prov:type": "trama:voice", "prov:label": source.title});
                self.entities.entry(from.clone()).or_insert(stub);
                let drawn = json!({"prov:generatedEntity": id, "prov:usedEntity": from});
                self.derived.insert(format!("_:{id}-{}", source.number), drawn);
            }
        }
    }

    /// Links: each a collection of the two that it links and that stay apart. Neither is derived
    /// from the other.
    fn links(&mut self, cx: &PageContext<'_>, start: &str, links: &[LinkView]) {
        for one in links {
            let page = match &one.other {
                LinkedView::Contribution(of, ..) => Page::contribution(of.kind, of.number),
                LinkedView::Action(of, _) => Page::Action(of.number),
            };
            let other = format!("trama:{}", cx.path(page).trim_start_matches('/'));
            let id = format!("trama:link/{}", one.number);
            let mut entity = json!({
                "prov:type": {"$": "prov:Collection", "type": "prov:QUALIFIED_NAME"},
                "prov:label": cx.coded("relation", one.relation.code()),
                "trama:relation": one.relation.code(),
                "trama:reason": one.reason,
            });
            if let Some((at, why, _)) = &one.ended {
                entity["trama:ended"] = json!(format::machine(*at));
                entity["trama:ended_reason"] = json!(why);
            }
            self.entities.insert(id.clone(), entity);
            let stub = json!({"prov:type": "trama:linked"});
            self.entities.entry(other.clone()).or_insert(stub);
            for (end, member) in [("a", start), ("b", other.as_str())] {
                let had = json!({"prov:collection": id, "prov:entity": member});
                self.members.insert(format!("_:m{}{end}", one.number), had);
            }
        }
    }
}

/// The node that stands for voices that are not drawn.
fn is_more(node: &Node) -> bool {
    node.what == What::Voice && node.told.is_empty()
}
