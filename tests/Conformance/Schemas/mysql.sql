-- The same tables as in postgres.sql. Keys of texts need a length, and instants end in 2038.
CREATE TABLE specimen (
    id integer PRIMARY KEY AUTO_INCREMENT,
    flag boolean,
    small smallint,
    whole integer,
    large bigint,
    price numeric(12,2),
    ratio double precision,
    single float,
    note text,
    code varchar(8),
    token uuid,
    day date,
    clock time(6),
    moment datetime(6),
    instant timestamp(6) NULL,
    document json,
    payload blob
);

CREATE TABLE person (
    id integer PRIMARY KEY AUTO_INCREMENT,
    name text NOT NULL,
    nickname varchar(20),
    email text UNIQUE,
    is_active boolean NOT NULL DEFAULT true,
    score numeric(6,2),
    born date,
    mentor_id integer REFERENCES person (id)
);

CREATE TABLE place (
    id integer PRIMARY KEY AUTO_INCREMENT,
    name text NOT NULL UNIQUE
);

CREATE TABLE voyage (
    id integer PRIMARY KEY AUTO_INCREMENT,
    title text NOT NULL,
    origin_id integer NOT NULL REFERENCES place (id),
    destination_id integer REFERENCES place (id),
    captain_id integer REFERENCES person (id),
    departed timestamp(6) NULL,
    distance integer,
    CONSTRAINT voyage_distance_check CHECK (distance >= 0)
);

CREATE TABLE crew (
    voyage_id integer NOT NULL REFERENCES voyage (id),
    person_id integer NOT NULL REFERENCES person (id),
    role text,
    PRIMARY KEY (voyage_id, person_id)
);

CREATE TABLE shift (
    voyage_id integer NOT NULL,
    person_id integer NOT NULL,
    number smallint NOT NULL,
    note text,
    PRIMARY KEY (voyage_id, person_id, number),
    FOREIGN KEY (voyage_id, person_id) REFERENCES crew (voyage_id, person_id)
);

CREATE TABLE shelf (
    room varchar(100) NOT NULL,
    label varchar(100) NOT NULL,
    capacity integer,
    PRIMARY KEY (room, label)
);

CREATE TABLE book (
    id integer PRIMARY KEY AUTO_INCREMENT,
    title text NOT NULL,
    shelf_room varchar(100),
    shelf_label varchar(100),
    FOREIGN KEY (shelf_room, shelf_label) REFERENCES shelf (room, label)
);

CREATE TABLE log_entry (
    happened datetime(6) NOT NULL,
    message text
);

CREATE TABLE draft (
    id integer PRIMARY KEY AUTO_INCREMENT,
    title text NOT NULL,
    state text NOT NULL DEFAULT 'new',
    amount integer DEFAULT 7,
    twice integer GENERATED ALWAYS AS (amount * 2) STORED,
    label varchar(10),
    code text UNIQUE,
    small smallint,
    price numeric(8,2),
    parent_id integer REFERENCES draft (id),
    CONSTRAINT draft_amount_check CHECK (amount BETWEEN 0 AND 1000)
);
-- Numbers that the database gives are far from those that the tests give.
ALTER TABLE draft AUTO_INCREMENT = 1000001;

CREATE TABLE "order" (
    "select" integer PRIMARY KEY AUTO_INCREMENT,
    "from" text,
    "group by" text,
    "limit" integer,
    "MixedCase" text,
    "quo""ted" text,
    "do.tted" text,
    "size__gt" integer,
    "naïve ☃" text
);

CREATE TABLE "Mixed Case" ("Id" integer PRIMARY KEY AUTO_INCREMENT, "Name" text);

CREATE TABLE "dot.ted" (id integer PRIMARY KEY AUTO_INCREMENT, name text);

CREATE TABLE "quo""te;--" (id integer PRIMARY KEY AUTO_INCREMENT, name text);

