-- What is unsealed is what has no leaf: no note beside every event.
DROP TABLE audit_unsealed;
