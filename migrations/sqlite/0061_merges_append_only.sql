-- What was said and decided of a merge is appended; words may only be erased, or released.
CREATE TRIGGER cluster_mediations_no_update BEFORE UPDATE ON cluster_mediations
BEGIN SELECT RAISE(ABORT, 'cluster_mediations is append-only'); END;
CREATE TRIGGER cluster_mediations_no_delete BEFORE DELETE ON cluster_mediations
BEGIN SELECT RAISE(ABORT, 'cluster_mediations is append-only'); END;
CREATE TRIGGER cluster_versions_no_update BEFORE UPDATE ON cluster_versions
BEGIN SELECT RAISE(ABORT, 'cluster_versions is append-only'); END;
CREATE TRIGGER cluster_versions_no_delete BEFORE DELETE ON cluster_versions
BEGIN SELECT RAISE(ABORT, 'cluster_versions is append-only'); END;
CREATE TRIGGER cluster_answers_no_update BEFORE UPDATE OF id, ambito_id, cluster_id, contribution_id, position, at, answer ON cluster_answers
BEGIN SELECT RAISE(ABORT, 'cluster_answers is append-only'); END;
CREATE TRIGGER cluster_answers_no_delete BEFORE DELETE ON cluster_answers
BEGIN SELECT RAISE(ABORT, 'cluster_answers is append-only'); END;
