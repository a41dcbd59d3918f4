-- What pages of a hundred thousand texts would otherwise have to count or to walk through.

-- Distinct supporters: on how many texts of the Ambito each person's support stands. The keys go
-- with those of `supports` when a round is given back.
CREATE TABLE supporters (
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    person_id UUID NOT NULL REFERENCES people (id),
    n BIGINT NOT NULL,
    PRIMARY KEY (ambito_id, person_id)
);
ALTER TABLE ambiti ADD COLUMN supporters BIGINT NOT NULL DEFAULT 0;
INSERT INTO supporters (ambito_id, person_id, n)
    SELECT c.ambito_id, s.person_id, COUNT(*) FROM supports s
    JOIN contributions c ON c.id = s.contribution_id GROUP BY c.ambito_id, s.person_id;
UPDATE ambiti SET supporters =
    (SELECT COUNT(*) FROM supporters s WHERE s.ambito_id = ambiti.id);

-- A filter that finds few texts walks the index alone, not the table.
DROP INDEX contributions_by_policy;
CREATE INDEX contributions_by_policy ON contributions
    (policy_id, kind, standing, published_at, number, stage, round_id);
DROP INDEX contributions_by_municipality;
CREATE INDEX contributions_by_municipality ON contributions
    (municipality_id, kind, standing, published_at, number, stage, round_id);
CREATE INDEX contributions_by_policy_and_municipality ON contributions
    (policy_id, municipality_id, kind, standing, published_at, number, stage, round_id);

-- The events of a text by what was done: a thousand supports are not read to find its author's.
DROP INDEX events_by_subject;
CREATE INDEX events_by_subject ON events (subject_id, operation, seq);
