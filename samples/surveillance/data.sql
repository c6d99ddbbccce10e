-- Rows for the surveillance sample. Run schema.sql first.
--
-- Everything here is fixed: the same rows come out on every run. Where many rows
-- are wanted, a recursive CTE named roll deals numbers from Lehmer generators
-- (multiply, then take the remainder by a prime) that start from constants, and
-- each column picks from those numbers with % and integer division.
--
-- Times are counted in milliseconds since 1970 and turned into text at the end.

-- Places -----------------------------------------------------------------------

INSERT INTO site (id, code, name, address, latitude, longitude, time_zone, opened_on, opens_at, closes_at) VALUES
    (1, 'HRB', 'Harbour Terminal',      '1 Quayside, Port Ellery',           51.948625,  4.135242, 'Europe/Amsterdam',  '2016-03-14', NULL,       NULL),
    (2, 'NFD', 'Northfield Depot',      '220 Carrier Road, Northfield',      52.418307, -1.963115, 'Europe/London',     '2018-09-01', '05:30:00', '22:00:00'),
    (3, 'MUS', 'St Bride''s Museum',    '7 Abbey Street, Old Town',          55.949103, -3.187446, 'Europe/London',     '2020-05-18', '10:00:00', '17:30:00'),
    (4, 'MLM', 'Malmö Rail Yard',       NULL,                                55.609417, 13.000512, 'Europe/Stockholm',  '2024-07-18', NULL,       NULL);

-- People -----------------------------------------------------------------------

INSERT INTO operator (id, employee_no, full_name, email, role, supervisor_id, badge, hired_on, shift_start, hourly_rate, is_active) VALUES
    ( 1, 'E-1004', 'Ingrid Sørensen',    'ingrid.sorensen@surveillance.example',   'lead',       NULL, '5f0c1d9e-7a42-4e16-9b1b-3c8f20d7a601', '2016-02-01', '08:00:00', 41.50, 1),
    ( 2, 'E-1011', 'Henk van der Meer',  'henk.vandermeer@surveillance.example',   'supervisor', 1,    'a83be2c4-15d9-4f70-8e5a-90b6417cd302', '2016-03-14', '06:00:00', 33.75, 1),
    ( 3, 'E-1027', 'Grace Adeyemi',      'grace.adeyemi@surveillance.example',     'supervisor', 1,    '0d97f6a1-c2b8-4035-a6de-718e53f94b03', '2018-08-20', '14:00:00', 33.75, 1),
    ( 4, 'E-1032', 'Tomáš Dvořák',       'tomas.dvorak@surveillance.example',      'supervisor', 1,    'e46a8b05-39f1-4dc7-b82c-f5013d69ea04', '2019-01-07', '22:00:00', 35.20, 1),
    ( 5, 'E-1040', 'Zoë Núñez',          'zoe.nunez@surveillance.example',         'watch',      2,    '92c5d7f8-6e0b-4a3a-94f7-1ba8e6023c05', '2019-06-03', '06:00:00', 26.40, 1),
    ( 6, 'E-1041', 'Seán O''Brien',      'sean.obrien@surveillance.example',       'watch',      2,    '3b1e7094-d8a5-4c6f-8d30-a2f94c57be06', '2019-06-03', '06:00:00', 26.40, 1),
    ( 7, 'E-1055', 'Priya Raman',        'priya.raman@surveillance.example',       'watch',      3,    'c7f42d63-0b9e-4518-a1c9-64d87be03f07', '2020-11-16', '14:00:00', 25.10, 1),
    ( 8, 'E-1058', 'Łukasz Wiśniewski',  'lukasz.wisniewski@surveillance.example', 'watch',      3,    '180ab9e5-f473-42d6-bf04-8e3c95d21a08', '2021-02-22', '14:00:00', 25.10, 1),
    ( 9, 'E-1066', 'Aiko Tanaka (田中)', 'aiko.tanaka@surveillance.example',       'watch',      4,    '6de3058f-a27c-4b94-86e1-d09f7341c509', '2022-04-11', '22:00:00', 27.85, 1),
    (10, 'E-1071', 'İbrahim Yıldız',     NULL,                                     'watch',      4,    'f9245c1a-8e60-47db-9a53-2cb7e81f460a', '2022-09-05', '22:00:00', 27.85, 1),
    (11, 'E-1083', 'Chloé D''Amico',     'chloe.damico@surveillance.example',      'watch',      2,    '47b80e3d-51fc-4962-8b7e-e53ad4906f0b', '2023-10-30', '06:00:00', 23.90, 1),
    (12, 'E-1079', 'Marcus Bell',        NULL,                                     'watch',      3,    'bd61f9c7-20e4-4a8f-a5d2-0f784e3b950c', '2023-05-15', '14:00:00', 24.00, 0);

