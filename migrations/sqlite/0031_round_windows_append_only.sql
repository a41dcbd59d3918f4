-- Windows of a round are appended, never changed.
CREATE TRIGGER round_windows_no_update BEFORE UPDATE ON round_windows
BEGIN SELECT RAISE(ABORT, 'windows are append-only'); END;
CREATE TRIGGER round_windows_no_delete BEFORE DELETE ON round_windows
BEGIN SELECT RAISE(ABORT, 'windows are append-only'); END;
