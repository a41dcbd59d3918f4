-- Links are appended, and end by another row; none is changed.
CREATE TRIGGER links_no_update BEFORE UPDATE ON links
BEGIN SELECT RAISE(ABORT, 'links is append-only'); END;
CREATE TRIGGER links_no_delete BEFORE DELETE ON links
BEGIN SELECT RAISE(ABORT, 'links is append-only'); END;
CREATE TRIGGER link_ends_no_update BEFORE UPDATE ON link_ends
BEGIN SELECT RAISE(ABORT, 'link_ends is append-only'); END;
CREATE TRIGGER link_ends_no_delete BEFORE DELETE ON link_ends
BEGIN SELECT RAISE(ABORT, 'link_ends is append-only'); END;