-- Cameras ----------------------------------------------------------------------

-- Site 1 has cameras 1 to 8, site 2 has 9 to 15, site 3 has 16 to 20 and site 4,
-- which opened on 18 July 2024, has 21 to 24.
WITH
place (id, site_id, name, installed_at, is_online) AS (VALUES
    ( 1, 1, 'North gate 1',            '2021-04-12 08:30:00',    1),
    ( 2, 1, 'North gate 2',            '2021-04-12 09:15:00',    1),
    ( 3, 1, 'Quay 3 east',             '2021-04-13 07:50:00.5',  1),
    ( 4, 1, 'Quay 3 west',             '2021-04-13 10:05:00',    1),
    ( 5, 1, 'Container stack A',       '2021-06-02 12:00:00',    1),
    ( 6, 1, 'Container stack B',       '2021-06-02 13:20:00',    0),
    ( 7, 1, 'Customs lane',            '2022-01-20 09:00:00',    1),
    ( 8, 1, 'Harbour master''s door',  '2023-03-08 15:45:00',    1),
    ( 9, 2, 'Main entrance',           '2020-10-05 06:40:00',    1),
    (10, 2, 'Loading bay 1',           '2020-10-05 08:10:00',    1),
    (11, 2, 'Loading bay 2',           '2020-10-05 08:55:00.25', 1),
    (12, 2, 'Car park',                '2020-10-06 07:30:00',    1),
    (13, 2, 'Fuel station',            '2021-11-17 11:00:00',    1),
    (14, 2, 'Fence, south side',       '2022-08-29 14:25:00',    0),
    (15, 2, 'Roof',                    '2022-08-30 09:10:00',    1),
    (16, 3, 'Main entrance',           '2020-05-11 09:00:00',    1),
    (17, 3, 'Sculpture hall',          '2020-05-11 10:30:00',    1),
    (18, 3, 'Manuscript room',         '2020-05-12 08:45:00',    1),
    (19, 3, 'Café terrace',            '2022-05-03 07:20:00',    1),
    (20, 3, 'Rear courtyard',          '2022-05-03 09:40:00.75', 1),
    (21, 4, 'Platform 1',              '2024-07-18 05:10:00',    1),
    (22, 4, 'Signal box "Öst"',        '2024-07-18 06:00:00',    1),
    (23, 4, 'Sidings',                 '2024-07-18 06:35:00.5',  0),
    (24, 4, 'North gate 1',            '2024-07-18 07:15:00',    1)
),
make (no, model, width, height, frame_rate) AS (VALUES
    (0, 'Lynx D200',   1920, 1080, 25),
    (1, 'Lynx D400',   2560, 1440, 25),
    (2, 'Orbis PTZ-7', 1920, 1080, 29.97),
    (3, NULL,          1280,  720, 15),
    (4, 'Owl Thermal', 1280,  960, 12.5)
)
INSERT INTO camera (id, site_id, name, device_uuid, model, ip_address, width, height, frame_rate, heading,
                    installed_at, is_online, settings)
SELECT p.id, p.site_id, p.name,
       printf('%08x-%04x-4%03x-%04x-%012x',
              p.id * 134775813 % 4294967291, p.id * 40503 % 65521, p.id * 2741 % 4093,
              32768 + p.id * 9973 % 16381, p.id * 11400714819323 % 281474976710597),
       m.model,
       CASE WHEN p.id % 11 <> 0 THEN printf('10.%d.7.%d', p.site_id, 20 + p.id) END,
       m.width, m.height, m.frame_rate,
       CASE WHEN p.id % 6 <> 0 THEN (p.id * 1375 % 3600) / 10.0 END,
       p.installed_at, p.is_online,
       CASE m.no
           WHEN 2 THEN json_object('night', json('true'), 'sensitivity', 40 + p.id,
                                   'ptz', json_object('pan', p.id * 15 - 180, 'tilt', -12.5, 'zoom', 2),
                                   'presets', json_array('home', 'gate', 'road'))
           WHEN 3 THEN '{}'
           WHEN 4 THEN json_object('palette', 'white-hot', 'min_celsius', -5, 'max_celsius', 45, 'mask', NULL)
           ELSE json_object('night', json(CASE WHEN p.id % 2 = 0 THEN 'true' ELSE 'false' END),
                            'sensitivity', 40 + p.id)
       END
