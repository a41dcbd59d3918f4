//! In the room.

use serde::{Deserialize, Serialize};

use super::{DotCount, SessionPhoto, SessionRef};
use crate::views::{ContributionRef, May, PlaceName, PolicyName};

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

/// A card, for who runs the session. Whose it is isn't shown here either.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomCard {
    /// Its number in the session.
    pub number: i64,
    /// Its words.
    pub words: String,
    /// Somebody else wrote it for them.
    pub assisted: bool,
    /// Who said it agrees to be quoted.
    pub quotable: bool,
    /// Cards that say the same, and stand behind it.
    pub with: Vec<RoomCard>,
    /// Something was made of it.
    pub taken: bool,
    /// What, if that is public.
    pub became: Option<ContributionRef>,
    /// Its dots, where they are counted.
    pub dots: Option<u32>,
}

/// A column of the wall, for who runs the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomColumn {
    /// Its place; 0 for cards that are in none.
    pub position: i64,
    /// Its title; empty for cards that are in none.
    pub title: String,
    /// Its cards.
    pub cards: Vec<RoomCard>,
}

/// The room: cards as they are written, and the wall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRoom {
    /// Which.
    pub session: SessionRef,
    /// The question in the room.
    pub question: String,
    /// The wall: cards in no column in front, then the columns in their order.
    pub columns: Vec<RoomColumn>,
    /// Cards taken off the wall.
    pub hidden: Vec<RoomCard>,
    /// Cards, hidden ones too.
    pub cards: u32,
    /// The newest card.
    pub last: Option<(i64, String)>,
    /// Tokens handed out.
    pub arrived: u32,
    /// There are dots in this session.
    pub dotted: bool,
    /// The wall stays as it is: dots are being put, and counted.
    pub frozen: bool,
    /// The projector shows nothing.
    pub covered: bool,
    /// May write and move cards now.
    pub may_run: May,
    /// May take a card off the wall now, or put it back.
    pub may_hide: May,
    /// May make needs and proposals of cards now.
    pub may_take_up: May,
}

/// The wall, for a projector: no name, no token, nothing to press.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionWall {
    /// Which.
    pub session: SessionRef,
    /// The question in the room.
    pub question: String,
    /// The wall, without dots.
    pub columns: Vec<WallColumn>,
    /// It shows nothing.
    pub covered: bool,
}

/// A card on which dots are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DottedCard {
    /// Its number in the session.
    pub number: i64,
    /// Its words.
    pub words: String,
    /// Numbers of cards that stand behind it.
    pub with: Vec<i64>,
    /// It was taken off the wall.
    pub hidden: bool,
    /// What was counted.
    pub dots: Option<u32>,
}

/// The dots of a session, as they are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionDots {
    /// Which.
    pub session: SessionRef,
    /// Dots each.
    pub each: u32,
    /// The most dots of one person on one card.
    pub most: u32,
    /// Tokens handed out.
    pub arrived: u32,
    /// The wall stays as it is.
    pub frozen: bool,
    /// The cards, in the order of the wall.
    pub cards: Vec<DottedCard>,
    /// The count, if there is one.
    pub count: Option<DotCount>,
    /// May freeze the wall, count, and undo that now.
    pub may_run: May,
}

/// Photographs of a wall, as they are added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionPhotos {
    /// Which.
    pub session: SessionRef,
    /// Those that are there.
    pub photos: Vec<SessionPhoto>,
    /// Everybody may see them.
    pub public: bool,
    /// May add and remove now.
    pub may_run: May,
}

/// Cards of which a need or a proposal is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakingUp {
    /// Which session.
    pub session: SessionRef,
    /// The cards chosen, that may be taken up.
    pub cards: Vec<RoomCard>,
    /// Numbers of cards chosen of which something was made already.
    pub taken: Vec<i64>,
    /// Policies to choose from.
    pub policies: Vec<PolicyName>,
    /// Municipalities to choose from.
    pub municipalities: Vec<PlaceName>,
    /// May make a need of them now.
    pub may_need: May,
    /// May make a proposal of them now.
    pub may_proposal: May,
}

/// What was said in a session and became a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidInSession {
    /// Number of the session.
    pub session: i64,
    /// Its title.
    pub title: String,
    /// Numbers of the cards; none where a file brought it.
    pub cards: Vec<i64>,
}
