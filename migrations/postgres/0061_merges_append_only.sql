-- What was said and decided of a merge is appended; words may only be erased, or released.
CREATE TRIGGER cluster_mediations_append_only BEFORE UPDATE OR DELETE ON cluster_mediations
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER cluster_versions_append_only BEFORE UPDATE OR DELETE ON cluster_versions
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER cluster_answers_no_update BEFORE UPDATE OF id, ambito_id, cluster_id, contribution_id, position, at, answer ON cluster_answers
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER cluster_answers_no_delete BEFORE DELETE ON cluster_answers
FOR EACH ROW EXECUTE FUNCTION append_only();
