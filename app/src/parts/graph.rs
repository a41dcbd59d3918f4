//! The thread as a small picture: a lane each for voices, clusters, actions and what was decided,
//! a row each for what stands there, and lines from what something comes from. It is as wide as a
//! telephone; every node is a link that can be reached with a keyboard, and says what it is.

use std::fmt::Write;

use html_escape::{encode_double_quoted_attribute as attribute, encode_text as plain};
use leptos::prelude::*;

use super::View;
use crate::format;
use crate::provenance::{Graph, Link, Node};
use crate::render::PageContext;

/// Width of the picture, in its own units: about a pixel on a telephone.
const WIDTH: u32 = 340;
const ROW: u32 = 58;
const LANE: u32 = 20;
const FIRST: u32 = 14;
/// Where words begin.
const WORDS: u32 = FIRST + 3 * LANE + 18;
/// How many characters a line takes.
const LINE: usize = 36;

const fn x(lane: u8) -> u32 {
    FIRST + lane as u32 * LANE
}

fn y(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(0) * ROW + 24
}

/// The picture of a thread; nothing where there is but one thing to draw.
pub fn graph(cx: &PageContext<'_>, graph: &Graph) -> View {
    if graph.nodes.len() < 2 {
        return super::nothing();
    }
    let height = y(graph.nodes.len() - 1) + 44;
    let mut drawn = String::new();
    for link in &graph.links {
        line(&mut drawn, graph, *link);
    }
    for (row, node) in graph.nodes.iter().enumerate() {
        draw(&mut drawn, cx, row, node);
    }
    let view_box = format!("0 0 {WIDTH} {height}");
    view! {
        <figure class="graph">
            <svg viewBox=view_box role="group" aria-label=cx.t("graph-label") inner_html=drawn></svg>
            <figcaption class="small muted">{cx.t("graph-caption")}</figcaption>
        </figure>
    }
    .into_any()
}

/// Down the lane of what it comes from, then over to what it became.
fn line(drawn: &mut String, graph: &Graph, link: Link) {
    let (Some(from), Some(to)) = (graph.nodes.get(link.from), graph.nodes.get(link.to)) else {
        return;
    };
    let (x1, y1) = (x(from.what.lane()), y(link.from));
    let (x2, y2) = (x(to.what.lane()), y(link.to));
    let class = if link.dashed { "graph-line graph-line--dashed" } else { "graph-line" };
    let bend = y2.saturating_sub(18);
    let _ = write!(
        drawn,
        "<path class=\"{class}\" d=\"M{x1} {y1}V{bend}C{x1} {y2} {x1} {y2} {x2} {y2}\"/>"
    );
}

fn draw(drawn: &mut String, cx: &PageContext<'_>, row: usize, node: &Node) {
    let (cx_, cy) = (x(node.what.lane()), y(row));
    let mut told = node.told.clone();
    if let Some(at) = node.at {
        let date = format::date(cx.lang, at);
        told = if told.is_empty() { date } else { format!("{told} · {date}") };
    }
    let label =
        if told.is_empty() { node.title.clone() } else { format!("{told}: {}", node.title) };
    let mut class = String::from("graph-node");
    for (on, more) in [
        (node.start, " graph-node--start"),
        (node.faded, " graph-node--faded"),
        (node.dissents, " graph-node--dissent"),
    ] {
        if on {
            class.push_str(more);
        }
    }
    let href = node.page.filter(|page| cx.page != Some(*page)).map(|page| cx.path(page));
    let (open, close) = match &href {
        Some(href) => {
            let (href, label) = (attribute(href), attribute(&label));
            (format!("<a class=\"{class}\" href=\"{href}\" aria-label=\"{label}\">"), "</a>")
        }
        None => {
            let label = attribute(&label);
            (format!("<g class=\"{class}\" role=\"img\" aria-label=\"{label}\">"), "</g>")
        }
    };
    let lang = node.lang.as_ref().map(|lang| format!(" lang=\"{}\"", attribute(lang)));
    let lang = lang.unwrap_or_default();
    let _ = write!(drawn, "{open}<circle cx=\"{cx_}\" cy=\"{cy}\" r=\"6\"/>");
    let mut line_y = cy - 8;
    if !told.is_empty() {
        let told = format::cut(&told, LINE + 6);
        let _ = write!(
            drawn,
            "<text class=\"graph-told\" x=\"{WORDS}\" y=\"{line_y}\">{}</text>",
            plain(&told)
        );
    }
    for words in lines(&node.title) {
        line_y += 16;
        let words = plain(&words);
        let _ = write!(drawn, "<text{lang} x=\"{WORDS}\" y=\"{line_y}\">{words}</text>");
    }
    drawn.push_str(close);
}

/// A title in two lines at most, cut at a word.
fn lines(title: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in title.split_whitespace() {
        let count = lines.len();
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() || line.chars().count() + 1 + word.chars().count() <= LINE {
            if !line.is_empty() {
                line.push(' ');
            }
            line.extend(word.chars().take(LINE));
        } else if count < 2 {
            lines.push(word.chars().take(LINE).collect());
        } else {
            line.push('…');
            break;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_cut_at_a_word() {
        assert_eq!(lines("Corriera la sera"), ["Corriera la sera"]);
        let long = "Uno spazio gioco al coperto che raggiunge ogni settimana i paesi piccoli";
        assert_eq!(
            lines(long),
            ["Uno spazio gioco al coperto che", "raggiunge ogni settimana i paesi…"]
        );
        assert_eq!(lines(&"a".repeat(90))[0].len(), LINE);
    }
}
