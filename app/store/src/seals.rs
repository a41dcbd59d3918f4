//! Seals: the record of events vouches for decisions and answers too, not for texts alone.
//!
//! Who writes a review, an answer, a moderator's verdict, the sources of a cluster, the end of its
//! objection window, its undoing
//! or an act on a round seals it: the row is read back as it stands, its salted hash goes into
//! the event, the salt stays here. `trama check` reads the row in the same way, so what a hand
//! changes later is named.

use domain::contributions::salted;
use domain::events::{Seal, Sealed, hex};
use domain::ids::AmbitoId;
use domain::policy::Permit;
use domain::time::Moment;
use uuid::Uuid;

use crate::read::{all, first};
use crate::{Snapshot, StoreError, Tx, on};

/// What a seal is over, as it stands now; `None` if it isn't there.
pub async fn parts(
    snapshot: &mut Snapshot,
    what: Sealed,
    id: Uuid,
) -> Result<Option<Vec<String>>, StoreError> {
    if what == Sealed::RoundWindows {
        // Moments are written in more than one way: they are sealed as numbers.
        let windows = crate::round_design::windows(snapshot, id).await?;
        let parts: Vec<String> = windows.iter().flat_map(|(window, _)| window.parts()).collect();
        return Ok((!parts.is_empty()).then_some(parts));
    }
    if what == Sealed::Window {
        let sql = "SELECT closes_at FROM clusters WHERE id = $1 AND closes_at IS NOT NULL";
        let found: Option<(Moment,)> = first(snapshot, sql, &[id.into()]).await?;
        return Ok(found.map(|(closes,)| vec![closes.timestamp_micros().to_string()]));
    }
    // Each statement gives rows of three texts; all of them, in order, are sealed.
    let sql = match what {
        Sealed::Review => {
            "SELECT outcome AS a, reason AS b, conditions || COALESCE(minority, '') AS c, CAST(0 AS BIGINT) AS o \
             FROM reviews WHERE id = $1 \
             UNION ALL SELECT CAST(position AS TEXT), presence, COALESCE(interest, ''), position \
             FROM review_members WHERE review_id = $1 ORDER BY 4"
        }
        Sealed::Outcome => {
            "SELECT outcome AS a, reason AS b, '' AS c, CAST(0 AS BIGINT) AS o FROM outcomes WHERE id = $1"
        }
        Sealed::Verdict => {
            "SELECT COALESCE(decision, '') AS a, COALESCE(reason_class, '') AS b, \
             COALESCE(reason, '') AS c, CAST(0 AS BIGINT) AS o FROM moderation_cases WHERE id = $1"
        }
        Sealed::Sources => {
            "SELECT CAST(position AS TEXT) AS a, share AS b, COALESCE(excerpt, '') AS c, \
             position AS o FROM cluster_sources WHERE cluster_id = $1 ORDER BY 4"
        }
        Sealed::Dissolution => {
            "SELECT COALESCE(dissolved_reason, '') AS a, '' AS b, '' AS c, CAST(0 AS BIGINT) AS o \
             FROM clusters WHERE id = $1 AND state = 'sciolto'"
        }
        Sealed::Synthesis => {
            "SELECT 'v' || CAST(v.version AS TEXT) AS a, CAST(v.edition AS TEXT) AS b, \
             v.role AS c, CAST(0 AS BIGINT) AS o FROM synthesis_saves v WHERE v.cluster_id = $1 \
             UNION ALL SELECT 'l' || CAST(l.version AS TEXT) || ' ' || \
             CAST(l.sentence_from AS TEXT) || ' ' || CAST(l.sentence_to AS TEXT), \
             CAST(c.number AS TEXT) || ' ' || CAST(l.source_from AS TEXT) || ' ' || \
             CAST(l.source_to AS TEXT), CASE WHEN l.recheck THEN '1' ELSE '0' END, \
             CAST(0 AS BIGINT) FROM synthesis_links l \
             JOIN contributions c ON c.id = l.contribution_id WHERE l.cluster_id = $1 \
             UNION ALL SELECT 's' || CAST(s.version AS TEXT), CAST(c.number AS TEXT) || ' ' || \
             CAST(s.source_from AS TEXT) || ' ' || CAST(s.source_to AS TEXT), s.reason, \
             CAST(0 AS BIGINT) FROM synthesis_skips s \
             JOIN contributions c ON c.id = s.contribution_id WHERE s.cluster_id = $1 \
             ORDER BY 1, 2, 3"
        }
        Sealed::Mediation => {
            "SELECT decision AS a, reason AS b, '' AS c, CAST(0 AS BIGINT) AS o \
             FROM cluster_mediations WHERE id = $1"
        }
        Sealed::Split => {
            "SELECT role || ' ' || CAST(revision AS TEXT) AS a, reason AS b, \
             (SELECT CAST(COUNT(*) AS TEXT) FROM parts p WHERE p.split_id = splits.id) AS c, \
             CAST(0 AS BIGINT) AS o FROM splits WHERE id = $1"
        }
        Sealed::SplitEnd => {
            "SELECT cause AS a, reason AS b, role AS c, CAST(0 AS BIGINT) AS o \
             FROM split_ends WHERE split_id = $1"
        }
        Sealed::Link => {
            "SELECT CAST(l.number AS TEXT) || ' ' || l.kind || ' ' || l.role AS a, \
             l.reason AS b, COALESCE('c' || CAST(f.number AS TEXT), 'a' || CAST(x.number AS TEXT)) \
             || ' ' || COALESCE('c' || CAST(t.number AS TEXT), 'a' || CAST(y.number AS TEXT)) \
             AS c, CAST(0 AS BIGINT) AS o FROM links l \
             LEFT JOIN contributions f ON f.id = l.from_contribution_id \
             LEFT JOIN actions x ON x.id = l.from_action_id \
             LEFT JOIN contributions t ON t.id = l.to_contribution_id \
             LEFT JOIN actions y ON y.id = l.to_action_id WHERE l.id = $1"
        }
        Sealed::LinkEnd => {
            "SELECT reason AS a, role AS b, '' AS c, CAST(0 AS BIGINT) AS o \
             FROM link_ends WHERE id = $1"
        }
        Sealed::Invitation => {
            "SELECT o.code AS a, CASE WHEN i.invited THEN '1' ELSE '0' END AS b, i.reason AS c, \
             CAST(0 AS BIGINT) AS o FROM invitations i JOIN organisations o ON o.id = i.organisation_id \
             WHERE i.id = $1"
        }
        Sealed::Draft => {
            "SELECT CAST(version AS TEXT) AS a, text AS b, why AS c, CAST(0 AS BIGINT) AS o \
             FROM draft_versions WHERE id = $1"
        }
        Sealed::Amendment => {
            "SELECT m.kind || ' ' || CAST(m.paragraph AS TEXT) || ' ' || \
             CAST(m.base_version AS TEXT) || ' ' || COALESCE(o.code, '') AS a, m.text AS b, \
             m.reason AS c, CAST(0 AS BIGINT) AS o FROM amendments m \
             LEFT JOIN organisations o ON o.id = m.organisation_id WHERE m.id = $1 \
             UNION ALL SELECT CAST(n.number AS TEXT), '', '', s.position \
             FROM amendment_sources s JOIN amendments n ON n.id = s.source_id \
             WHERE s.amendment_id = $1 ORDER BY 4"
        }
        Sealed::AmendmentVerdict => {
            "SELECT state || ' ' || COALESCE(CAST(version AS TEXT), '') AS a, reason AS b, \
             COALESCE(adapted, '') AS c, CAST(0 AS BIGINT) AS o FROM amendment_verdicts WHERE id = $1"
        }
        Sealed::Position => {
            "SELECT o.code || ' ' || CAST(p.subject AS TEXT) || ' ' || CAST(p.version AS TEXT) \
             AS a, COALESCE(p.stance, '') AS b, p.reason AS c, CAST(0 AS BIGINT) AS o FROM position_statements p \
             JOIN organisations o ON o.id = p.organisation_id WHERE p.id = $1"
        }
        Sealed::Settlement => {
            "SELECT CAST(p.position AS TEXT) AS a, s.reason AS b, '' AS c, CAST(0 AS BIGINT) AS o \
             FROM position_settlements s JOIN position_statements p ON p.id = s.statement_id \
             WHERE s.id = $1"
        }
        Sealed::MandateEnd => {
            "SELECT o.code AS a, e.reason AS b, '' AS c, CAST(0 AS BIGINT) AS o FROM ended_mandates e \
             JOIN organisations o ON o.id = e.organisation_id WHERE e.id = $1"
        }
        Sealed::Resource => {
            "SELECT o.code || ' ' || r.side || ' ' || r.kind AS a, r.what AS b, \
             COALESCE(CAST(r.amount AS TEXT), '') || ' ' || r.unit AS c, CAST(0 AS BIGINT) AS o FROM resources r \
             JOIN organisations o ON o.id = r.organisation_id WHERE r.id = $1"
        }
        Sealed::ResourceEnd => {
            "SELECT reason AS a, '' AS b, '' AS c, CAST(0 AS BIGINT) AS o FROM resource_ends WHERE id = $1"
        }
        Sealed::SectionVersion => {
            "SELECT CAST(s.number AS TEXT) || ' ' || CAST(v.version AS TEXT) || ' ' || \
             COALESCE(o.code, '') || ' ' || v.title AS a, v.text AS b, v.why AS c, CAST(0 AS BIGINT) AS o \
             FROM section_versions v JOIN sections s ON s.id = v.section_id \
             LEFT JOIN organisations o ON o.id = v.organisation_id WHERE v.id = $1"
        }
        Sealed::Consent => {
            "SELECT o.code || ' ' || CAST(c.version AS TEXT) AS a, c.consent AS b, \
             c.reason AS c, CAST(0 AS BIGINT) AS o FROM consents c \
             JOIN organisations o ON o.id = c.organisation_id WHERE c.id = $1"
        }
        Sealed::BudgetLine => {
            "SELECT o.code || ' ' || CAST(l.cents AS TEXT) AS a, l.what AS b, l.source AS c, CAST(0 AS BIGINT) AS o \
             FROM budget_lines l JOIN organisations o ON o.id = l.organisation_id \
             WHERE l.id = $1"
        }
        Sealed::BudgetLineEnd => {
            "SELECT reason AS a, '' AS b, '' AS c, CAST(0 AS BIGINT) AS o FROM budget_line_ends WHERE id = $1"
        }
        Sealed::Reminder => {
            "SELECT o.code AS a, '' AS b, '' AS c, CAST(0 AS BIGINT) AS o FROM reminders r \
             JOIN organisations o ON o.id = r.organisation_id WHERE r.id = $1"
        }
        Sealed::Minutes => {
            "SELECT CAST(version AS TEXT) || ' ' || ending AS a, words AS b, '' AS c, CAST(0 AS BIGINT) AS o \
             FROM round_minutes WHERE id = $1"
        }
        Sealed::Activity => {
            "SELECT CAST(a.number AS TEXT) || ' ' || CAST(x.number AS TEXT) AS a, a.what AS b, \
             a.supporters AS c, CAST(0 AS BIGINT) AS o FROM activities a \
             JOIN actions x ON x.id = a.action_id WHERE a.id = $1"
        }
        Sealed::Assignment => {
            "SELECT CAST(s.position AS TEXT) || ' ' || CAST(a.number AS TEXT) AS a, \
             CAST(s.due AS TEXT) AS b, s.why AS c, CAST(0 AS BIGINT) AS o \
             FROM activity_assignments s JOIN activities a ON a.id = s.activity_id WHERE s.id = $1"
        }
        Sealed::Progress => {
            "SELECT CAST(p.position AS TEXT) || ' ' || CAST(a.number AS TEXT) || ' ' || p.state \
             AS a, p.note AS b, p.evidence AS c, CAST(0 AS BIGINT) AS o \
             FROM activity_progress p JOIN activities a ON a.id = p.activity_id WHERE p.id = $1"
        }
        Sealed::Issue => {
            "SELECT o.code || ' ' || CAST(i.number AS TEXT) AS a, i.what AS b, \
             COALESCE(CAST(a.number AS TEXT), '') AS c, CAST(0 AS BIGINT) AS o FROM issues i \
             JOIN organisations o ON o.id = i.organisation_id \
             LEFT JOIN activities a ON a.id = i.activity_id WHERE i.id = $1"
        }
        Sealed::IssueAnswer => {
            "SELECT CAST(position AS TEXT) || ' ' || state AS a, words AS b, '' AS c, \
             CAST(0 AS BIGINT) AS o FROM issue_answers WHERE id = $1"
        }
        Sealed::ProgressReport => {
            "SELECT CAST(number AS TEXT) || ' ' || CAST(version AS TEXT) || ' ' || \
             CAST(first_day AS TEXT) || ' ' || CAST(last_day AS TEXT) AS a, \
             words || ' ' || why AS b, stand AS c, CAST(0 AS BIGINT) AS o \
             FROM progress_reports WHERE id = $1"
        }
        Sealed::RoundAct => {
            "SELECT mark AS a, COALESCE(suspended_reason, '') AS b, COALESCE(report, '') AS c, \
             CAST(0 AS BIGINT) AS o FROM rounds WHERE id = $1"
        }
        Sealed::Ballot => {
            "SELECT declared AS a, introduction AS b, '' AS c, CAST(0 AS BIGINT) AS o \
             FROM ballots WHERE id = $1"
        }
        Sealed::Urn => {
            "SELECT choice AS a, '' AS b, '' AS c, CAST(0 AS BIGINT) AS o \
             FROM votes WHERE ballot_id = $1 \
             UNION ALL SELECT choice, '', '', CAST(0 AS BIGINT) FROM cast_ballots \
             WHERE ballot_id = $1 \
             UNION ALL SELECT totals, '', '', CAST(0 AS BIGINT) FROM ballot_papers \
             WHERE ballot_id = $1 AND totals IS NOT NULL ORDER BY 1"
        }
        Sealed::TieDecision => {
            "SELECT decision AS a, '' AS b, '' AS c, CAST(0 AS BIGINT) AS o \
             FROM ballots WHERE id = $1 AND decision IS NOT NULL"
        }
        Sealed::Deliberation => {
            "SELECT act_number AS a, reason AS b, parts AS c, CAST(0 AS BIGINT) AS o \
             FROM deliberations WHERE id = $1"
        }
        Sealed::RoundRules => {
            "SELECT kind AS a, title AS b, question AS c, CAST(1 AS BIGINT) AS o \
             FROM rounds WHERE id = $1 \
             UNION ALL SELECT objective, given, open, 2 FROM rounds WHERE id = $1 \
             UNION ALL SELECT off_limits, opened, moderation, 3 FROM rounds WHERE id = $1 \
             UNION ALL SELECT vote_method, tie_rule, areas, 4 FROM rounds WHERE id = $1 \
             UNION ALL SELECT COALESCE(notice, ''), design, COALESCE(rules_hash, ''), 5 \
             FROM rounds WHERE id = $1 ORDER BY 4"
        }
        Sealed::RoundSnapshot => {
            "SELECT document AS a, '' AS b, '' AS c, CAST(0 AS BIGINT) AS o \
             FROM round_snapshots WHERE id = $1"
        }
        Sealed::Card => {
            "SELECT CAST(number AS TEXT) || ' ' || COALESCE(CAST(token AS TEXT), '') AS a, \
             words AS b, CASE WHEN assisted THEN 'a' ELSE '' END || \
             CASE WHEN read_back THEN 'r' ELSE '' END || \
             CASE WHEN quotable THEN 'q' ELSE '' END AS c, CAST(0 AS BIGINT) AS o \
             FROM lab_cards WHERE id = $1"
        }
        // Dots that were thrown away are sealed too: as none.
        Sealed::Dots => {
            "SELECT COALESCE(CAST(d.people AS TEXT), '') AS a, \
             COALESCE(CAST(d.dots_each AS TEXT), '') AS b, \
             COALESCE(CAST(d.blanks AS TEXT), '') AS c, CAST(0 AS BIGINT) AS o \
             FROM lab_sessions s LEFT JOIN lab_dots d ON d.session_id = s.id WHERE s.id = $1 \
             UNION ALL SELECT CAST(number AS TEXT), CAST(dots AS TEXT), '', number \
             FROM lab_cards WHERE session_id = $1 AND dots IS NOT NULL ORDER BY 4"
        }
        Sealed::SessionMinutes => {
            "SELECT CAST(version AS TEXT) AS a, words AS b, why AS c, CAST(0 AS BIGINT) AS o \
             FROM lab_minutes WHERE id = $1"
        }
        Sealed::Correction => {
            "SELECT CAST(number AS TEXT) || ' ' || COALESCE(CAST(token AS TEXT), '') AS a, \
             words AS b, CAST(version AS TEXT) AS c, CAST(0 AS BIGINT) AS o \
             FROM lab_corrections WHERE id = $1"
        }
        Sealed::CorrectionAnswer => {
            "SELECT CASE WHEN taken THEN '1' ELSE '0' END AS a, reason AS b, '' AS c, \
             CAST(0 AS BIGINT) AS o FROM lab_correction_answers WHERE id = $1"
        }
        Sealed::SessionReport => {
            "SELECT CAST(version AS TEXT) AS a, learned AS b, changes AS c, CAST(0 AS BIGINT) AS o \
             FROM lab_reports WHERE id = $1 \
             UNION ALL SELECT CAST(c.number AS TEXT), '', '', q.position FROM lab_quotations q \
             JOIN lab_cards c ON c.id = q.card_id WHERE q.report_id = $1 ORDER BY 4"
        }
        Sealed::RoundWindows | Sealed::Window => return Ok(None),
        Sealed::SupportNote => {
            "SELECT finding AS a, note AS b, CAST(supports AS TEXT) AS c, CAST(0 AS BIGINT) AS o \
             FROM support_notes WHERE id = $1 AND confirmed_at IS NOT NULL"
        }
    };
    type Row = (String, String, String, i64);
    let rows: Vec<Row> = all(snapshot, sql, &[id.into()]).await?;
    if rows.is_empty() {
        return Ok(None);
    }
    Ok(Some(rows.into_iter().flat_map(|(a, b, c, _)| [a, b, c]).collect()))
}

