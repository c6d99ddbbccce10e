-- Surveillance: a small sample database.
--
-- Four sites are watched by twenty-four cameras. What a camera notices becomes
-- an event; each event holds the detections made while it lasted, and each
-- detection points at the object that was recognised.
--
-- Conventions
--   * Names are singular and snake_case; a foreign key column ends in _id.
--   * timestamptz is UTC text, such as 2024-07-19 03:45:00 or, with a fraction,
--     2024-07-19 03:45:00.25 (no trailing zeros, no zone suffix).
--   * boolean is 0 or 1; json is compact text; uuid is lower-case text.
--   * Every foreign key column is the leading column of some index. Where the
--     primary key or a unique constraint already provides one, no other is made.

-- Places -----------------------------------------------------------------------

-- A guarded place.
CREATE TABLE site (
    id          integer      PRIMARY KEY,
    code        varchar(8)   NOT NULL UNIQUE CHECK (length(code) BETWEEN 2 AND 8),
    name        text         NOT NULL,
    address     text,
    latitude    numeric(9,6) CHECK (latitude BETWEEN -90 AND 90),
    longitude   numeric(9,6) CHECK (longitude BETWEEN -180 AND 180),
    time_zone   varchar(40)  NOT NULL DEFAULT 'UTC',
    opened_on   date         NOT NULL,
    opens_at    time,        -- local time; null when the site never closes
    closes_at   time,
    CONSTRAINT site_hours_both_or_neither CHECK ((opens_at IS NULL) = (closes_at IS NULL))
);

-- People -----------------------------------------------------------------------

-- The staff who watch. Whoever has no supervisor leads the control room.
CREATE TABLE operator (
    id            integer       PRIMARY KEY,
    employee_no   varchar(12)   NOT NULL UNIQUE,
    full_name     text          NOT NULL,
    email         varchar(120)  UNIQUE,
    role          varchar(12)   NOT NULL DEFAULT 'watch'
                                CHECK (role IN ('lead', 'supervisor', 'watch')),
    supervisor_id integer       REFERENCES operator (id) ON DELETE SET NULL,
    badge         uuid          NOT NULL UNIQUE CHECK (length(badge) = 36 AND badge = lower(badge)),
    hired_on      date          NOT NULL,
    shift_start   time          NOT NULL DEFAULT '06:00:00',
    hourly_rate   numeric(10,2) NOT NULL CHECK (hourly_rate > 0),
    is_active     boolean       NOT NULL DEFAULT true CHECK (is_active IN (0, 1)),
    CONSTRAINT operator_not_own_supervisor CHECK (supervisor_id <> id)
);

CREATE INDEX operator_supervisor_id ON operator (supervisor_id);

-- Cameras ----------------------------------------------------------------------

CREATE TABLE camera (
    id           integer          PRIMARY KEY,
    site_id      integer          NOT NULL REFERENCES site (id),
    name         text             NOT NULL CHECK (name <> ''),
    device_uuid  uuid             NOT NULL UNIQUE
                                  CHECK (length(device_uuid) = 36 AND device_uuid = lower(device_uuid)),
    model        varchar(40),
    ip_address   varchar(45)      UNIQUE,
    width        smallint         NOT NULL DEFAULT 1920 CHECK (width > 0),
    height       smallint         NOT NULL DEFAULT 1080 CHECK (height > 0),
    frame_rate   numeric(5,2)     NOT NULL DEFAULT 25 CHECK (frame_rate > 0),
    heading      double precision CHECK (heading >= 0 AND heading < 360),  -- degrees from north
    installed_at timestamptz      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    is_online    boolean          NOT NULL DEFAULT true CHECK (is_online IN (0, 1)),
    settings     json             NOT NULL DEFAULT '{}' CHECK (json_valid(settings)),
    snapshot     blob,            -- a very small PNG picture
    CONSTRAINT camera_site_name UNIQUE (site_id, name)
);

CREATE INDEX camera_installed_at ON camera (installed_at);

-- A named area of the picture of one camera, numbered from 1 per camera.
CREATE TABLE camera_zone (
    camera_id     integer  NOT NULL REFERENCES camera (id) ON DELETE CASCADE,
    zone_no       smallint NOT NULL CHECK (zone_no > 0),
    name          text     NOT NULL,
    polygon       json     NOT NULL CHECK (json_valid(polygon)),  -- array of [x, y] pixels
    is_restricted boolean  NOT NULL DEFAULT false CHECK (is_restricted IN (0, 1)),
    PRIMARY KEY (camera_id, zone_no),
    CONSTRAINT camera_zone_name UNIQUE (camera_id, name)
);

