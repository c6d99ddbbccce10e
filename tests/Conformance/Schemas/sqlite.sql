-- The same tables as in postgres.sql. Types are spelled as PostgreSQL prints them, so that messages are the same, too.
CREATE TABLE specimen (
    id integer PRIMARY KEY,
    flag boolean,
    small smallint,
    whole integer,
    large bigint,
    price numeric(12,2),
    ratio double precision,
    single real,
    note text,
    code character varying(8),
    token uuid,
    day date,
    clock time without time zone,
    moment timestamp without time zone,
    instant timestamp with time zone,
    document json,
    payload blob
);

CREATE TABLE person (
    id integer PRIMARY KEY,
    name text NOT NULL,
    nickname character varying(20),
    email text UNIQUE,
    is_active boolean NOT NULL DEFAULT true,
    score numeric(6,2),
    born date,
    mentor_id integer REFERENCES person
);

CREATE TABLE place (
    id integer PRIMARY KEY,
    name text NOT NULL UNIQUE
);

CREATE TABLE voyage (
    id integer PRIMARY KEY,
    title text NOT NULL,
    origin_id integer NOT NULL REFERENCES place,
    destination_id integer REFERENCES place,
    captain_id integer REFERENCES person,
    departed timestamp with time zone,
    distance integer CONSTRAINT voyage_distance_check CHECK (distance >= 0)
);

CREATE TABLE crew (
    voyage_id integer NOT NULL REFERENCES voyage,
    person_id integer NOT NULL REFERENCES person,
    role text,
    PRIMARY KEY (voyage_id, person_id)
);

CREATE TABLE shift (
    voyage_id integer NOT NULL,
    person_id integer NOT NULL,
    number smallint NOT NULL,
    note text,
    PRIMARY KEY (voyage_id, person_id, number),
    FOREIGN KEY (voyage_id, person_id) REFERENCES crew
);

CREATE TABLE shelf (
    room text NOT NULL,
    label text NOT NULL,
    capacity integer,
    PRIMARY KEY (room, label)
);

CREATE TABLE book (
    id integer PRIMARY KEY,
    title text NOT NULL,
    shelf_room text,
    shelf_label text,
    FOREIGN KEY (shelf_room, shelf_label) REFERENCES shelf
);

CREATE TABLE log_entry (
    happened timestamp without time zone NOT NULL,
    message text
);

CREATE TABLE draft (
    id integer PRIMARY KEY AUTOINCREMENT,
    title text NOT NULL,
    state text NOT NULL DEFAULT 'new',
    amount integer DEFAULT 7 CONSTRAINT draft_amount_check CHECK (amount BETWEEN 0 AND 1000),
    twice integer GENERATED ALWAYS AS (amount * 2) STORED,
    label character varying(10),
    code text UNIQUE,
    small smallint,
    price numeric(8,2),
    parent_id integer REFERENCES draft
);
-- Numbers that the database gives are far from those that the tests give.
INSERT INTO sqlite_sequence VALUES ('draft', 1000000);

CREATE TABLE "order" (
    "select" integer PRIMARY KEY,
    "from" text,
    "group by" text,
    "limit" integer,
    "MixedCase" text,
    "quo""ted" text,
    "do.tted" text,
    "size__gt" integer,
    "naïve ☃" text
);

CREATE TABLE "Mixed Case" ("Id" integer PRIMARY KEY, "Name" text);

CREATE TABLE "dot.ted" (id integer PRIMARY KEY, name text);

CREATE TABLE "quo""te;--" (id integer PRIMARY KEY, name text);

CREATE TABLE hostile (
    id bigint NOT NULL PRIMARY KEY,
    words text,
    number bigint
);

CREATE TABLE scratch (
    id integer PRIMARY KEY,
    words text,
    number bigint,
    flag boolean,
    price numeric(12,2),
    ratio double precision,
    day date,
    instant timestamp with time zone,
    document json,
    payload blob
);

CREATE TABLE task (
    id integer PRIMARY KEY AUTOINCREMENT,
    title text NOT NULL UNIQUE,
    note text DEFAULT 'none',
    parent_id integer REFERENCES task,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp without time zone NOT NULL,
    deleted_at timestamp with time zone
);

CREATE TABLE job (
    id integer PRIMARY KEY AUTOINCREMENT,
    queue text NOT NULL DEFAULT 'main',
    claimed_until timestamp with time zone,
    claimed_by text,
    checker_claimed_until timestamp without time zone
);

CREATE TABLE errand (
    id integer PRIMARY KEY AUTOINCREMENT,
    queue text NOT NULL DEFAULT 'main',
    details json,
    parent_id integer REFERENCES errand,
    claimed_until timestamp with time zone,
    checker_claimed_until timestamp with time zone,
    checker_claimed_by text,
    deleted_at timestamp with time zone
);

CREATE TABLE alias (
    id integer PRIMARY KEY AUTOINCREMENT,
    name text NOT NULL,
    region text,
    code text,
    note text,
    deleted_at timestamp with time zone
);

CREATE UNIQUE INDEX alias_name ON alias (name) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX alias_region_code ON alias (region, code);

CREATE UNIQUE INDEX alias_first ON alias (code) WHERE note = 'it''s first';

CREATE UNIQUE INDEX alias_last ON alias (code) WHERE note = 'last';

CREATE UNIQUE INDEX alias_note_region ON alias (note, region) WHERE note = 'it''s one; WHERE two' AND region IS NOT NULL;

CREATE UNIQUE INDEX alias_region_id ON alias (lower(region), id);

CREATE TABLE team (
    id integer PRIMARY KEY,
    lead_team integer,
    lead_number integer,
    FOREIGN KEY (lead_team, lead_number) REFERENCES member (team_id, number)
);

CREATE TABLE member (
    team_id integer NOT NULL REFERENCES team,
    number integer NOT NULL,
    PRIMARY KEY (team_id, number)
);

CREATE TABLE album (id integer PRIMARY KEY, name text);

CREATE TABLE song (id integer PRIMARY KEY, name text, deleted_at timestamp with time zone);

CREATE TABLE track (
    album_id integer NOT NULL REFERENCES album,
    song_id integer NOT NULL REFERENCES song,
    deleted_at timestamp with time zone,
    PRIMARY KEY (album_id, song_id)
);

CREATE TABLE article (id integer PRIMARY KEY, title text);

CREATE TABLE writer (id integer PRIMARY KEY, name text);

CREATE TABLE citation (
    citing_id integer NOT NULL REFERENCES article,
    cited_id integer NOT NULL REFERENCES article,
    PRIMARY KEY (citing_id, cited_id)
);

CREATE TABLE authorship (
    article_id integer NOT NULL REFERENCES article,
    writer_id integer NOT NULL REFERENCES writer,
    PRIMARY KEY (article_id, writer_id)
);

CREATE TABLE review (
    article_id integer NOT NULL REFERENCES article,
    writer_id integer NOT NULL REFERENCES writer,
    PRIMARY KEY (article_id, writer_id)
);

CREATE TABLE "o'er ""x.é__y" ("k.e ""y" integer NOT NULL PRIMARY KEY, "na me.ü__""z" text);

CREATE TABLE "be low.""é__z" (
    id integer NOT NULL PRIMARY KEY,
    "o.f ""ü__to_id" integer REFERENCES "o'er ""x.é__y",
    "si.ze ""ö__" integer
);

CREATE VIEW active_person AS SELECT DISTINCT id, name, score FROM person WHERE is_active;