FROM place p
JOIN make m ON m.no = p.id * 7 % 5
ORDER BY p.id;

-- Grey pictures of eight by five pixels; a camera that is offline has none.
UPDATE camera
SET snapshot = CASE id % 4
    WHEN 0 THEN x'89504e470d0a1a0a0000000d49484452000000080000000508000000005dfaf289000000194944415478da63d0800286002860a88002860550c070020a00359c12c148fbb00a0000000049454e44ae426082'
    WHEN 1 THEN x'89504e470d0a1a0a0000000d49484452000000080000000508000000005dfaf289000000144944415478da6338b165414f454a800d03110c00d9ac1451a4cbee410000000049454e44ae426082'
    WHEN 2 THEN x'89504e470d0a1a0a0000000d49484452000000080000000508000000005dfaf289000000144944415478da639083020638a3070a301900f4dd0f016e2f11130000000049454e44ae426082'
    ELSE        x'89504e470d0a1a0a0000000d49484452000000080000000508000000005dfaf289000000144944415478da63b874290a8c1888600000791b1c218ad1c06f0000000049454e44ae426082'
END
WHERE is_online;

-- Two zones per camera with an odd id, three per camera with an even one.
WITH
part (zone_no, name, x, y, w, h, is_restricted) AS (VALUES
    (1, 'Foreground',  0, 60, 100, 40, 0),
    (2, 'Way through', 30, 20, 40, 40, 0),
    (3, 'Keep clear',  70,  5, 25, 35, 1)
)
INSERT INTO camera_zone (camera_id, zone_no, name, polygon, is_restricted)
SELECT c.id, p.zone_no,
       CASE WHEN p.zone_no = 2 AND c.name LIKE '%gate%' THEN 'Gate'
            WHEN p.zone_no = 2 AND (c.name LIKE '%entrance%' OR c.name LIKE '%door%') THEN 'Doorway'
            ELSE p.name END,
       printf('[[%d,%d],[%d,%d],[%d,%d],[%d,%d]]',
              c.width * p.x / 100,         c.height * p.y / 100,
              c.width * (p.x + p.w) / 100, c.height * p.y / 100,
              c.width * (p.x + p.w) / 100, c.height * (p.y + p.h) / 100,
              c.width * p.x / 100,         c.height * (p.y + p.h) / 100),
       CASE WHEN c.id % 5 = 0 THEN 1 ELSE p.is_restricted END
FROM camera c
JOIN part p ON p.zone_no <= 2 + (c.id % 2 = 0)
ORDER BY c.id, p.zone_no;

WITH
class (no, class_name) AS (VALUES (0, 'person'), (1, 'vehicle'), (2, 'animal'), (3, 'bag'))
INSERT INTO zone_rule (camera_id, zone_no, class_name, action, active_from, active_to, max_dwell, min_score, is_enabled)
SELECT z.camera_id, z.zone_no, k.class_name,
       CASE WHEN k.no = 2 THEN 'ignore' WHEN z.is_restricted THEN 'alarm' ELSE 'notify' END,
       CASE WHEN z.camera_id % 3 = 0 THEN '21:30:00' END,
       CASE WHEN z.camera_id % 3 = 0 THEN '05:45:00' END,
       CASE WHEN k.no = 3 THEN 300 WHEN k.no = 0 AND z.zone_no = 2 THEN 90 END,
       (450 + (z.camera_id * 37 + z.zone_no * 101) % 9 * 50) / 1000.0,
       (z.camera_id + z.zone_no) % 13 <> 0
FROM camera_zone z
JOIN class k ON k.no = (z.camera_id + z.zone_no) % 4 OR (k.no = 0 AND z.zone_no <> 1)
ORDER BY z.camera_id, z.zone_no, k.no;

