-- From which sentences of its sources the synthesis of a draft draws, as JSON
-- (domain::merging::drawn::Drawn): by the words of the sentences, since both change while it is
-- written. A row is there once somebody has looked at the source; it goes with the text.
CREATE TABLE cluster_draft_draws (
    draft_id UUID NOT NULL REFERENCES cluster_drafts (id),
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    drawn TEXT NOT NULL,
    PRIMARY KEY (draft_id, contribution_id)
);
CREATE INDEX cluster_draft_draws_by_contribution ON cluster_draft_draws (contribution_id);
