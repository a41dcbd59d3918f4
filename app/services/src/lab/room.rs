//! In the room: cards, the wall, dots, photographs, and what becomes of cards.

use std::collections::HashMap;

use domain::citizen_forms;
use domain::contributions::{AuthorKind, Kind, Standing};
use domain::faults::{Fault, Refusal, What};
use domain::forms::Fields;
use domain::ids::{CardId, ContributionId};
use domain::lab::{SessionState, room};
use domain::policy::{Facts, Operation, Permit, permit};
use domain::views::{
    ContributionRef, DotCount, DottedCard, May, RoomCard, RoomColumn, SaidInSession, SessionDots,
    SessionPhoto, SessionPhotos, SessionRoom, SessionWall, TakingUp, WallCard, WallColumn,
};
use store::forms_sent::{self, FormHash};
use store::lab::{Card, Column, Session};
use store::voices::RoundFacts;
use store::{Snapshot, Tx, identity};
use uuid::Uuid;

use crate::voices::{self, Via};
use crate::{Asking, Declined, Services, commit};

/// The wall of a session, as everybody may read it: no token, no hidden card. Cards that say the
/// same as another stand behind it.
pub(crate) async fn wall(
    snapshot: &mut Snapshot,
    session: &Session,
) -> Result<Vec<WallColumn>, Declined> {
    let columns = store::lab::columns(snapshot, session.id).await?;
    let cards: Vec<Card> = store::lab::cards(snapshot, session.id)
        .await?
        .into_iter()
        .filter(|card| !card.hidden)
        .collect();
    let made: Vec<ContributionId> = cards.iter().filter_map(|card| card.contribution).collect();
    let public = store::links::public(snapshot, &made).await?;
    let became = |card: &Card| {
        let id = card.contribution?;
        public.get(&id).map(|(text, _, _)| text.clone())
    };
    let mut behind: HashMap<_, Vec<i64>> = HashMap::new();
    for card in &cards {
        if let Some(front) = card.same_as {
            behind.entry(front).or_default().push(card.number);
        }
    }
    let shown = |card: &Card| WallCard {
        number: card.number,
        words: card.words.clone(),
        with: behind.get(&card.id).cloned().unwrap_or_default(),
        dots: card.dots.and_then(|dots| u32::try_from(dots).ok()),
        became: became(card),
    };
    let within = |column| {
        let of_it = cards.iter().filter(|card| card.same_as.is_none() && card.column == column);
        of_it.map(shown).collect::<Vec<_>>()
    };
    let mut wall: Vec<WallColumn> = columns
        .into_iter()
        .map(|column| WallColumn {
            position: column.position,
            title: column.title,
            cards: within(Some(column.id)),
        })
        .collect();
    let loose = within(None);
    if !loose.is_empty() {
        wall.push(WallColumn { position: 0, title: String::new(), cards: loose });
    }
    Ok(wall)
}

/// Where a text was said, if in a session that everybody may know of.
pub(crate) async fn said(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
) -> Result<Option<SaidInSession>, Declined> {
    let found = store::lab::said(snapshot, contribution).await?;
    Ok(found.map(|(session, title, cards)| SaidInSession { session, title, cards }))
}

/// States in which cards may be taken off the wall: until the minutes make it public, and after
/// that too where something slipped through.
const HIDING: &[SessionState] = &[
    SessionState::Running,
    SessionState::MinutesDraft,
    SessionState::MinutesApproved,
    SessionState::GivenBack,
];

/// States in which cards may become needs and proposals.
const TAKING: &[SessionState] = HIDING;

/// States in which photographs are added and removed.
const PHOTOGRAPHING: &[SessionState] = HIDING;

/// A session and its round, for who runs it.
async fn found(
    snapshot: &mut Snapshot,
    ask: &Asking,
    number: i64,
) -> Result<(Session, RoundFacts), Declined> {
    // Whoever has no right learns nothing of what is being prepared.
    permit(&ask.actor, Operation::RunSession, &Facts::of(ask.ambito), ask.now)?;
    super::session(snapshot, ask, number).await
}

/// Whether something may be done, as pages tell it.
fn may(
    ask: &Asking,
    operation: Operation,
    (session, round): (&Session, &RoundFacts),
    states: &[SessionState],
) -> May {
    match super::leave(ask, operation, session, round, states) {
        Ok(_) => Ok(()),
        Err(Declined::Refused(refusal)) => Err(refusal),
        Err(_) => Err(Refusal::NotYourRole),
    }
}