-- Each camera makes a recording of one to four hours every 32 hours and 20
-- minutes. The last one of a camera that is online is still going on.
WITH RECURSIVE
roll (n, a, b) AS (
    SELECT 1, 182749106, 973114785
    UNION ALL
    SELECT n + 1, a * 48271 % 2147483647, b * 69621 % 2147483647 FROM roll WHERE n < 23
),
plan AS MATERIALIZED (
    SELECT c.id AS camera_id, r.n, c.frame_rate,
           -- from 2024-06-27 06:00:00
           1719468000 + r.n * 116400 + c.id * 600 AS start_s,
           3600 + (r.a / 7 + c.id * 7919) % 10800 AS length_s,
           1800 + (r.b / 7 + c.id * 6007) % 4200  AS kilobits,
           r.a * 31 + c.id * 104729               AS mix
    FROM camera c
    JOIN roll r ON (c.id <= 20 OR r.n > 16) AND (c.is_online OR r.n < 23)
)
INSERT INTO recording (id, camera_id, started_at, ended_at, file_name, codec, size_bytes, frame_count, checksum, is_archived)
SELECT 2000 + row_number() OVER (ORDER BY p.start_s, p.camera_id),
       p.camera_id,
       strftime('%Y-%m-%d %H:%M:%S', p.start_s, 'unixepoch'),
       CASE WHEN p.n = 23 THEN NULL
            ELSE strftime('%Y-%m-%d %H:%M:%S', p.start_s + p.length_s, 'unixepoch')
                 || CASE p.mix % 5 WHEN 0 THEN '.5' WHEN 1 THEN '.48' WHEN 2 THEN '.125' ELSE '' END
       END,
       printf('cam%02d/%s.mp4', p.camera_id, strftime('%Y-%m-%dT%H%M', p.start_s, 'unixepoch')),
       CASE WHEN p.camera_id % 8 = 7 THEN 'av1' WHEN p.camera_id % 3 = 1 THEN 'h265' ELSE 'h264' END,
       CASE WHEN p.n = 23 THEN NULL ELSE p.length_s * p.kilobits * 125 END,
       CASE WHEN p.n = 23 THEN NULL ELSE CAST(p.length_s * p.frame_rate AS integer) END,
       CASE WHEN p.n = 23 THEN NULL
            ELSE printf('%08x%08x%08x%08x', p.mix % 4294967291, p.mix * 40692 % 4294967279,
                        p.mix * 40014 % 4294967231, p.mix * 69621 % 4294967197)
       END,
       p.n < 12
FROM plan p
ORDER BY 1;

-- One beat per camera every five minutes on the last afternoon, twelve hours
-- earlier for the cameras that are offline. Eight rows came in twice.
WITH RECURSIVE
roll (n, a) AS (
    SELECT 1, 560318227
    UNION ALL
    SELECT n + 1, a * 48271 % 2147483647 FROM roll WHERE n < 1992
),
beat AS MATERIALIZED (
    SELECT r.n, c.id AS camera_id, r.a,
           -- from 2024-07-28 12:00:00
           (1722168000 - CASE WHEN c.is_online THEN 0 ELSE 43200 END + (r.n - 1) / 24 * 300) * 1000
               + c.id * 1250 + r.a / 64 % 800 AS at_ms
    FROM roll r
    JOIN camera c ON c.id = 1 + (r.n - 1) % 24
),
twice (k) AS (VALUES (0), (1))
INSERT INTO heartbeat (camera_id, received_at, latency_ms)
SELECT b.camera_id,
       strftime('%Y-%m-%d %H:%M:%S', b.at_ms / 1000, 'unixepoch')
           || CASE WHEN b.at_ms % 1000 = 0 THEN '' ELSE '.' || rtrim(printf('%03d', b.at_ms % 1000), '0') END,
       CASE WHEN b.a % 29 <> 0 THEN 8 + b.a / 128 % 40 + CASE WHEN b.a % 23 = 0 THEN 350 ELSE 0 END END
FROM beat b
JOIN twice t ON t.k = 0 OR b.n % 240 = 100
ORDER BY b.n, t.k;

-- Tags -------------------------------------------------------------------------

INSERT INTO tag (id, name, colour, description) VALUES
    ( 1, 'needs review',    '#d9822b', 'A supervisor should look at this.'),
    ( 2, 'evidence',        '#a8201a', 'Keep the recording; do not delete it.'),
    ( 3, 'false alarm',     '#9aa0a6', NULL),
    ( 4, 'weather',         '#4f8fc0', 'Rain, fog, snow, or the sun in the lens.'),
    ( 5, 'staff',           '#3d7a4f', 'Somebody who works here.'),
    ( 6, 'visitor',         '#6fae75', NULL),
    ( 7, 'delivery',        '#8a6d3b', 'A driver with goods, expected or not.'),
    ( 8, 'wildlife',        '#5b7f2b', 'Foxes, gulls, and the harbour master''s cat.'),
    ( 9, 'police notified', '#1f3a93', 'The case number belongs in the summary.'),
    (10, 'maintenance',     '#7d5ba6', NULL),
    (11, 'training',        '#c39bd3', 'A drill: not a "real" event.'),
    (12, 'repeat',          '#808080', 'The same thing happened before.');

-- Objects ----------------------------------------------------------------------

