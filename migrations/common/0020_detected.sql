-- What the detectors found when a text came to the moderators: a JSON list of classes, for the order
-- of the queue and for what is counted. Where it stands is found again in the text itself.
ALTER TABLE moderation_cases ADD COLUMN detected TEXT NOT NULL DEFAULT '[]';
