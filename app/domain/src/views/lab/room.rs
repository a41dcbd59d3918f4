//! In the room.

use serde::{Deserialize, Serialize};

use crate::views::ContributionRef;

/// A card on the wall, without whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WallCard {
    /// Its number in the session.
    pub number: i64,
    /// Its words.
    pub words: String,
    /// Numbers of cards that say the same, and stand behind it.
    pub with: Vec<i64>,
    /// Dots, where they are counted.
    pub dots: Option<u32>,
    /// What was made of it, if that is public.
    pub became: Option<ContributionRef>,
}

/// A column of the wall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WallColumn {
    /// Its place; 0 for cards that are in none.
    pub position: i64,
    /// Its title; empty for cards that are in none.
    pub title: String,
    /// Its cards.
    pub cards: Vec<WallCard>,
}