fn thawed(session: &Session) -> Result<(), Refusal> {
    if session.frozen.is_some() { Err(Refusal::WallFrozen) } else { Ok(()) }
}

fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// Cards as who runs the session sees them.
struct Seen {
    cards: Vec<Card>,
    public: HashMap<ContributionId, ContributionRef>,
}

impl Seen {
    async fn of(snapshot: &mut Snapshot, session: &Session) -> Result<Seen, Declined> {
        let cards = store::lab::cards(snapshot, session.id).await?;
        let made: Vec<ContributionId> = cards.iter().filter_map(|card| card.contribution).collect();
        let public = store::links::public(snapshot, &made).await?;
        let public = public.into_iter().map(|(id, (text, _, _))| (id, text)).collect();
        Ok(Seen { cards, public })
    }

    fn card(&self, card: &Card) -> RoomCard {
        let behind = self.cards.iter().filter(|one| one.same_as == Some(card.id));
        RoomCard {
            number: card.number,
            words: card.words.clone(),
            assisted: card.assisted,
            quotable: card.quotable,
            with: behind.filter(|one| !one.hidden).map(|one| self.card(one)).collect(),
            taken: card.contribution.is_some(),
            became: card.contribution.and_then(|id| self.public.get(&id).cloned()),
            dots: card.dots.map(small),
        }
    }

    /// Cards in front, in a column or in none.
    fn within(&self, column: Option<Uuid>) -> Vec<RoomCard> {
        let front = |card: &&Card| !card.hidden && card.same_as.is_none() && card.column == column;
        self.cards.iter().filter(front).map(|card| self.card(card)).collect()
    }
}

/// The room: where cards are written and the wall is arranged.
///
/// # Errors
///
/// Who may not run sessions has no such page.
pub async fn page(services: &Services, ask: &Asking, number: i64) -> Result<SessionRoom, Declined> {
    let mut snapshot = services.look().await?;
    let (session, round) = found(&mut snapshot, ask, number).await?;
    let columns = store::lab::columns(&mut snapshot, session.id).await?;
    let seen = Seen::of(&mut snapshot, &session).await?;
    let loose = RoomColumn { position: 0, title: String::new(), cards: seen.within(None) };
    let mut wall = vec![loose];
    wall.extend(columns.into_iter().map(|column| RoomColumn {
        position: column.position,
        cards: seen.within(Some(column.id)),
        title: column.title,
    }));
    let here = (&session, &round);
    Ok(SessionRoom {
        question: session.plan.question.clone(),
        columns: wall,
        hidden: seen.cards.iter().filter(|card| card.hidden).map(|card| seen.card(card)).collect(),
        cards: u32::try_from(seen.cards.len()).unwrap_or(u32::MAX),
        last: seen.cards.last().map(|card| (card.number, card.words.clone())),
        arrived: small(session.present),
        dotted: session.plan.dots_each > 0,
        frozen: session.frozen.is_some(),
        covered: session.covered.is_some(),
        may_run: may(ask, Operation::RunSession, here, &[SessionState::Running]),
        may_hide: may(ask, Operation::RunSession, here, HIDING),
        may_take_up: may(ask, Operation::TakeUpCards, here, TAKING),
        session: super::reference(&session, &round, ask),
    })
}

/// Writes a card: fields of [`room::card`]. A second sending of the same form is the same card.
/// Returns its number.
///
/// # Errors
///
/// What is wrong with the fields; a session that is not under way; a wall that is frozen.
pub async fn write_card(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: &Fields,
    sending: &str,
) -> Result<i64, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    let (session, round) = found(&mut tx, ask, number).await?;
    if let Some(first) = crate::made(&mut tx, form.as_ref()).await? {
        let first = store::lab::card_number(&mut tx, first.into()).await?;
        return first.ok_or(Declined::NotFound);
    }
    let leave =
        super::leave(ask, Operation::RunSession, &session, &round, &[SessionState::Running])?;
    thawed(&session)?;
    let tokens = store::lab::tokens(&mut tx, session.id).await?;
    let handed = |number| tokens.iter().any(|one| one.number == number && one.arrived.is_some());
    let card = room::card(fields, handed)?;
    let (id, salt) = (services.chance.id::<CardId>(ask.now), services.chance.bytes());
    let number = store::lab::write_card(&mut tx, &leave, session.id, id, &card, &salt).await?;
    forms_sent::remember(&mut tx, &leave, form.as_ref(), id.uuid()).await?;
    commit(tx).await?;
    Ok(number)
}

