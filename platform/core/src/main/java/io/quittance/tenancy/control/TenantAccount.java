package io.quittance.tenancy.control;

/** One database account of one tenant, opened. Never logged: {@link #toString()} hides the password. */
record TenantAccount(String schema, String user, String password) {

    @Override
    public String toString() {
        return user + "@" + schema;
    }
}
