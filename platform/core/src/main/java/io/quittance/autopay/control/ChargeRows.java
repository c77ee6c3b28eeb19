package io.quittance.autopay.control;

import io.quittance.autopay.Agreement;
import io.quittance.autopay.AgreementId;
import io.quittance.autopay.ChargeRow;
import io.quittance.autopay.ChargeState;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.payment.AttemptId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of charges. */
@ApplicationScoped
public class ChargeRows {

    private static final String SELECT = "SELECT c.id, c.claim_id, c.invoice_id, c.agreement_id, c.amount_minor, c.currency,"
            + " c.announced_on, c.charge_on, c.state, c.tries, c.attempt_id, c.note FROM autopay_charge c ";
    private static final int LONGEST_NOTE = 500;

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** A charge as the job knows it. */
    public record Planned(ChargeRow row, ClaimId claim, AgreementId agreement, Optional<AttemptId> attempt) {
    }

    /** @return the charge; empty when the claim has one by this agreement already */
    Optional<Long> plan(OpenClaim claim, Agreement agreement, LocalDate today, LocalDate on) {
        return Sql.call(entities, connection -> {
            long id = ids.next();
            try (PreparedStatement insert = connection.prepareStatement("INSERT IGNORE INTO autopay_charge (id, claim_id, invoice_id,"
                    + " agreement_id, amount_minor, currency, announced_on, charge_on, state, tries, note, changed_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', 0, '', ?)")) {
                insert.setLong(1, id);
                insert.setLong(2, claim.id().value());
                insert.setLong(3, claim.invoice().value());
                insert.setLong(4, agreement.id().value());
                insert.setLong(5, claim.open().minorUnits());
                insert.setString(6, claim.open().currency().getCurrencyCode());
                insert.setObject(7, today);
                insert.setObject(8, on);
                insert.setTimestamp(9, Timestamp.from(clock.instant()));
                return insert.executeUpdate() == 1 ? Optional.of(id) : Optional.<Long>empty();
            }
        });
    }

    List<Planned> due(LocalDate today) {
        return select("WHERE c.state = 'PLANNED' AND c.charge_on <= ? ORDER BY c.charge_on, c.id", today);
    }

    List<Planned> started() {
        return select("WHERE c.state = 'STARTED' ORDER BY c.id");
    }

    Optional<Planned> lock(long id) {
        return select("WHERE c.id = ? FOR UPDATE", id).stream().findFirst();
    }

    public Optional<Planned> find(long id) {
        return select("WHERE c.id = ?", id).stream().findFirst();
    }

    /** Newest first. */
    public List<ChargeRow> of(CustomerId customer, int most) {
        return select("JOIN autopay_agreement a ON a.id = c.agreement_id WHERE a.customer_id = ? ORDER BY c.id DESC LIMIT ?",
                customer.value(), most).stream().map(Planned::row).toList();
    }

    /** By agreement the planned charge that is due first. */
    public Map<AgreementId, ChargeRow> next(CustomerId customer) {
        return select("JOIN autopay_agreement a ON a.id = c.agreement_id WHERE a.customer_id = ? AND c.state = 'PLANNED'"
                + " AND a.state = 'ACTIVE' ORDER BY c.charge_on, c.id", customer.value()).stream()
                .collect(Collectors.toMap(Planned::agreement, Planned::row, (first, later) -> first));
    }

    void started(long id, AttemptId attempt) {
        change("state = 'STARTED', tries = tries + 1, attempt_id = ?, note = '', changed_at = ? WHERE id = ?", attempt.value(),
                Timestamp.from(clock.instant()), id);
    }

    /** @param counted whether the try before it counts */
    void again(long id, LocalDate on, String note, boolean counted) {
        change("state = 'PLANNED', attempt_id = NULL, charge_on = ?, note = ?, changed_at = ?" + (counted ? "" : ", tries = tries - 1")
                + " WHERE id = ?", on, shortened(note), Timestamp.from(clock.instant()), id);
    }

    void postpone(long id, LocalDate on, String note) {
        change("charge_on = ?, note = ?, changed_at = ? WHERE id = ?", on, shortened(note), Timestamp.from(clock.instant()), id);
    }

    void over(long id, ChargeState state, String note) {
        change("state = ?, note = ?, changed_at = ? WHERE id = ?", state.name(), shortened(note), Timestamp.from(clock.instant()), id);
    }

    private void change(String rest, Object... values) {
        Sql.update(entities, "UPDATE autopay_charge SET " + rest, values);
    }

    private List<Planned> select(String rest, Object... values) {
        return Sql.select(entities, SELECT + rest, ChargeRows::planned, values);
    }

    private static Planned planned(ResultSet row) throws SQLException {
        ChargeRow shown = new ChargeRow(row.getLong("id"), new InvoiceId(row.getLong("invoice_id")),
                Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")), row.getObject("announced_on", LocalDate.class),
                row.getObject("charge_on", LocalDate.class), ChargeState.valueOf(row.getString("state")), row.getInt("tries"),
                row.getString("note"));
        return new Planned(shown, new ClaimId(row.getLong("claim_id")), new AgreementId(row.getLong("agreement_id")),
                Optional.ofNullable(row.getObject("attempt_id", Long.class)).map(AttemptId::new));
    }

    private static String shortened(String note) {
        return note.substring(0, Math.min(LONGEST_NOTE, note.length()));
    }
}