/// What was done to the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arranged {
    /// Cards are elsewhere, or stand behind another, or apart again.
    Wall,
    /// Cards were taken off it.
    Hidden,
    /// Cards were put back.
    Shown,
    /// A column was added, renamed, moved or removed.
    Columns,
    /// The projector shows nothing.
    Covered,
    /// It shows the wall again.
    Uncovered,
}

/// Name of the field with the number of a chosen card.
pub const CHOSEN: &str = "c";

/// The chosen cards, each once.
fn chosen<'a>(cards: &'a [Card], numbers: &[&str]) -> Result<Vec<&'a Card>, Declined> {
    let mut found: Vec<&Card> = Vec::new();
    for number in numbers.iter().take(room::CARDS_MOST) {
        let card = cards.iter().find(|card| card.number.to_string() == **number);
        let card = card.ok_or(Declined::NotFound)?;
        if !found.iter().any(|one| one.id == card.id) {
            found.push(card);
        }
    }
    if found.is_empty() {
        return Err(vec![Fault::new(CHOSEN, What::TooFew { least: 1 })].into());
    }
    Ok(found)
}

/// Arranges the wall, as the field `act` says, with the cards chosen in [`CHOSEN`]: `move` to the
/// column in `column` (0: none), `same` as the card in `front`, `apart`; `hide` and `show`, also
/// of the one card whose number is the value of a field of that name; `column_new`; `rename`,
/// `earlier`, `remove` of the column in `which`; `cover` and `uncover`.
///
/// # Errors
///
/// Nothing chosen; a column or a card that isn't there; a session that is not under way; a wall
/// that is frozen, unless cards are taken off it or the projector is covered.
pub async fn arrange(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: &Fields,
) -> Result<Arranged, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (session, round) = found(&mut tx, ask, number).await?;
    let act = ["hide", "show"].into_iter().find(|act| fields.has(act));
    let act = act.unwrap_or_else(|| fields.text("act"));
    let hiding = matches!(act, "hide" | "show" | "cover" | "uncover");
    let states = if hiding { HIDING } else { &[SessionState::Running] };
    let leave = super::leave(ask, Operation::RunSession, &session, &round, states)?;
    if !hiding {
        thawed(&session)?;
    }
    let cards = store::lab::cards(&mut tx, session.id).await?;
    let one = fields.text(act);
    let numbers: Vec<&str> =
        if one.is_empty() { fields.texts(CHOSEN).collect() } else { vec![one] };
    let ids = |cards: &[&Card]| cards.iter().map(|card| card.id).collect::<Vec<CardId>>();
    let arranged = match act {
        "move" => {
            let cards = chosen(&cards, &numbers)?;
            let column = match fields.text("column") {
                "" => return Err(vec![Fault::new("column", What::Missing)].into()),
                "0" => None,
                _ => Some(which(&mut tx, &session, fields, "column").await?.id),
            };
            let behind: Vec<&Card> =
                cards.iter().copied().filter(|card| card.same_as.is_some()).collect();
            if !behind.is_empty() {
                store::lab::stand_apart(&mut tx, &leave, session.id, &ids(&behind)).await?;
            }
            store::lab::place(&mut tx, &leave, session.id, &ids(&cards), column).await?;
            Arranged::Wall
        }
        "same" => {
            let chosen = chosen(&cards, &numbers)?;
            let front = fields.text("front");
            if front.is_empty() {
                return Err(vec![Fault::new("front", What::Missing)].into());
            }
            let named = cards.iter().find(|card| card.number.to_string() == front);
            let named = named.filter(|card| !card.hidden).ok_or(Declined::NotFound)?;
            let front = named.same_as.unwrap_or(named.id);
            let behind: Vec<CardId> =
                ids(&chosen).into_iter().filter(|card| *card != front).collect();
            if behind.is_empty() {
                return Err(vec![Fault::new("front", What::Repeated)].into());
            }
            store::lab::stand_behind(&mut tx, &leave, session.id, &behind, front).await?;
            Arranged::Wall
        }
        "apart" => {
            let mut apart = chosen(&cards, &numbers)?;
            // Of a card in front, those behind it.
            let fronts: Vec<CardId> = ids(&apart);
            let behind = |card: &&Card| card.same_as.is_some_and(|front| fronts.contains(&front));
            apart.extend(cards.iter().filter(behind));
            apart.retain(|card| card.same_as.is_some());
            if apart.is_empty() {
                return Err(vec![Fault::new(CHOSEN, What::NotAChoice)].into());
            }
            store::lab::stand_apart(&mut tx, &leave, session.id, &ids(&apart)).await?;
            Arranged::Wall
        }
        "hide" | "show" => {
            let (cards, hidden) = (chosen(&cards, &numbers)?, act == "hide");
            store::lab::hide(&mut tx, &leave, session.id, &ids(&cards), hidden).await?;
            if hidden { Arranged::Hidden } else { Arranged::Shown }
        }
        "cover" | "uncover" => {
            let covered = act == "cover";
            store::lab::cover(&mut tx, &leave, session.id, covered).await?;
            if covered { Arranged::Covered } else { Arranged::Uncovered }
        }
        "column_new" | "rename" | "earlier" | "remove" => {
            columns(services, &mut tx, &leave, &session, act, fields).await?;
            Arranged::Columns
        }
        _ => return Err(Declined::NotFound),
    };
    commit(tx).await?;
    Ok(arranged)
}