-- One hundred and fifty per site: id = 3000 + 4 * slot + site, slots 0 to 149.
-- The times are set again below, when the detections are known.
WITH RECURSIVE
roll (n, a, b, c) AS (
    SELECT 1, 714025999, 336401858, 1208834417
    UNION ALL
    SELECT n + 1, a * 48271 % 2147483647, b * 69621 % 2147483647, c * 40692 % 2147483399 FROM roll WHERE n < 600
),
colour (no, name) AS (VALUES
    (0, 'white'), (1, 'black'), (2, 'grey'), (3, 'blue'), (4, 'red'), (5, 'dark green'), (6, 'yellow'), (7, 'silver')
),
garment (no, name) AS (VALUES
    (0, 'jacket'), (1, 'hooded top'), (2, 'raincoat'), (3, 'hi-vis vest'), (4, 'cap'), (5, 'rucksack'), (6, 'suit')
),
vehicle (no, name) AS (VALUES (0, 'car'), (1, 'car'), (2, 'van'), (3, 'truck'), (4, 'motorcycle')),
animal (no, name) AS (VALUES (0, 'fox'), (1, 'cat'), (2, 'dog'), (3, 'gull')),
bag (no, name) AS (VALUES (0, 'suitcase'), (1, 'holdall'), (2, 'cardboard box'), (3, 'shopping bag')),
plan AS MATERIALIZED (
    SELECT 3000 + n AS id, (n - 1) / 4 AS slot, a, b, c,
           CASE WHEN (n - 1) / 4 < 70 THEN 'person'
                WHEN (n - 1) / 4 < 120 THEN 'vehicle'
                WHEN (n - 1) / 4 < 130 THEN 'bicycle'
                WHEN (n - 1) / 4 < 140 THEN 'animal'
                ELSE 'bag' END AS class_name
    FROM roll
)
INSERT INTO object (id, class_name, label, plate, first_seen, is_known, attributes)
SELECT p.id, p.class_name,
       CASE WHEN p.c % 12 <> 0 THEN
           CASE p.class_name
               WHEN 'person' THEN CASE WHEN p.b % 2 = 0 THEN 'Man' ELSE 'Woman' END
                                  || ' with a ' || k.name || ' ' || g.name
               WHEN 'vehicle' THEN upper(substr(k.name, 1, 1)) || substr(k.name, 2) || ' ' || v.name
               WHEN 'bicycle' THEN upper(substr(k.name, 1, 1)) || substr(k.name, 2) || ' bicycle'
               WHEN 'animal' THEN CASE WHEN p.id = 3533 THEN 'The harbour master''s cat'
                                       ELSE upper(substr(n.name, 1, 1)) || substr(n.name, 2) END
               ELSE upper(substr(k.name, 1, 1)) || substr(k.name, 2) || ' ' || b.name
           END
       END,
       -- 676 pairs of letters, so that no two plates are alike
       CASE WHEN p.class_name = 'vehicle' AND p.c % 9 <> 0 THEN
           printf('%c%c-%03d-%c', char(65 + (p.id * 271 % 676) / 26), char(65 + (p.id * 271 % 676) % 26),
                  p.b / 16 % 1000, char(65 + p.a / 16 % 26))
       END,
       -- in the days from 2024-06-24 00:00:00
       strftime('%Y-%m-%d %H:%M:%S', 1719187200 + p.a / 8 % 259200, 'unixepoch'),
       p.b / 32 % 5 = 0,
       CASE p.class_name
           WHEN 'person' THEN json_object('upper', k.name, 'wears', g.name)
           WHEN 'vehicle' THEN json_object('colour', k.name, 'type', v.name, 'axles', CASE v.name WHEN 'truck' THEN 3 ELSE 2 END)
           WHEN 'bag' THEN json_object('colour', k.name, 'owner', NULL)
       END
FROM plan p
CROSS JOIN colour k ON k.no = p.a % 8
CROSS JOIN garment g ON g.no = p.b / 3 % 7
CROSS JOIN vehicle v ON v.no = p.b % 5
CROSS JOIN animal n ON n.no = p.b % 4
CROSS JOIN bag b ON b.no = p.b % 4
ORDER BY p.id;

-- Events -----------------------------------------------------------------------

