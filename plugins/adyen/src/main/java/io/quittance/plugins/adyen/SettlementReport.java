package io.quittance.plugins.adyen;

import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HttpCall;
import io.quittance.spi.gateway.HttpReply;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Payouts with what is in them, from the settlement details report of one batch. Its name comes from a signed field of the
 * notification, its address is made here: the one in the notification is not signed.
 *
 * @see <a href="https://docs.adyen.com/reporting/settlement-reconciliation/transaction-level/settlement-details-report/">Settlement
 *     details report</a>
 */
final class SettlementReport {

    static final String ABOUT = "report:";
    static final String NAME = "settlement_detail_report_batch_\\d{1,9}\\.csv";

    private static final String PAYOUT = "MerchantPayout";
    private static final List<String> FEES = List.of("Commission (NC)", "Markup (NC)", "Scheme Fees (NC)", "Interchange (NC)");
    /** Charges of Adyen's own, whose amount is the fee. */
    private static final Set<String> PURE_FEES = Set.of("Fee", "InvoiceDeduction", "MiscCosts", "ReserveAdjustmentFee");
    /** What Adyen withholds as a deposit or lets go of, and what it carries over from one batch to another. */
    private static final Set<String> RESERVES = Set.of("DepositCorrection", "Balancetransfer");
    /** What the JDK does not know by these names. */
    private static final Map<String, String> SUMMER = Map.of("CEST", "+02:00", "BST", "+01:00", "EDT", "-04:00", "PDT", "-07:00");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final GatewayCall call;

    SettlementReport(GatewayCall call) {
        this.call = call;
    }

    List<PaymentEvent> look(String name) throws NoAnswer, Unreadable {
        if (!name.matches(NAME)) {
            throw new NoAnswer("nobody knows how to look at " + name, NoAnswer.Kind.PERSON);
        }
        URI address = URI.create(AdyenForm.reports(call.settings()) + call.settings().text(AdyenForm.ACCOUNT) + "/" + name);
        HttpReply reply = call.http().send(HttpCall.get(address).within(Duration.ofSeconds(25))
            .with("X-API-Key", call.settings().find(AdyenForm.REPORT_KEY).orElse("")));
        return switch (reply) {
            case HttpReply.Answered answered when answered.status() == 200 -> read(name, answered.text());
            case HttpReply.Answered answered when answered.status() == 404 ->
                throw new NoAnswer("Adyen has no report " + name + ": look for the batch in Adyen", NoAnswer.Kind.PERSON);
            case HttpReply.Answered answered -> throw new NoAnswer("Adyen answered with status " + answered.status()
                + " for report " + name + ": check the report key in the settings", NoAnswer.Kind.LATER);
            case HttpReply.NotConnected away -> throw new NoAnswer(away.reason(), NoAnswer.Kind.LATER);
            case HttpReply.NoAnswer silent -> throw new NoAnswer(silent.reason(), NoAnswer.Kind.LATER);
        };
    }

    /** One payout in each currency that was paid out, and its fees. */
    static List<PaymentEvent> read(String name, String csv) throws NoAnswer, Unreadable {
        List<Reading> rows = Csv.read(csv);
        Set<String> currencies = new TreeSet<>();
        for (Reading row : rows) {
            if (row.text("Type").equals(PAYOUT)) {
                currencies.add(row.text("Net Currency"));
            }
        }
        List<PaymentEvent> events = new ArrayList<>();
        for (String currency : currencies) {
            List<Reading> own = rows.stream().filter(row -> row.find("Net Currency").filter(currency::equals).isPresent()).toList();
            PaymentEvent.Payout payout = payout(name.replaceAll("\\D", ""), currency, own);
            events.add(payout);
            if (!payout.fee().isZero()) {
                events.add(new PaymentEvent.Fee(payout.occurrence(), payout.occurrence().payment(), payout.fee(), "Adyen fees, " + name));
            }
        }
        return events;
    }

    private static PaymentEvent.Payout payout(String batch, String code, List<Reading> rows) throws NoAnswer, Unreadable {
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal held = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        BigDecimal reserved = BigDecimal.ZERO;
        Set<GatewayPaymentId> payments = new LinkedHashSet<>();
        List<PaymentEvent.Conversion> conversions = new ArrayList<>();
        Reading last = rows.getFirst();
        for (Reading row : rows) {
            BigDecimal net = decimal(row, "Net Credit (NC)").subtract(decimal(row, "Net Debit (NC)"));
            String type = row.text("Type");
            if (type.equals(PAYOUT)) {
                paid = paid.subtract(net);
                last = row;
                continue;
            }
            held = held.add(net);
            for (String column : FEES) {
                fees = fees.add(decimal(row, column));
            }
            fees = PURE_FEES.contains(type) ? fees.subtract(net) : fees;
            reserved = RESERVES.contains(type) ? reserved.subtract(net) : reserved;
            if (type.equals("Settled")) {
                payments.add(row.id("Psp Reference"));
                conversion(row, code).ifPresent(conversions::add);
            }
        }
        Money net = Reading.money(paid.toPlainString(), Reading.currency(code));
        if (held.compareTo(paid) != 0) {
            throw new NoAnswer("batch " + batch + " pays out " + net + " but holds " + held.toPlainString()
                + ": compare it with the batch in Adyen", NoAnswer.Kind.PERSON);
        }
        // fees are counted in parts of a cent
        Money fee = Money.of(fees, net.currency(), RoundingMode.HALF_EVEN);
        Money reserve = Reading.money(reserved.toPlainString(), net.currency());
        ZonedDateTime when = time(last);
        GatewayPaymentId id = new GatewayPaymentId("batch-" + batch + "-" + code);
        return new PaymentEvent.Payout(new Occurrence(id, Optional.empty(), when.toInstant(), when.toEpochSecond()),
            net.plus(fee).plus(reserve), fee, net, last.find("Modification Reference").orElse(id.value()), when.toLocalDate(),
            List.copyOf(payments), conversions, reserve);
    }

    private static BigDecimal decimal(Reading row, String column) throws Unreadable {
        Optional<String> text = row.find(column);
        return text.isPresent() ? Reading.decimal(text.get()) : BigDecimal.ZERO;
    }

    private static ZonedDateTime time(Reading row) throws Unreadable {
        try {
            return LocalDateTime.parse(row.text("Creation Date"), TIME).atZone(ZoneId.of(row.text("TimeZone"), SUMMER));
        } catch (DateTimeException malformed) {
            throw new Unreadable("a line of the report has no time");
        }
    }

    private static Optional<PaymentEvent.Conversion> conversion(Reading row, String settledIn) throws Unreadable {
        String paidIn = row.text("Gross Currency");
        Optional<String> rate = row.find("Exchange Rate");
        if (paidIn.equals(settledIn) || rate.isEmpty()) {
            return Optional.empty();
        }
        Money paid = Reading.money(decimal(row, "Gross Credit (GC)").toPlainString(), Reading.currency(paidIn));
        BigDecimal settled = decimal(row, "Net Credit (NC)");
        for (String column : FEES) {
            settled = settled.add(decimal(row, column));
        }
        return Optional.of(new PaymentEvent.Conversion(row.id("Psp Reference"), paid,
            Money.of(settled, Reading.currency(settledIn), RoundingMode.HALF_EVEN), Reading.decimal(rate.get())));
    }
}
