-- The stories, numbered in the order of their ids. `lines` is what "blue-pencil fingerprint --format rows" prints.
SELECT
  CAST(row_number() OVER (ORDER BY split_part(line, chr(9), 2)) - 1 AS INT) AS story,
  split_part(line, chr(9), 2) AS id,
  split_part(line, chr(9), 3) AS record
FROM lines
WHERE line LIKE 'story%'
ORDER BY story