/// The column whose place stands in a field.
async fn which(
    tx: &mut Tx,
    session: &Session,
    fields: &Fields,
    field: &str,
) -> Result<Column, Declined> {
    let columns = store::lab::columns(tx, session.id).await?;
    let named = columns.into_iter().find(|one| one.position.to_string() == fields.text(field));
    named.ok_or(Declined::NotFound)
}

async fn columns(
    services: &Services,
    tx: &mut Tx,
    leave: &Permit,
    session: &Session,
    act: &str,
    fields: &Fields,
) -> Result<(), Declined> {
    let columns = store::lab::columns(tx, session.id).await?;
    let titles = |but: Option<Uuid>| {
        let others = columns.iter().filter(move |column| Some(column.id) != but);
        others.map(|column| column.title.as_str())
    };
    if act == "column_new" {
        if columns.len() >= room::COLUMNS_MOST {
            let (most, found) = (room::COLUMNS_MOST, columns.len() + 1);
            let told = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let what = What::TooMany { most: told(most), found: told(found) };
            return Err(vec![Fault::new("column_title", what)].into());
        }
        let title = room::column(fields, "column_title", titles(None))?;
        let id = services.chance.id(leave.at());
        store::lab::add_column(tx, leave, session.id, id, &title).await?;
        return Ok(());
    }
    let column = which(tx, session, fields, "which").await?;
    match act {
        "rename" => {
            let field = format!("title-{}", column.position);
            let title = room::column(fields, &field, titles(Some(column.id)))?;
            store::lab::rename_column(tx, leave, session.id, column.id, &title).await?;
        }
        "earlier" => {
            let before = columns.iter().rfind(|one| one.position < column.position);
            let before = before.ok_or(Refusal::AlreadyDone)?;
            store::lab::swap_columns(tx, leave, session.id, before, &column).await?;
        }
        _ => store::lab::remove_column(tx, leave, session.id, column.id).await?,
    }
    Ok(())
}

