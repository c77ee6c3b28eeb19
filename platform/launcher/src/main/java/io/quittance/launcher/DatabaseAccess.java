package io.quittance.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * A database server and the account that provisioning uses on it.
 *
 * @param url      {@code jdbc:mysql://host:port/}
 * @param user     may create databases and accounts
 * @param password of that account
 */
public record DatabaseAccess(String url, String user, String password) {
    private static final int LOGIN_SECONDS = 10;

    /** The server named by {@code QUITTANCE_DB_URL}, {@code QUITTANCE_DB_USER} and {@code QUITTANCE_DB_PASSWORD}. */
    public static Optional<DatabaseAccess> of(Map<String, String> environment) {
        String url = environment.getOrDefault("QUITTANCE_DB_URL", "").strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.matches("jdbc:mysql://[^/]+(/.*)?")) {
            throw new LaunchFailure("QUITTANCE_DB_URL is \"" + url + "\": it must look like jdbc:mysql://host:3306/");
        }
        return Optional.of(new DatabaseAccess(
                url, environment.getOrDefault("QUITTANCE_DB_USER", "root"), environment.getOrDefault("QUITTANCE_DB_PASSWORD", "")));
    }

    /** Logs in once; fails with one clear line when that is not possible. */
    void mustAnswer() {
        int before = DriverManager.getLoginTimeout();
        DriverManager.setLoginTimeout(LOGIN_SECONDS);
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            if (!connection.isValid(LOGIN_SECONDS)) {
                throw new LaunchFailure("The database at " + url + " does not answer: check that it is up");
            }
        } catch (SQLException e) {
            throw new LaunchFailure("The database at " + url + " cannot be used as " + user + " (" + firstLine(e)
                    + "): check that it is up and QUITTANCE_DB_URL, _USER and _PASSWORD, or unset them to use the built-in one", e);
        } finally {
            DriverManager.setLoginTimeout(before);
        }
    }

    private static String firstLine(SQLException e) {
        return e.getMessage() == null ? e.getSQLState() : e.getMessage().strip().lines().findFirst().orElse("");
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
