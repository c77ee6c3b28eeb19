package io.quittance.invoice.control;

import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.ClaimMove;
import io.quittance.invoice.HeldClaim;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.entity.ClaimBalance.By;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Claims that are held, and many moves of them written together: each statement once, however many claims it moves. */
@ApplicationScoped
public class ClaimMoves {

    private static final int MOST = 500;
    /** In the order of the invoices, and a claim's row before its invoice's, as by every other move. */
    private static final String HOLD = ClaimRows.COLUMNS + ", c.credited_minor, c.written_off_minor"
            + " FROM claim c FORCE INDEX (claim_of_invoice) STRAIGHT_JOIN invoice i ON i.id = c.invoice_id WHERE c.invoice_id IN (";

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /**
     * All claims of the invoices, those of one oldest due first; nobody else can move them until the unit ends.
     *
     * @param patiently whether to wait for who holds one already, or to throw
     */
    public List<HeldClaim> hold(Collection<InvoiceId> invoices, boolean patiently) {
        List<Long> wanted = invoices.stream().map(InvoiceId::value).distinct().sorted().toList();
        return Sql.call(entities, connection -> {
            List<HeldClaim> held = new ArrayList<>();
            for (List<Long> some : Sql.chunks(wanted, MOST)) {
                held.addAll(hold(connection, some, patiently));
            }
            return held;
        });
    }

    private static List<HeldClaim> hold(Connection connection, List<Long> invoices, boolean patiently) throws SQLException {
        List<HeldClaim> held = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(HOLD + Sql.marks(invoices.size())
                + ")" + ClaimRows.OLDEST_FIRST + (patiently ? " FOR UPDATE" : " FOR UPDATE NOWAIT"))) {
            Sql.bind(select, invoices);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    OpenClaim claim = ClaimRows.claim(row);
                    held.add(new HeldClaim(claim, new Money(row.getLong("credited_minor"), claim.open().currency()),
                            new Money(row.getLong("written_off_minor"), claim.open().currency())));
                }
            }
        }
        return held;
    }

    /**
     * Writes moves of money by the conditional updates that move one.
     *
     * @throws IllegalStateException when a claim does not have what is moved: it was not held
     */
    public void write(List<ClaimMove> moves) {
        Map<Long, Long> claims = new TreeMap<>();
        Map<Long, Long> invoices = new TreeMap<>();
        Set<Long> dueAgain = new TreeSet<>();
        for (ClaimMove move : moves) {
            long minor = move.amount().minorUnits();
            claims.merge(move.claim().id().value(), minor, Math::addExact);
            invoices.merge(move.claim().invoice().value(), minor, Math::addExact);
            if (move.claim().kind() == ClaimKind.INSTALMENT || minor < 0) {
                dueAgain.add(move.claim().invoice().value());
            }
        }
        Sql.call(entities, connection -> {
            moveClaims(connection, claims);
            moveInvoices(connection, invoices);
            for (long invoice : dueAgain) {
                MoveStatements.dueAgain(connection, new InvoiceId(invoice));
            }
            note(connection, moves);
            return null;
        });
    }

    private static void moveClaims(Connection connection, Map<Long, Long> claims) throws SQLException {
        long moved = Sql.each(connection, MoveStatements.CLAIM, claims.entrySet(),
                (update, claim) -> MoveStatements.claim(update, new ClaimId(claim.getKey()), claim.getValue(), By.MONEY));
        if (moved != claims.size()) {
            throw new IllegalStateException("a claim among " + claims.keySet() + " was moved though nobody held it");
        }
    }

    private static void moveInvoices(Connection connection, Map<Long, Long> invoices) throws SQLException {
        Sql.each(connection, MoveStatements.INVOICE, invoices.entrySet(),
                (update, invoice) -> MoveStatements.invoice(update, new InvoiceId(invoice.getKey()), invoice.getValue(), By.MONEY));
    }

    private void note(Connection connection, List<ClaimMove> moves) throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        try (PreparedStatement insert = connection.prepareStatement(MoveStatements.NOTE)) {
            for (ClaimMove move : moves) {
                MoveStatements.note(insert, ids.next(), now, move.claim(), move.amount().minorUnits(), move.cause());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
