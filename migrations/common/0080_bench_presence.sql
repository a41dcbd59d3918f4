-- Who is at the workbench of a round now, and what each is reading there. No fact of the plan:
-- written beside, no event, no version; rows are gone within minutes.

CREATE TABLE bench_presence (
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    reading TEXT,                                 -- «bisogno-12», «bozza-3»
    seen_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (round_id, person_id)
);
CREATE INDEX bench_presence_by_person ON bench_presence (person_id);
