package io.quittance.cli;

import io.quittance.books.Audit;
import io.quittance.books.ChargeLog;
import io.quittance.books.Finding;
import io.quittance.books.boundary.BooksAuditor;
import io.quittance.config.Configuration;
import io.quittance.config.Json;
import io.quittance.config.MissingSetting;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code audit-books [--json] [--charges=FILE]}: holds the books of every tenant to the product's promises. Reads only.
 *
 * <p>{@code --charges} names the journal of the sandbox company: then its captures are held against our receipts too.
 */
final class AuditBooks implements Subcommand {

    private static final String CHARGES = "--charges=";

    private final Configuration configuration = new Configuration();

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean json = false;
        List<ChargeLog> logs = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("--json")) {
                json = true;
            } else if (argument.startsWith(CHARGES)) {
                logs.add(SandboxJournal.read(Path.of(argument.substring(CHARGES.length()))));
            } else {
                throw new CannotRun("audit-books knows --json and --charges=FILE but not " + argument);
            }
        }
        Audit audit = audit(logs);
        if (json) {
            out.println(new Json().write(new Report(audit)));
        } else {
            table(audit, out);
        }
        audit.findings().forEach(err::println);
        return audit.isClean() ? 0 : 1;
    }

    private Audit audit(List<ChargeLog> logs) {
        try {
            String url = configuration.required("quittance.db.url");
            String schema = (url.endsWith("/") ? "" : "/") + "information_schema?connectTimeout=5000&socketTimeout=600000"
                    + "&characterEncoding=UTF-8&connectionTimeZone=UTC&allowPublicKeyRetrieval=true&sslMode=PREFERRED";
            try (Connection connection = DriverManager.getConnection(url + schema, configuration.required("quittance.db.user"),
                    configuration.required("quittance.db.password"))) {
                return new BooksAuditor(connection, configuration.orDefault("quittance.db.prefix", "quittance")).audit(logs);
            }
        } catch (MissingSetting missing) {
            throw new CannotRun(missing.getMessage(), missing);
        } catch (SQLException refused) {
            throw new CannotRun("the database cannot be read: " + refused.getMessage(), refused);
        }
    }

    private static void table(Audit audit, PrintStream out) {
        out.printf(Locale.ROOT, "%-10s %,12d%n", "tenants", audit.tenants().size());
        out.printf(Locale.ROOT, "%-10s %,12d%n", "entries", audit.entries());
        out.printf(Locale.ROOT, "%-10s %,12d%n", "payments", audit.payments());
        out.printf(Locale.ROOT, "%-10s %,12d%n", "waiting", audit.waiting());
        out.printf(Locale.ROOT, "%-10s %,12d%n", "dead", audit.dead());
        out.printf(Locale.ROOT, "%-10s %,12d%n", "findings", audit.findings().size());
    }

    /** The JSON that {@code schema/audit-books-1.json} describes. */
    record Report(int version, boolean clean, List<String> tenants, long entries, long payments, long waiting, long dead,
            List<Row> findings) {

        Report(Audit audit) {
            this(1, audit.isClean(), audit.tenants(), audit.entries(), audit.payments(), audit.waiting(), audit.dead(),
                    audit.findings().stream().map(Row::new).toList());
        }
    }

    record Row(String invariant, String tenant, String subject, String expected, String found) {

        Row(Finding finding) {
            this(finding.invariant().label(), finding.tenant(), finding.subject(), finding.expected(), finding.found());
        }
    }
}
