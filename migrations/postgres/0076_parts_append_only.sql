-- Splits are appended, and end by another row; their words may only be erased.
CREATE TRIGGER splits_append_only BEFORE DELETE OR UPDATE OF id, ambito_id, contribution_id, revision, reason, role, at ON splits
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER parts_no_delete BEFORE DELETE ON parts
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER parts_no_update BEFORE UPDATE ON parts
FOR EACH ROW WHEN (NEW.title <> '' OR NEW.excerpt <> '' OR NEW.id <> OLD.id OR NEW.split_id <> OLD.split_id OR NEW.position <> OLD.position)
EXECUTE FUNCTION append_only();
CREATE TRIGGER split_ends_append_only BEFORE UPDATE OR DELETE ON split_ends
FOR EACH ROW EXECUTE FUNCTION append_only();
