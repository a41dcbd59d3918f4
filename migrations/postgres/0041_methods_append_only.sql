-- What rounds of agreement write is appended, never changed.
CREATE TRIGGER invitations_append_only BEFORE UPDATE OR DELETE ON invitations
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER draft_versions_append_only BEFORE UPDATE OR DELETE ON draft_versions
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER amendments_append_only BEFORE UPDATE OR DELETE ON amendments
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER amendment_sources_append_only BEFORE UPDATE OR DELETE ON amendment_sources
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER amendment_verdicts_append_only BEFORE UPDATE OR DELETE ON amendment_verdicts
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER position_statements_append_only BEFORE UPDATE OR DELETE ON position_statements
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER position_settlements_append_only BEFORE UPDATE OR DELETE ON position_settlements
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER ended_mandates_append_only BEFORE UPDATE OR DELETE ON ended_mandates
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER resources_append_only BEFORE UPDATE OR DELETE ON resources
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER resource_ends_append_only BEFORE UPDATE OR DELETE ON resource_ends
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER round_minutes_append_only BEFORE UPDATE OR DELETE ON round_minutes
FOR EACH ROW EXECUTE FUNCTION append_only();
