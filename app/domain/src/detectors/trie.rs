//! Words and beginnings of words, letter by letter: all entries that a word is, in one walk.

/// An entry of the lists: a word, or what a word begins with.
pub(super) type Term = u32;

const NONE: Term = Term::MAX;

/// Words and beginnings of words, letter by letter.
pub(super) struct Trie {
    nodes: Vec<Node>,
}

struct Node {
    next: Vec<(u8, u32)>,
    word: Term,
    begins: Term,
}

impl Node {
    const EMPTY: Node = Node { next: Vec::new(), word: NONE, begins: NONE };
}

impl Trie {
    /// None yet.
    pub fn new() -> Self {
        Trie { nodes: vec![Node::EMPTY] }
    }

    fn step(&self, node: u32, letter: u8) -> Option<u32> {
        let next = &self.nodes.get(node as usize)?.next;
        next.iter().find(|(known, _)| *known == letter).map(|(_, to)| *to)
    }

    /// Gives the entry of a word, or makes it with the given number.
    pub fn insert(&mut self, word: &str, begins: bool, number: Term) -> Term {
        let mut at = 0;
        for letter in word.bytes() {
            at = match self.step(at, letter) {
                Some(next) => next,
                None => {
                    let next = self.nodes.len() as u32;
                    self.nodes.push(Node::EMPTY);
                    if let Some(node) = self.nodes.get_mut(at as usize) {
                        node.next.push((letter, next));
                    }
                    next
                }
            };
        }
        let Some(node) = self.nodes.get_mut(at as usize) else { return NONE };
        let entry = if begins { &mut node.begins } else { &mut node.word };
        if *entry == NONE {
            *entry = number;
        }
        *entry
    }

    /// The entry of a whole word.
    pub fn word(&self, word: &str) -> Option<Term> {
        self.spelled(word.bytes())
    }

    /// The entry of a whole word, given by its bytes.
    pub fn spelled(&self, mut letters: impl Iterator<Item = u8>) -> Option<Term> {
        let at = letters.try_fold(0, |at, letter| self.step(at, letter))?;
        let term = self.nodes.get(at as usize)?.word;
        (term != NONE).then_some(term)
    }

    /// Adds the entries of a word and of its beginnings.
    pub fn find(&self, word: &str, found: &mut Vec<Term>) {
        let mut at = 0;
        for letter in word.bytes() {
            let Some(next) = self.step(at, letter) else { return };
            at = next;
            let begins = self.nodes.get(at as usize).map_or(NONE, |node| node.begins);
            if begins != NONE {
                found.push(begins);
            }
        }
        let term = self.nodes.get(at as usize).map_or(NONE, |node| node.word);
        if term != NONE {
            found.push(term);
        }
    }

    /// Visits all whole words with their entries.
    pub fn each(&self, visit: &mut impl FnMut(&str, Term)) {
        let mut open = vec![(0_u32, Vec::new())];
        while let Some((at, letters)) = open.pop() {
            let Some(node) = self.nodes.get(at as usize) else { continue };
            if node.word != NONE
                && let Ok(word) = std::str::from_utf8(&letters)
            {
                visit(word, node.word);
            }
            for &(letter, to) in &node.next {
                let mut longer = letters.clone();
                longer.push(letter);
                open.push((to, longer));
            }
        }
    }
}
