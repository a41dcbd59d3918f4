-- What a co-progettazione writes is appended, never changed.
CREATE TRIGGER sections_append_only BEFORE UPDATE OR DELETE ON sections
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER section_versions_append_only BEFORE UPDATE OR DELETE ON section_versions
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER consents_append_only BEFORE UPDATE OR DELETE ON consents
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER budget_lines_append_only BEFORE UPDATE OR DELETE ON budget_lines
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER budget_line_ends_append_only BEFORE UPDATE OR DELETE ON budget_line_ends
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER reminders_append_only BEFORE UPDATE OR DELETE ON reminders
FOR EACH ROW EXECUTE FUNCTION append_only();