-- A thousand of them, 44 minutes apart give or take, in the month from 27 June
-- 2024. A few, and most of the last ones, are still going on.
WITH RECURSIVE
roll (n, a, b, c, d, e) AS (
    SELECT 1, 905127341, 127773901, 1618033988, 271828182, 1414213562
    UNION ALL
    SELECT n + 1, a * 48271 % 2147483647, b * 69621 % 2147483647, c * 40692 % 2147483399,
           d * 40014 % 2147483563, e * 16807 % 2147483647
    FROM roll WHERE n < 1000
),
kind_of (lo, hi, kind, severity) AS (VALUES
    ( 0, 34, 'motion',      1),
    (35, 54, 'vehicle',     1),
    (55, 69, 'loitering',   2),
    (70, 79, 'left_object', 3),
    (80, 88, 'intrusion',   4),
    (89, 94, 'crowd',       2),
    (95, 99, 'tamper',      3)
),
phrase (kind, no, text) AS (VALUES
    ('motion',      0, 'Movement near {camera}; nothing found.'),
    ('motion',      1, 'A guard''s torch set off the sensor.'),
    ('motion',      2, 'Somebody walked past {camera} twice and went home.'),
    ('motion',      3, 'Branches moving in the wind, reported as "motion" for the third time this week.'),
    ('motion',      4, 'A fox crossed the picture and came back with something to eat.'),
    ('vehicle',     0, 'A van waited at {camera} for {minutes} minutes with its engine running.'),
    ('vehicle',     1, 'Delivery outside the agreed hours; the driver said "they told me to come early".'),
    ('vehicle',     2, 'Car turned round at {camera} and left.'),
    ('vehicle',     3, 'Truck parked across two bays. The driver was asked to move it.'),
    ('vehicle',     4, 'The number plate couldn''t be read because of the headlights.'),
    ('loitering',   0, 'Two people talked at {camera} for {minutes} minutes, then took the bus.'),
    ('loitering',   1, 'A visitor asked "is this the way to the ferry?" and was shown the way.'),
    ('loitering',   2, 'Someone is waiting near {camera} and keeps looking at the lens.'),
    ('loitering',   3, 'Smokers by the door again; they''ve been told about the other entrance.'),
    ('loitering',   4, 'One person stood still for a long time. It was a photographer.'),
    ('left_object', 0, 'A suitcase was left at {camera} and collected after {minutes} minutes.'),
    ('left_object', 1, 'A cardboard box marked "fragile" stands where nothing should stand.'),
    ('left_object', 2, 'Shopping bag forgotten on the bench; handed in at the lost property office.'),
    ('left_object', 3, 'The "parcel" turned out to be a toolbox of the maintenance crew.'),
    ('left_object', 4, 'A rucksack without an owner. The area was closed until it was checked.'),
    ('intrusion',   0, 'Someone climbed the fence close to {camera}; the patrol was sent.'),
    ('intrusion',   1, 'Door forced at {camera}. The police came after {minutes} minutes.'),
    ('intrusion',   2, 'Three teenagers inside the perimeter, who said they''d lost a drone.'),
    ('intrusion',   3, 'An employee used the wrong entrance and hadn''t got a badge.'),
    ('intrusion',   4, 'Movement inside after closing time; cleaners, not on the list.'),
    ('crowd',       0, 'More than thirty people at {camera}, most of them from one coach.'),
    ('crowd',       1, 'A queue formed when the second desk didn''t open.'),
    ('crowd',       2, 'School class on an outing: loud, but no trouble.'),
    ('crowd',       3, 'People gathered to look at a ship, and dispersed after {minutes} minutes.'),
    ('crowd',       4, 'The fire drill filled the assembly point as planned.'),
    ('tamper',      0, 'The picture of {camera} went black for {minutes} minutes.'),
    ('tamper',      1, 'Spray paint on the lens; a technician has been called.'),
    ('tamper',      2, 'A spider''s web covers half of the picture.'),
    ('tamper',      3, 'The camera was turned to face the wall.'),
    ('tamper',      4, 'Somebody hung a sign reading "smile!" in front of {camera}.')
),
plan AS MATERIALIZED (
    SELECT n, a, b, c, d, e,
           46000 + n AS id,
           1 + a / 16 % CASE WHEN n < 700 THEN 20 ELSE 24 END AS camera_id,
           -- 2640 seconds apart, from 2024-06-27 11:26:40
           (1719487600 + n * 2640 + e / 16 % 2400) * 1000
               + CASE e % 8 WHEN 0 THEN 250 WHEN 2 THEN 500 WHEN 3 THEN 750 WHEN 4 THEN 125 ELSE 0 END AS start_ms,
           (25 + c / 16 % 60 * (1 + c / 1024 % 20)) * 1000
               + CASE c % 8 WHEN 0 THEN 250 WHEN 1 THEN 500 WHEN 2 THEN 375 ELSE 0 END AS length_ms,
           n % 41 = 17 OR n > 992 AS is_open
    FROM roll
)
INSERT INTO event (id, camera_id, reference, kind, severity, start_timestamp, end_timestamp, summary,
                   opened_by_id, closed_by_id, is_reviewed)
