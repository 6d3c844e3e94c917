-- What the search box is measured beside: the least that any answer needs, on a raw cursor.

-- keys: the newest that hold the words, one more than are counted exactly
SELECT rowid FROM case_fts WHERE case_fts MATCH :words ORDER BY rowid DESC LIMIT 1001;

-- order: at most a thousand are put in the order of the list, and of more, the newest are shown as they come
SELECT case_id FROM shown WHERE case_id IN (SELECT value FROM json_each(:keys)) ORDER BY sort_date DESC, case_id DESC;

-- rows: what a list shows of the first fifty
SELECT case_id, ref, kind, heading, native_name, status, status_group, certainty, against, happened, said_on, origin,
       sources, versions, people_low, people_high
FROM shown WHERE case_id IN (SELECT value FROM json_each(:keys));
