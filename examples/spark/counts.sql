-- How many fingerprints stand in one story, how many in two, and so on: what stands in many is background, or a wire's.
SELECT stories, count(*) AS fingerprints
FROM (SELECT fingerprint, count(DISTINCT story) AS stories FROM prints GROUP BY fingerprint) AS counted
GROUP BY stories
ORDER BY stories
