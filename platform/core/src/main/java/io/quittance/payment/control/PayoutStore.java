package io.quittance.payment.control;

import io.quittance.config.Json;
import io.quittance.payment.PayoutRow;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The append-only table of payouts. */
@ApplicationScoped
public class PayoutStore {

    private static final String SELECT = "SELECT id, gateway, reference, currency, gross_minor, fee_minor, net_minor, bank_reference,"
            + " arrives_on, announced_at, payments, reserve_minor, conversions FROM gateway_payout WHERE ";

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Json json;
    @Inject
    Clock clock;

    /** @return its id; empty when it was known */
    public OptionalLong add(String gateway, PaymentEvent.Payout payout) {
        String reference = payout.occurrence().payment().value();
        if (!select("gateway = ? AND reference = ?", gateway, reference).isEmpty()) {
            return OptionalLong.empty();
        }
        long id = ids.next();
        return Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO gateway_payout (id, gateway, reference, currency, gross_minor, fee_minor, net_minor, bank_reference,"
                            + " arrives_on, announced_at, payments, reserve_minor, conversions)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, id);
                insert.setString(2, gateway);
                insert.setString(3, reference);
                insert.setString(4, payout.net().currency().getCurrencyCode());
                insert.setLong(5, payout.gross().minorUnits());
                insert.setLong(6, payout.fee().minorUnits());
                insert.setLong(7, payout.net().minorUnits());
                insert.setString(8, payout.bankReference());
                insert.setObject(9, payout.arrivesOn());
                insert.setTimestamp(10, Timestamp.from(clock.instant()));
                insert.setString(11, json.write(payout.payments().stream().map(GatewayPaymentId::value).toList()));
                insert.setLong(12, payout.reserve().minorUnits());
                insert.setString(13, payout.conversions().isEmpty() ? null
                        : json.write(payout.conversions().stream().map(Kept::of).toList()));
                insert.executeUpdate();
                return OptionalLong.of(id);
            }
        });
    }

    public List<PayoutRow> arriving(LocalDate from, LocalDate to) {
        return select("arrives_on BETWEEN ? AND ? ORDER BY arrives_on, id", from, to);
    }

    public Optional<PayoutRow> find(long id) {
        return select("id = ?", id).stream().findFirst();
    }

    private List<PayoutRow> select(String condition, Object... values) {
        return Sql.select(entities, SELECT + condition, this::payout, values);
    }

    private PayoutRow payout(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new PayoutRow(row.getLong("id"), row.getString("gateway"), row.getString("reference"),
                Money.ofMinor(row.getLong("gross_minor"), currency), Money.ofMinor(row.getLong("fee_minor"), currency),
                Money.ofMinor(row.getLong("net_minor"), currency), row.getString("bank_reference"),
                row.getObject("arrives_on", LocalDate.class), row.getTimestamp("announced_at").toInstant(),
                List.of(json.read(row.getString("payments"), String[].class)), Money.ofMinor(row.getLong("reserve_minor"), currency),
                conversions(row.getString("conversions")));
    }

    private List<PaymentEvent.Conversion> conversions(String kept) {
        return kept == null ? List.of() : Stream.of(json.read(kept, Kept[].class)).map(Kept::conversion).toList();
    }

    /** A conversion as it is kept. @param rate as text, exact */
    record Kept(String payment, Money paid, Money settled, String rate) {

        static Kept of(PaymentEvent.Conversion one) {
            return new Kept(one.payment().value(), one.paid(), one.settled(), one.rate().toPlainString());
        }

        PaymentEvent.Conversion conversion() {
            return new PaymentEvent.Conversion(new GatewayPaymentId(payment), paid, settled, new BigDecimal(rate));
        }
    }
}
