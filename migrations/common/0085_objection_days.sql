-- For how many days authors may object to a merge, in each Ambito. Windows that are open keep the
-- end they have: it stands with their cluster, and is sealed.
ALTER TABLE ambiti ADD COLUMN objection_days BIGINT NOT NULL DEFAULT 7
    CHECK (objection_days BETWEEN 3 AND 60);