CREATE TABLE hostile (
    id bigint NOT NULL PRIMARY KEY,
    words longtext,
    number bigint
);

CREATE TABLE scratch (
    id integer PRIMARY KEY AUTO_INCREMENT,
    words longtext,
    number bigint,
    flag boolean,
    price numeric(12,2),
    ratio double precision,
    day date,
    instant timestamp(6) NULL,
    document json,
    payload blob
);

CREATE TABLE task (
    id integer PRIMARY KEY AUTO_INCREMENT,
    title text NOT NULL UNIQUE,
    note text DEFAULT 'none',
    parent_id integer REFERENCES task (id),
    created_at timestamp(6) NOT NULL,
    updated_at datetime(6) NOT NULL,
    deleted_at timestamp(6) NULL
);

CREATE TABLE job (
    id integer PRIMARY KEY AUTO_INCREMENT,
    queue text NOT NULL DEFAULT 'main',
    claimed_until timestamp(6) NULL,
    claimed_by text,
    checker_claimed_until datetime(6)
);

CREATE TABLE errand (
    id integer PRIMARY KEY AUTO_INCREMENT,
    queue varchar(40) NOT NULL DEFAULT 'main',
    details json,
    parent_id integer REFERENCES errand (id),
    claimed_until timestamp(6) NULL,
    checker_claimed_until timestamp(6) NULL,
    checker_claimed_by text,
    deleted_at timestamp(6) NULL
);

CREATE TABLE alias (
    id integer PRIMARY KEY AUTO_INCREMENT,
    name text NOT NULL,
    region varchar(100),
    code varchar(100),
    note text,
    deleted_at timestamp(6) NULL
);

CREATE UNIQUE INDEX alias_region_code ON alias (region, code);

CREATE TABLE team (
    id integer PRIMARY KEY AUTO_INCREMENT,
    lead_team integer,
    lead_number integer
);

CREATE TABLE member (
    team_id integer NOT NULL REFERENCES team (id),
    number integer NOT NULL,
    PRIMARY KEY (team_id, number)
);

ALTER TABLE team ADD FOREIGN KEY (lead_team, lead_number) REFERENCES member (team_id, number);

CREATE TABLE album (id integer PRIMARY KEY AUTO_INCREMENT, name text);

CREATE TABLE song (id integer PRIMARY KEY AUTO_INCREMENT, name text, deleted_at timestamp(6) NULL);

CREATE TABLE track (
    album_id integer NOT NULL REFERENCES album (id),
    song_id integer NOT NULL REFERENCES song (id),
    deleted_at timestamp(6) NULL,
    PRIMARY KEY (album_id, song_id)
);

CREATE TABLE article (id integer PRIMARY KEY AUTO_INCREMENT, title text);

CREATE TABLE writer (id integer PRIMARY KEY AUTO_INCREMENT, name text);

CREATE TABLE citation (
    citing_id integer NOT NULL REFERENCES article (id),
    cited_id integer NOT NULL REFERENCES article (id),
    PRIMARY KEY (citing_id, cited_id)
);

CREATE TABLE authorship (
    article_id integer NOT NULL REFERENCES article (id),
    writer_id integer NOT NULL REFERENCES writer (id),
    PRIMARY KEY (article_id, writer_id)
);

CREATE TABLE review (
    article_id integer NOT NULL REFERENCES article (id),
    writer_id integer NOT NULL REFERENCES writer (id),
    PRIMARY KEY (article_id, writer_id)
);

CREATE TABLE "o'er ""x.é__y" ("k.e ""y" integer NOT NULL PRIMARY KEY, "na me.ü__""z" text);

CREATE TABLE "be low.""é__z" (
    id integer NOT NULL PRIMARY KEY,
    "o.f ""ü__to_id" integer REFERENCES "o'er ""x.é__y" ("k.e ""y"),
    "si.ze ""ö__" integer
);

CREATE VIEW active_person AS SELECT DISTINCT id, name, score FROM person WHERE is_active;