/// The wall for the projector: without dots, which stay hidden until the minutes are approved.
///
/// # Errors
///
/// Who may not run sessions has no such page.
pub async fn projector(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<SessionWall, Declined> {
    let mut snapshot = services.look().await?;
    let (session, round) = found(&mut snapshot, ask, number).await?;
    let covered = session.covered.is_some();
    let mut columns = if covered { Vec::new() } else { wall(&mut snapshot, &session).await? };
    for card in columns.iter_mut().flat_map(|column| &mut column.cards) {
        (card.dots, card.became) = (None, None);
    }
    Ok(SessionWall {
        session: super::reference(&session, &round, ask),
        question: session.plan.question.clone(),
        columns,
        covered,
    })
}

/// The dots of a session, as they are counted.
///
/// # Errors
///
/// Who may not run sessions has no such page; there is none where a session has no dots.
pub async fn dots_page(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<SessionDots, Declined> {
    let mut snapshot = services.look().await?;
    let (session, round) = found(&mut snapshot, ask, number).await?;
    if session.plan.dots_each == 0 {
        return Err(Declined::NotFound);
    }
    let columns = store::lab::columns(&mut snapshot, session.id).await?;
    let cards = store::lab::cards(&mut snapshot, session.id).await?;
    let place = |card: &Card| {
        let column = columns.iter().position(|column| Some(column.id) == card.column);
        (card.hidden, column.map_or(0, |place| place + 1), card.number)
    };
    let mut front: Vec<&Card> = cards.iter().filter(|card| card.same_as.is_none()).collect();
    front.sort_by_key(|card| place(card));
    let behind = |front: &Card| {
        let with = cards.iter().filter(|card| card.same_as == Some(front.id) && !card.hidden);
        with.map(|card| card.number).collect()
    };
    let count = store::lab::dots(&mut snapshot, session.id).await?;
    Ok(SessionDots {
        each: session.plan.dots_each,
        most: session.plan.dots_most,
        arrived: small(session.present),
        frozen: session.frozen.is_some(),
        cards: front
            .into_iter()
            .map(|card| DottedCard {
                number: card.number,
                words: card.words.clone(),
                with: behind(card),
                hidden: card.hidden,
                dots: card.dots.map(small),
            })
            .collect(),
        count: count.map(|(people, each, blanks)| DotCount {
            people: small(people),
            each: small(each),
            blanks: small(blanks),
        }),
        may_run: may(ask, Operation::RunSession, (&session, &round), &[SessionState::Running]),
        session: super::reference(&session, &round, ask),
    })
}

/// What was done to the dots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dotted {
    /// The wall stays as it is.
    Frozen,
    /// It may change again, and what was counted is thrown away.
    Unfrozen,
    /// They were counted, and add up.
    Counted,
}

/// Freezes the wall (`freeze`), lets it change again (`unfreeze`), or keeps a count of the dots
/// (`count`: fields of [`room::dots`]), as the field `do` says.
///
/// # Errors
///
/// Numbers that don't add up, with the difference; a session that is not under way; one without
/// dots, or without cards; a count before the wall is frozen.
pub async fn dots(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: &Fields,
) -> Result<Dotted, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (session, round) = found(&mut tx, ask, number).await?;
    let leave =
        super::leave(ask, Operation::RunSession, &session, &round, &[SessionState::Running])?;
    if session.plan.dots_each == 0 {
        return Err(Declined::NotFound);
    }
    let cards = store::lab::cards(&mut tx, session.id).await?;
    let dotted = match fields.text("do") {
        "freeze" => {
            thawed(&session).map_err(|_| Refusal::AlreadyDone)?;
            if !cards.iter().any(|card| !card.hidden) {
                return Err(vec![Fault::new("cards", What::TooFew { least: 1 })].into());
            }
            store::lab::freeze(&mut tx, &leave, session.id).await?;
            Dotted::Frozen
        }
        "unfreeze" => {
            session.frozen.ok_or(Refusal::AlreadyDone)?;
            let salt = services.chance.bytes();
            store::lab::unfreeze(&mut tx, &leave, session.id, &salt).await?;
            Dotted::Unfrozen
        }
        "count" => {
            session.frozen.ok_or(Refusal::NotOpened)?;
            let front = cards.iter().filter(|card| card.same_as.is_none());
            let numbers: Vec<i64> = front.map(|card| card.number).collect();
            let dots = room::dots(fields, &numbers, &session.plan, small(session.present))?;
            let salt = services.chance.bytes();
            store::lab::keep_dots(&mut tx, &leave, session.id, &dots, &salt).await?;
            Dotted::Counted
        }
        _ => return Err(Declined::NotFound),
    };
    commit(tx).await?;
    Ok(dotted)
}

/// A photograph, drawn anew: JPEG, width, height.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The file.
    pub jpeg: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Photographs of a session, for pages.
pub(crate) async fn photographs(
    snapshot: &mut Snapshot,
    session: &Session,
) -> Result<Vec<SessionPhoto>, Declined> {
    let photos = store::lab::photos(snapshot, session.id).await?;
    Ok(photos
        .into_iter()
        .map(|photo| SessionPhoto {
            number: photo.number,
            alt: photo.alt,
            width: small(photo.width),
            height: small(photo.height),
        })
        .collect())
}

