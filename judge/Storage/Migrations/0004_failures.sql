-- What the judges failed on is rare, and the staff's pages ask for it all the time.
CREATE INDEX judgements_failed ON judgements (submission, rejudging) WHERE verdict = 'JudgeError';
