//! Where something comes from and what became of it, as a graph: what the thread's picture draws,
//! and what its file tells in the terms of PROV (W3C PROV-JSON, Member Submission 2013).
//!
//! People are never named or numbered here: an agent is a role.

use domain::merging::Share;
use domain::people::Role;
use domain::suppression::Shown;
use domain::time::Moment;
use domain::views::{
    ActionRef, ClusterRef, ContributionRef, OriginCluster, SourceView, StepWhat, Thread,
    ThreadPage, ThreadStart,
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
            self.links.push(Link { from, to, dashed });
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
    for (n, link) in graph.links.iter().enumerate() {
        let (Some(from), Some(to)) = (ids.get(link.from), ids.get(link.to)) else { continue };
        let mut of = json!({"prov:generatedEntity": to, "prov:usedEntity": from});
        if link.dashed {
            of["prov:type"] = json!("trama:dissent_or_dissolved");
        }
        derived.insert(format!("_:d{n}"), of);
    }
    json!({
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
    })
}

/// The node that stands for voices that are not drawn.
fn is_more(node: &Node) -> bool {
    node.what == What::Voice && node.told.is_empty()
}
