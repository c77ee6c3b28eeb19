package io.quittance.system.kill;

import io.quittance.books.Audit;
import io.quittance.books.ChargeLog;
import io.quittance.books.boundary.BooksAuditor;
import io.quittance.launcher.DatabaseAccess;
import io.quittance.spi.money.Money;
import io.quittance.system.stack.SharedStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The books as the auditor sees them, past the application. */
public final class Books {

    private static final String PREFIX = "quittance";
    private static final Currency EUR = Currency.getInstance("EUR");

    private Books() {
    }

    public static Audit audit() {
        return audit(List.of());
    }

    /** @param captures by the gateway's name for the payment, in euro cents */
    static Audit against(String gateway, Map<String, Long> captures) {
        return audit(List.of(new ChargeLog(gateway, captures.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Money(entry.getValue(), EUR))))));
    }

    /** Deliveries that nobody has worked off yet. */
    static long waiting() {
        return count(PREFIX + "_platform.webhook_inbox WHERE state = 'WAITING'");
    }

    /**
     * Attempts to be paid, of all tenants, of which the gateway still has to say what became of them. A page that is open and that its
     * payer never came to, since the product was killed before it could send him there, is none.
     *
     * @param paid what the gateway captured
     */
    static long unsettledAttempts(Set<String> paid) {
        try (Connection connection = connect(); PreparedStatement select = connection.prepareStatement(
                "SELECT table_schema FROM information_schema.tables WHERE table_name = 'payment_attempt' AND table_schema LIKE ?")) {
            select.setString(1, PREFIX + "%");
            long unsettled = 0;
            try (ResultSet tenants = select.executeQuery()) {
                while (tenants.next()) {
                    String attempts = "`" + tenants.getString(1) + "`.payment_attempt";
                    unsettled += count(attempts + " WHERE state IN ('STARTED', 'IN_DOUBT')");
                    unsettled += references(connection, attempts + " WHERE state = 'OPEN'").stream().filter(paid::contains).count();
                }
            }
            return unsettled;
        } catch (SQLException failed) {
            throw new IllegalStateException("the attempts cannot be read", failed);
        }
    }

    private static List<String> references(Connection connection, String attempts) throws SQLException {
        List<String> references = new ArrayList<>();
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery("SELECT reference FROM " + attempts)) {
            while (row.next()) {
                references.add(row.getString(1));
            }
        }
        return references;
    }

    private static long count(String rows) {
        try (Connection connection = connect(); Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT COUNT(*) FROM " + rows)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(rows + " cannot be counted", failed);
        }
    }

    private static Audit audit(List<ChargeLog> logs) {
        try (Connection connection = connect()) {
            return new BooksAuditor(connection, PREFIX).audit(logs);
        } catch (SQLException failed) {
            throw new IllegalStateException("the books cannot be read", failed);
        }
    }

    static Connection connect() throws SQLException {
        DatabaseAccess access = SharedStack.get().databaseAccess();
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }
}
