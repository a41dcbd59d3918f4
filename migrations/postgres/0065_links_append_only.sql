-- Links are appended, and end by another row; none is changed.
CREATE TRIGGER links_append_only BEFORE UPDATE OR DELETE ON links
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER link_ends_append_only BEFORE UPDATE OR DELETE ON link_ends
FOR EACH ROW EXECUTE FUNCTION append_only();