/// The hash of what stands there, with a salt.
pub fn hash(salt: &[u8; 32], parts: &[String]) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    hex(&salted(salt, &parts))
}

/// Seals what was just written, for the event that tells of it.
pub async fn seal(
    tx: &mut Tx,
    permit: &Permit,
    what: Sealed,
    id: Uuid,
    salt: &[u8; 32],
) -> Result<Vec<Seal>, StoreError> {
    let Some(parts) = parts(tx, what, id).await? else { return Ok(Vec::new()) };
    let sql = "INSERT INTO seals (ambito_id, what, id, salt) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (what, id) DO UPDATE SET salt = excluded.salt";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(permit.ambito().uuid())
            .bind(what.code())
            .bind(id)
            .bind(salt.as_slice())
            .execute(c)
            .await?;
    });
    Ok(vec![Seal { what, id, hash: hash(salt, &parts) }])
}

/// The salt of a seal.
pub async fn salt(
    snapshot: &mut Snapshot,
    what: Sealed,
    id: Uuid,
) -> Result<Option<[u8; 32]>, StoreError> {
    let sql = "SELECT salt FROM seals WHERE what = $1 AND id = $2";
    let row: Option<(Vec<u8>,)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(what.code()).bind(id).fetch_optional(c).await?);
    Ok(row.and_then(|(salt,)| salt.try_into().ok()))
}