SELECT p.id, p.camera_id,
       printf('%08x-%04x-4%03x-%04x-%08x%04x',
              p.a + p.n, p.b % 65521, p.c % 4093, 32768 + p.d % 16381, p.e, p.a / 32 % 65521),
       k.kind,
       k.severity + p.b / 4096 % 2,
       strftime('%Y-%m-%d %H:%M:%S', p.start_ms / 1000, 'unixepoch')
           || CASE WHEN p.start_ms % 1000 = 0 THEN '' ELSE '.' || rtrim(printf('%03d', p.start_ms % 1000), '0') END,
       CASE WHEN NOT p.is_open THEN
           strftime('%Y-%m-%d %H:%M:%S', (p.start_ms + p.length_ms) / 1000, 'unixepoch')
               || CASE WHEN (p.start_ms + p.length_ms) % 1000 = 0 THEN ''
                       ELSE '.' || rtrim(printf('%03d', (p.start_ms + p.length_ms) % 1000), '0') END
       END,
       CASE WHEN p.d / 64 % 9 <> 0 THEN
           replace(replace(f.text, '{camera}', c.name), '{minutes}', max(2, p.length_ms / 60000))
       END,
       -- operator 12 left in July
       CASE WHEN p.d % 12 = 11 AND p.n > 300 THEN 5 ELSE 1 + p.d % 12 END,
       CASE WHEN NOT p.is_open AND p.e / 64 % 7 <> 0 THEN
           CASE WHEN p.e % 3 = 0 AND p.d % 12 <> 11 THEN 1 + p.d % 12 ELSE 1 + p.e / 128 % 11 END
       END,
       NOT p.is_open AND p.e / 64 % 7 > 2
FROM plan p
JOIN camera c ON c.id = p.camera_id
JOIN kind_of k ON p.b / 16 % 100 BETWEEN k.lo AND k.hi
JOIN phrase f ON f.kind = k.kind AND f.no = p.c / 8 % 5
ORDER BY p.id;

-- No tag on one event out of ten, and one, two or three on the others.
WITH RECURSIVE
roll (n, a, b) AS (
    SELECT 1, 440912763, 1732050807
    UNION ALL
    SELECT n + 1, a * 48271 % 2147483647, b * 69621 % 2147483647 FROM roll WHERE n < 1000
),
nth (k) AS (VALUES (0), (1), (2)),
plan AS MATERIALIZED (
    SELECT e.id AS event_id, 1 + (r.b / 16 + n.k * 5) % 12 AS tag_id,
           CAST(strftime('%s', substr(e.start_timestamp, 1, 19)) AS integer) + 30 + (n.k + 1) * (r.b / 8 % 900) AS at_s
    FROM event e
    JOIN roll r ON r.n = e.id - 46000
    JOIN nth n ON n.k < (r.a / 16 % 10 + 2) / 3
)
INSERT INTO event_tag (event_id, tag_id, added_at)
SELECT event_id, tag_id, strftime('%Y-%m-%d %H:%M:%S', at_s, 'unixepoch')
FROM plan
ORDER BY event_id, tag_id;

-- Detections -------------------------------------------------------------------

