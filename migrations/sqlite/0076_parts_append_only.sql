-- Splits are appended, and end by another row; their words may only be erased.
CREATE TRIGGER splits_no_update BEFORE UPDATE OF id, ambito_id, contribution_id, revision, reason, role, at ON splits
BEGIN SELECT RAISE(ABORT, 'splits is append-only'); END;
CREATE TRIGGER splits_no_delete BEFORE DELETE ON splits
BEGIN SELECT RAISE(ABORT, 'splits is append-only'); END;
CREATE TRIGGER parts_no_update BEFORE UPDATE ON parts WHEN NEW.title <> '' OR NEW.excerpt <> '' OR NEW.id <> OLD.id OR NEW.split_id <> OLD.split_id OR NEW.position <> OLD.position
BEGIN SELECT RAISE(ABORT, 'parts is append-only'); END;
CREATE TRIGGER parts_no_delete BEFORE DELETE ON parts
BEGIN SELECT RAISE(ABORT, 'parts is append-only'); END;
CREATE TRIGGER split_ends_no_update BEFORE UPDATE ON split_ends
BEGIN SELECT RAISE(ABORT, 'split_ends is append-only'); END;
CREATE TRIGGER split_ends_no_delete BEFORE DELETE ON split_ends
BEGIN SELECT RAISE(ABORT, 'split_ends is append-only'); END;
