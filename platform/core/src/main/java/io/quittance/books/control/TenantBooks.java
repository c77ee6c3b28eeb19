package io.quittance.books.control;

/** A tenant as the auditor sees it. Schema names are quoted and end in a full stop. */
public record TenantBooks(long id, String slug, String schemaName, String platformName) {

    String schema() {
        return "`" + schemaName + "`.";
    }

    String platform() {
        return "`" + platformName + "`.";
    }
}
