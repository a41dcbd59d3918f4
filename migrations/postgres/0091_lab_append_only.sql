-- What was written in a session stays: minutes, corrections, reports; of a card all but its place.
CREATE TRIGGER lab_cards_append_only BEFORE DELETE OR UPDATE OF id, ambito_id, session_id, number, token, words, assisted, read_back, quotable, at ON lab_cards
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER lab_minutes_append_only BEFORE UPDATE OR DELETE ON lab_minutes
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER lab_corrections_append_only BEFORE UPDATE OR DELETE ON lab_corrections
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER lab_correction_answers_append_only BEFORE UPDATE OR DELETE ON lab_correction_answers
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER lab_reports_append_only BEFORE UPDATE OR DELETE ON lab_reports
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER lab_quotations_append_only BEFORE UPDATE OR DELETE ON lab_quotations
FOR EACH ROW EXECUTE FUNCTION append_only();
