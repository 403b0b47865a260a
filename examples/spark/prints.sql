-- The fingerprints of all stories in one order. Each is a whole number with a sign, made so that numbers sort as fingerprints do.
SELECT
  CAST(split_part(line, chr(9), 1) AS BIGINT) AS fingerprint,
  stories.story AS story,
  CAST(split_part(line, chr(9), 3) AS INT) AS position
FROM lines
JOIN stories ON stories.id = split_part(line, chr(9), 2)
WHERE line NOT LIKE 'story%'
ORDER BY fingerprint, story, position
