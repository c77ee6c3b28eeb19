package io.quittance.analytics.control;

import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.List;

/** What is open, by currency and due date, from every claim or every line: slow, and by what the kept sums are judged. */
@ApplicationScoped
public class OpenClaimQueries {

    /** Reads the index of open claims alone, however many are settled. */
    private static final String NOW = "SELECT currency, due_date, SUM(open_minor), COUNT(*) FROM claim WHERE open_minor > 0"
            + " GROUP BY currency, due_date";

    /** The sub-ledger of receivables up to a day: what was booked later had not happened yet. */
    private static final String AS_OF = "SELECT past.currency, c.due_date, SUM(past.open_minor), COUNT(*) FROM"
            + " (SELECT l.claim_id, l.currency, SUM(l.amount_minor) AS open_minor FROM journal_line l"
            + " WHERE l.account_code = (SELECT code FROM ledger_account WHERE role = 'RECEIVABLES') AND l.booked_on <= ?"
            + " GROUP BY l.claim_id, l.currency HAVING SUM(l.amount_minor) > 0) past"
            + " JOIN claim c ON c.id = past.claim_id GROUP BY past.currency, c.due_date";

    @Inject
    EntityManager entities;

    List<OpenSum> now() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(NOW)) {
                return AgingRows.sums(select);
            }
        });
    }

    List<OpenSum> asOf(LocalDate day) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(AS_OF)) {
                select.setObject(1, day);
                return AgingRows.sums(select);
            }
        });
    }
}
