-- What was written in a session stays: minutes, corrections, reports; of a card all but its place.
CREATE TRIGGER lab_cards_no_update BEFORE UPDATE OF id, ambito_id, session_id, number, token, words, assisted, read_back, quotable, at ON lab_cards
BEGIN SELECT RAISE(ABORT, 'lab_cards is append-only'); END;
CREATE TRIGGER lab_cards_no_delete BEFORE DELETE ON lab_cards
BEGIN SELECT RAISE(ABORT, 'lab_cards is append-only'); END;
CREATE TRIGGER lab_minutes_no_update BEFORE UPDATE ON lab_minutes
BEGIN SELECT RAISE(ABORT, 'lab_minutes is append-only'); END;
CREATE TRIGGER lab_minutes_no_delete BEFORE DELETE ON lab_minutes
BEGIN SELECT RAISE(ABORT, 'lab_minutes is append-only'); END;
CREATE TRIGGER lab_corrections_no_update BEFORE UPDATE ON lab_corrections
BEGIN SELECT RAISE(ABORT, 'lab_corrections is append-only'); END;
CREATE TRIGGER lab_corrections_no_delete BEFORE DELETE ON lab_corrections
BEGIN SELECT RAISE(ABORT, 'lab_corrections is append-only'); END;
CREATE TRIGGER lab_correction_answers_no_update BEFORE UPDATE ON lab_correction_answers
BEGIN SELECT RAISE(ABORT, 'lab_correction_answers is append-only'); END;
CREATE TRIGGER lab_correction_answers_no_delete BEFORE DELETE ON lab_correction_answers
BEGIN SELECT RAISE(ABORT, 'lab_correction_answers is append-only'); END;
CREATE TRIGGER lab_reports_no_update BEFORE UPDATE ON lab_reports
BEGIN SELECT RAISE(ABORT, 'lab_reports is append-only'); END;
CREATE TRIGGER lab_reports_no_delete BEFORE DELETE ON lab_reports
BEGIN SELECT RAISE(ABORT, 'lab_reports is append-only'); END;
CREATE TRIGGER lab_quotations_no_update BEFORE UPDATE ON lab_quotations
BEGIN SELECT RAISE(ABORT, 'lab_quotations is append-only'); END;
CREATE TRIGGER lab_quotations_no_delete BEFORE DELETE ON lab_quotations
BEGIN SELECT RAISE(ABORT, 'lab_quotations is append-only'); END;
