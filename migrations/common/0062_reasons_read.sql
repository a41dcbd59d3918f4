-- When a moderator read a reason that the detectors held, and published it or not.
ALTER TABLE cluster_answers ADD COLUMN read_at TIMESTAMPTZ;
