-- The cameras of a site, by its code: GET /fn/cameras?site=HRB
SELECT camera.id, camera.name, camera.is_online
FROM camera
JOIN site ON site.id = camera.site_id
WHERE site.code = :site
ORDER BY camera.id
