-- Events and measurements are appended, never changed.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER measurements_append_only BEFORE UPDATE ON measurements
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER action_versions_append_only BEFORE UPDATE ON action_versions
FOR EACH ROW EXECUTE FUNCTION append_only();
