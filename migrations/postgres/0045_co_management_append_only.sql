-- What co-gestione writes is appended, never changed.
CREATE TRIGGER activities_append_only BEFORE UPDATE OR DELETE ON activities
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER activity_assignments_append_only BEFORE UPDATE OR DELETE ON activity_assignments
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER activity_progress_append_only BEFORE UPDATE OR DELETE ON activity_progress
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER issues_append_only BEFORE UPDATE OR DELETE ON issues
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER issue_answers_append_only BEFORE UPDATE OR DELETE ON issue_answers
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER progress_reports_append_only BEFORE UPDATE OR DELETE ON progress_reports
FOR EACH ROW EXECUTE FUNCTION append_only();