-- What to do when something of a class is seen in a zone.
CREATE TABLE zone_rule (
    id          integer      PRIMARY KEY,
    camera_id   integer      NOT NULL,
    zone_no     smallint     NOT NULL,
    class_name  varchar(20)  NOT NULL,
    action      varchar(10)  NOT NULL DEFAULT 'notify'
                             CHECK (action IN ('ignore', 'notify', 'alarm')),
    active_from time,        -- local time; null when the rule always applies
    active_to   time,
    max_dwell   integer      CHECK (max_dwell > 0),  -- seconds
    min_score   numeric(4,3) NOT NULL DEFAULT 0.5 CHECK (min_score BETWEEN 0 AND 1),
    is_enabled  boolean      NOT NULL DEFAULT true CHECK (is_enabled IN (0, 1)),
    CONSTRAINT zone_rule_zone FOREIGN KEY (camera_id, zone_no)
        REFERENCES camera_zone (camera_id, zone_no) ON DELETE CASCADE,
    CONSTRAINT zone_rule_zone_class UNIQUE (camera_id, zone_no, class_name)
);

-- A stored piece of video; ended_at is null while it is still being recorded.
CREATE TABLE recording (
    id          integer     PRIMARY KEY,
    camera_id   integer     NOT NULL REFERENCES camera (id),
    started_at  timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    ended_at    timestamptz,
    file_name   text        NOT NULL UNIQUE,
    codec       varchar(8)  NOT NULL DEFAULT 'h264' CHECK (codec IN ('h264', 'h265', 'av1')),
    size_bytes  bigint      CHECK (size_bytes >= 0),
    frame_count integer     CHECK (frame_count >= 0),
    checksum    varchar(32) CHECK (length(checksum) = 32),
    is_archived boolean     NOT NULL DEFAULT false CHECK (is_archived IN (0, 1)),
    CONSTRAINT recording_camera_start UNIQUE (camera_id, started_at),
    CONSTRAINT recording_ends_after_start CHECK (ended_at > started_at)
);

CREATE INDEX recording_started_at ON recording (started_at);
CREATE INDEX recording_ended_at ON recording (ended_at);

-- Log of signs of life, as they came in. It has no key of any sort on purpose,
-- and the same row may occur twice.
CREATE TABLE heartbeat (
    camera_id   integer     NOT NULL,
    received_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    latency_ms  integer     CHECK (latency_ms >= 0)  -- null when it was not measured
);

CREATE INDEX heartbeat_camera_id ON heartbeat (camera_id);
CREATE INDEX heartbeat_received_at ON heartbeat (received_at);

-- Events -----------------------------------------------------------------------

-- Something worth watching. end_timestamp is null while it is going on; an
-- event that ended by itself has no operator who closed it.
CREATE TABLE event (
    id              integer     PRIMARY KEY,
    camera_id       integer     NOT NULL REFERENCES camera (id),
    reference       uuid        NOT NULL UNIQUE
                                CHECK (length(reference) = 36 AND reference = lower(reference)),
    kind            varchar(20) NOT NULL
                                CHECK (kind IN ('motion', 'intrusion', 'loitering', 'vehicle',
                                                'left_object', 'tamper', 'crowd')),
    severity        smallint    NOT NULL DEFAULT 1 CHECK (severity BETWEEN 1 AND 5),
    start_timestamp timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    end_timestamp   timestamptz,
    duration        integer     GENERATED ALWAYS AS (  -- whole seconds
                                    CAST(strftime('%s', end_timestamp) AS integer)
                                    - CAST(strftime('%s', start_timestamp) AS integer)
                                ) STORED,
    summary         text,
    opened_by_id    integer     NOT NULL REFERENCES operator (id),
    closed_by_id    integer     REFERENCES operator (id),
    is_reviewed     boolean     NOT NULL DEFAULT false CHECK (is_reviewed IN (0, 1)),
    CONSTRAINT event_ends_after_start CHECK (end_timestamp > start_timestamp),
    CONSTRAINT event_closed_when_ended CHECK (closed_by_id IS NULL OR end_timestamp IS NOT NULL)
);

