-- What was said in a form that was sent: the same again is a double click, other words are not.
-- Empty in rows from before this column, which only know their form's id.
ALTER TABLE sent_forms ADD COLUMN content TEXT NOT NULL DEFAULT '';
