-- A text of a round that was given back before it was imported: how many supported it is not on
-- record, because only the keys would tell and they are cut. Nothing there is not nobody.
ALTER TABLE contributions ADD COLUMN supports_known BOOLEAN NOT NULL DEFAULT TRUE;
UPDATE contributions SET supports_known = FALSE
WHERE supports = 0 AND round_id IN (
    SELECT r.id FROM rounds r JOIN imported_ids i ON i.id = r.id
    WHERE r.mark IN ('restituito', 'archiviato')
    AND NOT EXISTS (SELECT 1 FROM events e
        WHERE e.subject_id = r.id AND e.operation = 'give_back_round'));