/// Photographs of a wall, as they are added.
///
/// # Errors
///
/// Who may not run sessions has no such page.
pub async fn photos_page(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<SessionPhotos, Declined> {
    let mut snapshot = services.look().await?;
    let (session, round) = found(&mut snapshot, ask, number).await?;
    Ok(SessionPhotos {
        photos: photographs(&mut snapshot, &session).await?,
        public: session.state.told(),
        may_run: may(ask, Operation::RunSession, (&session, &round), PHOTOGRAPHING),
        session: super::reference(&session, &round, ask),
    })
}

/// Keeps a photograph of the wall: fields of [`room::photo`]. A second sending of the same form
/// keeps none.
///
/// # Errors
///
/// What is wrong with the fields.
pub async fn add_photo(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: &Fields,
    drawn: &Drawn,
    sending: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    let (session, round) = found(&mut tx, ask, number).await?;
    let leave = super::leave(ask, Operation::RunSession, &session, &round, PHOTOGRAPHING)?;
    let alt = room::photo(fields)?;
    if crate::made(&mut tx, form.as_ref()).await?.is_some() {
        return Ok(());
    }
    let id: Uuid = services.chance.id(ask.now);
    let pixels = (drawn.jpeg.as_slice(), drawn.width, drawn.height);
    store::lab::add_photo(&mut tx, &leave, session.id, id, pixels, &alt).await?;
    forms_sent::remember(&mut tx, &leave, form.as_ref(), id).await?;
    commit(tx).await
}

/// Removes a photograph: its pixels are gone.
///
/// # Errors
///
/// There is none of this number.
pub async fn remove_photo(
    services: &Services,
    ask: &Asking,
    number: i64,
    photo: i64,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (session, round) = found(&mut tx, ask, number).await?;
    let leave = super::leave(ask, Operation::RunSession, &session, &round, PHOTOGRAPHING)?;
    let photos = store::lab::photos(&mut tx, session.id).await?;
    let photo = photos.into_iter().find(|one| one.number == photo).ok_or(Declined::NotFound)?;
    store::lab::remove_photo(&mut tx, &leave, session.id, photo.id).await?;
    commit(tx).await
}

/// The pixels of a photograph, and whether everybody may see them: from the approval of the
/// minutes; before, who runs the session.
///
/// # Errors
///
/// There is none, or none this person may know of.
pub async fn photo(
    services: &Services,
    ask: &Asking,
    number: i64,
    photo: i64,
) -> Result<(Vec<u8>, bool), Declined> {
    let mut snapshot = services.look().await?;
    let (session, round) = super::session(&mut snapshot, ask, number).await?;
    let public = session.state.told();
    let facts = Facts::within(ask.ambito, &round.round);
    if !public && permit(&ask.actor, Operation::RunSession, &facts, ask.now).is_err() {
        return Err(Declined::NotFound);
    }
    let jpeg = store::lab::photo(&mut snapshot, session.id, photo).await?;
    Ok((jpeg.ok_or(Declined::NotFound)?, public))
}

/// Leave to make a voice of this kind of cards.
fn may_become(
    ask: &Asking,
    kind: Kind,
    session: &Session,
    round: &RoundFacts,
) -> Result<Permit, Declined> {
    let leave = super::leave(ask, Operation::TakeUpCards, session, round, TAKING)?;
    round.round.level_for(voices::opening(kind)).ok_or(Refusal::NotOpened)?;
    Ok(leave)
}

/// The form with which cards become a need or a proposal.
///
/// # Errors
///
/// Who may not take up cards has no such page; nothing chosen leads to nothing found.
pub async fn taking_up(
    services: &Services,
    ask: &Asking,
    number: i64,
    query: &Fields,
) -> Result<TakingUp, Declined> {
    let mut snapshot = services.look().await?;
    let (session, round) = found(&mut snapshot, ask, number).await?;
    let seen = Seen::of(&mut snapshot, &session).await?;
    let numbers: Vec<&str> = query.texts(CHOSEN).collect();
    let named = match chosen(&seen.cards, &numbers) {
        Ok(cards) => cards,
        Err(Declined::Invalid(_)) => Vec::new(),
        Err(other) => return Err(other),
    };
    let named = with_those_behind(&seen.cards, &named);
    let (taken, free): (Vec<&Card>, Vec<&Card>) =
        named.into_iter().partition(|card| card.contribution.is_some());
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    let policies = frame.policies.iter().map(|policy| policy.name.clone()).collect();
    let municipalities = frame.places.iter().map(|place| place.place()).collect();
    let may = |kind| match may_become(ask, kind, &session, &round) {
        Ok(_) => Ok(()),
        Err(Declined::Refused(refusal)) => Err(refusal),
        Err(_) => Err(Refusal::NotYourRole),
    };
    Ok(TakingUp {
        cards: free.into_iter().map(|card| RoomCard { with: vec![], ..seen.card(card) }).collect(),
        taken: taken.into_iter().map(|card| card.number).collect(),
        policies,
        municipalities,
        may_need: may(Kind::Need),
        may_proposal: may(Kind::Proposal),
        session: super::reference(&session, &round, ask),
    })
}

/// Cards, and those that stand behind them: they say the same, and go the same way.
fn with_those_behind<'a>(cards: &'a [Card], named: &[&'a Card]) -> Vec<&'a Card> {
    let mut all = named.to_vec();
    for card in cards {
        let behind = named.iter().any(|front| card.same_as == Some(front.id));
        if behind && !card.hidden && !all.iter().any(|one| one.id == card.id) {
            all.push(card);
        }
    }
    all.sort_by_key(|card| card.number);
    all
}

/// Makes a need or a proposal (the field `kind`) of the cards in [`CHOSEN`], with the fields of
/// [`citizen_forms`]. It goes through what every voice goes through; nobody's name stands on it.
/// The cards stay as they were, and point to it. Returns what it is, its number, and where it
/// stands. A second sending of the same form makes nothing more.
///
/// Where the cards are of one token alone that follows no other text yet, its holder follows this
/// one with the token's code, as with a receipt: of a text out of several people's cards nobody
/// alone may take it back.
///
/// # Errors
///
/// What is wrong with the fields; a card of which something was made already, or that was taken
/// off the wall; a round that is not open, or doesn't take this kind.
pub async fn take_up(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: &Fields,
    sending: &str,
) -> Result<(Kind, i64, Standing), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    let (session, round) = found(&mut tx, ask, number).await?;
    if let Some(first) = crate::made(&mut tx, form.as_ref()).await? {
        let voice = store::voices::by_id(&mut tx, ask.ambito, first.into()).await?;
        let voice = voice.ok_or(Declined::NotFound)?;
        return Ok((voice.kind, voice.number, voice.standing));
    }
    let fault = |field: &str, what| Declined::Invalid(vec![Fault::new(field, what)]);
    let kind = match fields.text("kind") {
        "" => return Err(fault("kind", What::Missing)),
        code => code.parse::<Kind>().map_err(|_| fault("kind", What::NotAChoice))?,
    };
    let leave = may_become(ask, kind, &session, &round)?;
    let cards = store::lab::cards(&mut tx, session.id).await?;
    let numbers: Vec<&str> = fields.texts(CHOSEN).collect();
    let cards = chosen(&cards, &numbers)?;
    if cards.iter().any(|card| card.contribution.is_some() || card.hidden) {
        return Err(fault(CHOSEN, What::Taken));
    }
    let mut anonymous = fields.clone();
    for (name, value) in [
        ("author_kind", AuthorKind::Anonymous.code()),
        ("signed", "no"),
        ("organisation", ""),
        ("also_of", ""),
    ] {
        anonymous.set(name, value);
    }
    let draft = citizen_forms::parse_draft(kind, &anonymous, fields.text("language"))?;
    let via = Via::Session(session.id);
    let entered = voices::enter(services, ask, &mut tx, &leave, &round, &draft, via).await?;
    let ids: Vec<CardId> = cards.iter().map(|card| card.id).collect();
    store::lab::take_up(&mut tx, &leave, session.id, &ids, entered.id).await?;
    let first = cards.first().and_then(|card| card.token);
    let holder = first.filter(|token| cards.iter().all(|card| card.token == Some(*token)));
    if let Some(token) = holder
        && let Some(hash) = store::lab::token_hash(&mut tx, session.id, token).await?
        && identity::receipt(&mut tx, ask.ambito, &hash).await?.is_none()
    {
        identity::keep_receipt(&mut tx, &leave, &hash, entered.id).await?;
    }
    forms_sent::remember(&mut tx, &leave, form.as_ref(), entered.id.uuid()).await?;
    commit(tx).await?;
    Ok((kind, entered.number, entered.standing))
}
