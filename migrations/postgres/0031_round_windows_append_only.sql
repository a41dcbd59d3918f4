-- Windows of a round are appended, never changed.
CREATE TRIGGER round_windows_append_only BEFORE UPDATE OR DELETE ON round_windows
FOR EACH ROW EXECUTE FUNCTION append_only();
