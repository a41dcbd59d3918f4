-- Who was quoted may take that back (domain.md §8, case 6): the card stays as it was written, and
-- is quoted no more from this moment on.
ALTER TABLE lab_cards ADD COLUMN quote_ended_at TIMESTAMPTZ;
