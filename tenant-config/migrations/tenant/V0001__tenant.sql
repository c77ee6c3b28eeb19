-- Settings of the tenant that features keep as name and value.
CREATE TABLE setting (
    name  VARCHAR(100)  NOT NULL PRIMARY KEY,
    value VARCHAR(4000) NOT NULL
);