/// All that an Ambito has to be sealed: what an import has just brought.
pub async fn sealable(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(Sealed, Uuid)>, StoreError> {
    let sql = "SELECT 'review' AS what, id FROM reviews WHERE ambito_id = $1 \
        UNION ALL SELECT 'outcome', id FROM outcomes WHERE ambito_id = $1 \
        UNION ALL SELECT 'verdict', id FROM moderation_cases \
            WHERE ambito_id = $1 AND decision IS NOT NULL \
        UNION ALL SELECT 'sources', id FROM clusters WHERE ambito_id = $1 \
        UNION ALL SELECT 'dissolution', id FROM clusters \
            WHERE ambito_id = $1 AND state = 'sciolto' \
        UNION ALL SELECT 'round_act', id FROM rounds WHERE ambito_id = $1 \
        UNION ALL SELECT 'round_rules', id FROM rounds WHERE ambito_id = $1 \
        UNION ALL SELECT 'deliberation', id FROM deliberations WHERE ambito_id = $1 \
        UNION ALL SELECT 'lab_card', id FROM lab_cards WHERE ambito_id = $1 \
        UNION ALL SELECT 'lab_dots', d.session_id FROM lab_dots d \
            JOIN lab_sessions s ON s.id = d.session_id WHERE s.ambito_id = $1 \
        ORDER BY 1, 2";
    let rows: Vec<(String, Uuid)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    rows.into_iter().map(|(what, id)| Ok((crate::counts::coded("seals", id, &what)?, id))).collect()
}

/// Actions whose state is not the last one they passed through: number, state, last.
pub async fn wrong_states(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(i64, String, String)>, StoreError> {
    let sql = "SELECT a.number, a.state, h.state FROM actions a \
        JOIN action_history h ON h.action_id = a.id AND h.position = \
            (SELECT MAX(x.position) FROM action_history x WHERE x.action_id = a.id) \
        WHERE a.ambito_id = $1 AND a.state <> h.state ORDER BY a.number";
    all(snapshot, sql, &[ambito.uuid().into()]).await
}
