package io.quittance.tenancy;

/**
 * Where a secret is kept. Sealed values are bound to their place: moved to another tenant, table, column or row they do
 * not open.
 */
public record SecretPlace(String table, String column, String row) {

    /** @return the associated data under which a value is sealed for a tenant; unambiguous, as no part contains a bar */
    public String of(TenantId tenant) {
        return tenant + "|" + table + "|" + column + "|" + row;
    }

    public SecretPlace {
        if ((table + column + row).indexOf('|') >= 0) {
            throw new IllegalArgumentException("a secret's place must not contain '|'");
        }
    }
}
