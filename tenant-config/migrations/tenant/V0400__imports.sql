-- Files that were imported. Append-only: what was imported, and what was not, stays on record.
CREATE TABLE import_file (
    id             BIGINT       NOT NULL PRIMARY KEY,
    kind           VARCHAR(20)  NOT NULL,
    file_name      VARCHAR(200) NOT NULL,
    sha256         CHAR(64)     NOT NULL,
    imported_at    DATETIME(6)  NOT NULL,
    actor          VARCHAR(120) NOT NULL,
    row_count      INT          NOT NULL,
    good_count     INT          NOT NULL,
    customers_made INT          NOT NULL,
    totals_json    TEXT         NOT NULL,
    ignored_json   TEXT         NOT NULL,
    header_json    TEXT         NOT NULL
);

CREATE TABLE import_broken_row (
    import_id   BIGINT     NOT NULL,
    line_no     INT        NOT NULL,
    cells_json  MEDIUMTEXT NOT NULL,
    faults_json MEDIUMTEXT NOT NULL,
    PRIMARY KEY (import_id, line_no)
);

-- One row, locked while a file is imported: two files at once could each make the same customer.
CREATE TABLE import_turn (
    id INT NOT NULL PRIMARY KEY
);
INSERT INTO import_turn (id) VALUES (1);
