-- Since when the projector of a session shows nothing: somebody read a name, or worse, on it.
ALTER TABLE lab_sessions ADD COLUMN covered_at TIMESTAMPTZ;