-- Twelve thousand, in the order of their events. bound says how many detections
-- there are up to and including an event: about eight for each of the first 708
-- events, three for event 709, and, with the new site, about twenty-two for each
-- of the others. They are spread evenly over the time of the event.
WITH RECURSIVE
roll (n, a, b, c, d, e) AS (
    SELECT 1, 662607015, 1380649000, 299792458, 602214076, 1054571817
    UNION ALL
    SELECT n + 1, a * 48271 % 2147483647, b * 69621 % 2147483647, c * 40692 % 2147483399,
           d * 40014 % 2147483563, e * 16807 % 2147483647
    FROM roll WHERE n < 12000
),
bound (n, r, hi) AS (
    SELECT 0, 817263545, 0
    UNION ALL
    SELECT n + 1, r * 48271 % 2147483647,
           CASE WHEN n + 1 < 708 THEN 5679 * (n + 1) / 708 + r / 16 % 9
                WHEN n + 1 = 708 THEN 5679
                WHEN n + 1 = 709 THEN 5682
                WHEN n + 1 < 1000 THEN 5682 + 6318 * (n + 1 - 709) / 291 + r / 16 % 20
                ELSE 12000 END
    FROM bound WHERE n < 1000
),
span AS MATERIALIZED (
    SELECT n, lag(hi) OVER (ORDER BY n) AS lo, hi FROM bound
),
counted (k) AS (
    SELECT 0 UNION ALL SELECT k + 1 FROM counted WHERE k < 60
),
host AS MATERIALIZED (
    SELECT e.id, e.id - 46000 AS n, e.kind, e.camera_id, c.site_id,
           -- the camera next to it, at the same site
           CASE WHEN next.site_id = c.site_id THEN c.id + 1 ELSE c.id - 1 END AS neighbour_id,
           CAST(strftime('%s', substr(e.start_timestamp, 1, 19)) AS integer) * 1000
               + CAST(substr(substr(e.start_timestamp, 21) || '000', 1, 3) AS integer) AS start_ms,
           COALESCE(e.duration, 300) * 1000 - 1000 AS length_ms,
           CAST(c.frame_rate AS integer) AS frame_rate
    FROM event e
    JOIN camera c ON c.id = e.camera_id
    LEFT JOIN camera next ON next.id = c.id + 1
),
plan AS MATERIALIZED (
    SELECT s.lo + k.k + 1 AS n, h.id AS event_id, h.site_id, h.kind, h.start_ms, h.frame_rate,
           r.a, r.b, r.c, r.d, r.e,
           CASE WHEN r.a / 16 % 13 = 0 THEN h.neighbour_id ELSE h.camera_id END AS camera_id,
           -- which of the objects of the event, of which there are up to four
           r.b / 16 % (1 + h.n % 4) AS nth,
           h.n * 37 + h.n * h.n % 113 + r.b / 16 % (1 + h.n % 4) * 41 AS pick,
           (2 * k.k + 1) * h.length_ms / (2 * (s.hi - s.lo))
               + r.e / 16 % (h.length_ms / (3 * (s.hi - s.lo))) AS after_ms
    FROM span s
    JOIN counted k ON k.k < s.hi - s.lo
    JOIN host h ON h.n = s.n
    JOIN roll r ON r.n = s.lo + k.k + 1
),
sized AS MATERIALIZED (
    SELECT p.*, c.width, c.height,
           32 + p.c / 16 % (c.width / 6) AS w,
           48 + p.d / 16 % (c.height / 4) AS h
    FROM plan p
    JOIN camera c ON c.id = p.camera_id
)
INSERT INTO detection (id, event_id, camera_id, object_id, frame_number, seen_at, score, box, speed, is_confirmed, remark)
SELECT 14785000 + n, event_id, camera_id,
       3000 + site_id + 4 * CASE
           WHEN nth > 0 THEN pick % 70                               -- a person
           WHEN kind = 'vehicle' THEN 70 + pick % 50
           WHEN kind = 'left_object' THEN 140 + pick % 10
           WHEN kind = 'motion' THEN pick % 150                      -- anything
           ELSE pick % 70
       END,
       after_ms * frame_rate / 1000,
       strftime('%Y-%m-%d %H:%M:%S', (start_ms + after_ms) / 1000, 'unixepoch')
           || CASE WHEN (start_ms + after_ms) % 1000 = 0 THEN ''
                   ELSE '.' || rtrim(printf('%03d', (start_ms + after_ms) % 1000), '0') END,
       (350 + max(a / 32 % 650, c / 32 % 650)) / 1000.0,
       printf('{"x":%d,"y":%d,"w":%d,"h":%d}', e / 32 % (width - w), b / 32 % (height - h), w, h),
       CASE WHEN d % 8 <> 0 THEN d / 32 % 420 * CASE WHEN kind = 'vehicle' THEN 3 ELSE 1 END / 100.0 END,
       CASE WHEN e % 5 < 2 THEN e % 5 = 0 OR e % 7 <> 0 END,
       CASE c % 163
           WHEN 0 THEN 'Half hidden behind a pillar.'
           WHEN 1 THEN 'Looks like the man from yesterday, doesn''t it?'
           WHEN 2 THEN 'Reads "SECURITY" on the back.'
           WHEN 3 THEN 'Reflection in the window; the box isn''t right.'
       END
FROM sized
ORDER BY n;

-- An object is first and last seen when its detections say so; one without any
-- keeps the time it was entered and has never been seen since.
UPDATE object
SET first_seen = seen.first_at, last_seen = seen.last_at
FROM (SELECT object_id, min(seen_at) AS first_at, max(seen_at) AS last_at FROM detection GROUP BY object_id) AS seen
WHERE seen.object_id = object.id;