CREATE INDEX event_camera_id ON event (camera_id);
CREATE INDEX event_opened_by_id ON event (opened_by_id);
CREATE INDEX event_closed_by_id ON event (closed_by_id);
CREATE INDEX event_start_timestamp ON event (start_timestamp);
CREATE INDEX event_end_timestamp ON event (end_timestamp);

CREATE TABLE tag (
    id          integer     PRIMARY KEY,
    name        varchar(30) NOT NULL UNIQUE,
    colour      varchar(7)  NOT NULL DEFAULT '#808080'
                            CHECK (colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    description text
);

-- Many-to-many: the tags on an event.
CREATE TABLE event_tag (
    event_id integer     NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    tag_id   integer     NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    added_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (event_id, tag_id)
);

CREATE INDEX event_tag_tag_id ON event_tag (tag_id);
CREATE INDEX event_tag_added_at ON event_tag (added_at);

-- Detections -------------------------------------------------------------------

-- A person, vehicle or thing that is recognised when it comes back.
CREATE TABLE object (
    id         integer     PRIMARY KEY,
    class_name varchar(20) NOT NULL,
    label      text,
    plate      varchar(12) UNIQUE,  -- number plate of a vehicle
    first_seen timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    last_seen  timestamptz,
    is_known   boolean     NOT NULL DEFAULT false CHECK (is_known IN (0, 1)),
    attributes json        CHECK (attributes IS NULL OR json_valid(attributes)),
    CONSTRAINT object_last_after_first CHECK (last_seen >= first_seen)
);

CREATE INDEX object_class_name ON object (class_name);
CREATE INDEX object_first_seen ON object (first_seen);
CREATE INDEX object_last_seen ON object (last_seen);

-- One sighting of an object in one frame. The camera is usually, but not always,
-- the camera of the event.
CREATE TABLE detection (
    id           integer          PRIMARY KEY,
    event_id     integer          NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    camera_id    integer          NOT NULL REFERENCES camera (id),
    object_id    integer          NOT NULL REFERENCES object (id),
    frame_number integer          NOT NULL CHECK (frame_number >= 0),  -- from the start of the event
    seen_at      timestamptz      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    score        numeric(4,3)     NOT NULL CHECK (score BETWEEN 0 AND 1),
    box          json             NOT NULL CHECK (json_valid(box)),    -- x, y, w and h in pixels
    area         integer          GENERATED ALWAYS AS (
                                      json_extract(box, '$.w') * json_extract(box, '$.h')
                                  ) STORED,
    speed        double precision CHECK (speed >= 0),  -- metres per second
    is_confirmed boolean          CHECK (is_confirmed IN (0, 1)),  -- null until somebody looks
    remark       text,
    CONSTRAINT detection_event_frame UNIQUE (event_id, frame_number)
);

CREATE INDEX detection_camera_id ON detection (camera_id);
CREATE INDEX detection_object_id ON detection (object_id);
CREATE INDEX detection_seen_at ON detection (seen_at);

-- Views ------------------------------------------------------------------------

-- Each event with the names around it and what was detected in it.
CREATE VIEW event_summary AS
SELECT e.id              AS event_id,
       s.name            AS site_name,
       c.name            AS camera_name,
       e.kind            AS kind,
       e.severity        AS severity,
       e.start_timestamp AS start_timestamp,
       e.end_timestamp   AS end_timestamp,
       (SELECT count(*) FROM detection d WHERE d.event_id = e.id)                  AS detection_count,
       (SELECT count(DISTINCT d.object_id) FROM detection d WHERE d.event_id = e.id) AS object_count,
       (SELECT max(d.score) FROM detection d WHERE d.event_id = e.id)              AS best_score
FROM event e
JOIN camera c ON c.id = e.camera_id
JOIN site s ON s.id = c.site_id;

-- The cameras that need somebody to go and look.
CREATE VIEW offline_camera AS
SELECT c.id   AS camera_id,
       c.name AS camera_name,
       s.name AS site_name,
       (SELECT max(h.received_at) FROM heartbeat h WHERE h.camera_id = c.id) AS last_heartbeat_at
FROM camera c
JOIN site s ON s.id = c.site_id
WHERE NOT c.is_online;
