-- What every table holds before a test; every database reads it.
INSERT INTO specimen VALUES
    (1, true, 12, 34567, 8901234567, 10.00, 0.1, 1.5, 'plain', 'abc', '00112233-4455-6677-8899-aabbccddeeff',
     '2024-07-19', '11:45:00.5', '2024-07-19 11:45:00.5', '2024-07-19 03:45:00.5', '{"a":[1,2.50,null],"ü":"\"x\""}',
     CAST('Hello' AS blob)),
    (2, false, 32767, 2147483647, 9223372036854775807, 9999999999.99, 1e300, 16777216, 'quote " backslash \ tab	end', 'ABCDEFGH',
     'ffffffff-ffff-ffff-ffff-ffffffffffff', '9999-12-31', '23:59:59.999999', '9999-12-31 23:59:59.999999',
     '9999-12-31 23:59:59.999999', '[]', CAST('' AS blob)),
    (3, false, -32768, -2147483648, -9223372036854775808, -0.01, -2.5e-7, -0.25, '', '', '00000000-0000-0000-0000-000000000000',
     '0001-01-01', '00:00:00', '0001-01-01 00:00:00', '0001-01-01 00:00:00', '"text"', CAST('~' AS blob)),
    (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (5, true, 0, 0, 0, 0.00, 0, 0, 'Grüße 👋🏽 مرحبا é', '日本', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
     '2000-02-29', '12:00:00', '2000-02-29 12:00:00', '2000-02-29 12:00:00.000001', 'true', CAST('Hi' AS blob));

INSERT INTO person VALUES
    (1, 'Ada', 'countess', 'ada@example.org', true, 90.50, '1815-12-10', NULL),
    (2, 'Brook', NULL, 'brook@example.org', true, 70.00, NULL, 1),
    (3, 'Çelik', '100%', NULL, false, 90.50, '1990-01-31', 1),
    (4, 'Дарья', 'ДАША', NULL, true, NULL, '2001-05-05', 2),
    (5, 'eve', '_x_', 'eve@example.org', false, 12.34, '1990-01-31', NULL),
    (6, 'O''Neil; DROP', 'back\slash', NULL, true, NULL, NULL, 6);

INSERT INTO place VALUES (1, 'Aden'), (2, 'Bergen'), (3, 'Cádiz');

INSERT INTO voyage VALUES
    (1, 'There', 1, 2, 1, '2024-01-02 03:04:05', 120),
    (2, 'Back again', 2, 1, NULL, '2024-02-02 00:00:00', 120),
    (3, 'Adrift', 3, NULL, 4, NULL, NULL);

INSERT INTO crew VALUES (1, 1, 'captain'), (1, 2, 'cook'), (2, 2, NULL);

INSERT INTO shift VALUES (1, 1, 1, 'night'), (1, 2, 1, NULL), (1, 2, 2, 'day');

INSERT INTO shelf VALUES ('a', 'b', 10), ('a,b', 'c', 20), ('a', 'b,c', 30), ('x/y', '%2C', NULL);

INSERT INTO book VALUES (1, 'Found', 'a,b', 'c'), (2, 'Lost', NULL, NULL), (3, 'Half', 'a', NULL), (4, 'Slash', 'x/y', '%2C');

INSERT INTO log_entry VALUES ('2024-01-01 00:00:00', 'start'), ('2024-01-01 00:00:00', 'start'), ('2024-01-02 00:00:00', NULL);

INSERT INTO draft (id, title, state, amount, label, code, small, price, parent_id) VALUES
    (1, 'root', 'old', 5, 'one', 'R', 1, 1.50, NULL),
    (2, 'leaf', 'new', 7, NULL, 'L', NULL, NULL, 1);

INSERT INTO "order" VALUES (1, 'f', 'g', 5, 'm', 'q', 'd', 3, 'n'), (2, 'F', NULL, 6, 'M', '"', '.', 4, '☃');

INSERT INTO "Mixed Case" VALUES (1, 'upper');

INSERT INTO "dot.ted" VALUES (1, 'dot');

INSERT INTO "quo""te;--" VALUES (1, 'quote');

-- Team 1 is led by one of its own, teams 2 and 3 by each other's, and each of 5 to 8 by one of the team before.
INSERT INTO team (id) VALUES (1), (2), (3), (4), (5), (6), (7), (8);

INSERT INTO member VALUES (1, 1), (1, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 1), (7, 1);

UPDATE team SET lead_team = 1, lead_number = 1 WHERE id = 1;
UPDATE team SET lead_team = 3, lead_number = 1 WHERE id = 2;
UPDATE team SET lead_team = 2, lead_number = 1 WHERE id = 3;
UPDATE team SET lead_team = id - 1, lead_number = 1 WHERE id > 4;

-- Album 2 lost its second song, album 3 all; song 3 is deleted itself.
INSERT INTO album VALUES (1, 'first'), (2, 'second'), (3, 'third');

INSERT INTO song VALUES (1, 'shared', NULL), (2, 'cut', NULL), (3, 'gone', '2024-01-01 00:00:00');

INSERT INTO track VALUES
    (1, 1, NULL), (1, 3, NULL), (2, 1, NULL), (2, 2, '2024-02-01 00:00:00'), (3, 2, '2024-02-01 00:00:00'),
    (3, 3, '2024-02-01 00:00:00');

INSERT INTO article VALUES (1, 'one'), (2, 'two'), (3, 'three');

INSERT INTO writer VALUES (1, 'Wu'), (2, 'Xi');

INSERT INTO citation VALUES (2, 1), (3, 1), (3, 2);

INSERT INTO authorship VALUES (1, 1), (2, 1), (2, 2);

INSERT INTO review VALUES (1, 2), (3, 1);

INSERT INTO "o'er ""x.é__y" VALUES (1, 'a'), (2, 'b');

INSERT INTO "be low.""é__z" VALUES (1, 1, 10), (2, 1, 20), (3, NULL, 30);
