package io.quittance.plugins.paypal;

import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PayoutSource.Answer;
import io.quittance.spi.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Withdrawals to the bank as payouts, from the report of transactions. PayPal is a purse: it does not say which payments a
 * withdrawal consists of.
 *
 * @see <a href="https://developer.paypal.com/docs/api/transaction-search/v1/">Transaction Search API</a>
 */
final class Withdrawals {

    /** PayPal reports at most so much at once. */
    private static final Duration WINDOW = Duration.ofDays(31);
    private static final int PAGES_MAX = 20;

    /** Event codes of bank withdrawals: T0400 general, T0401 automatic, T0403 and others by kind. */
    private static final String TO_THE_BANK = "T04";
    private static final String DONE = "S";

    private final GatewayCall call;
    private final PayPalApi api;

    Withdrawals(GatewayCall call, PayPalApi api) {
        this.call = call;
        this.api = api;
    }

    /** @param cursor where the window before ended */
    Answer since(Instant since, Optional<String> cursor) throws NoAnswer, Unreadable {
        Instant from = start(since, cursor);
        Instant now = call.clock().instant();
        Instant to = from.plus(WINDOW).isBefore(now) ? from.plus(WINDOW) : now;
        if (!from.isBefore(to)) {
            return new Answer.Page(List.of(), Optional.empty());
        }
        List<PaymentEvent.Payout> payouts = new ArrayList<>();
        List<PaymentEvent.Fee> fees = new ArrayList<>();
        for (int page = 1; page <= PAGES_MAX; page++) {
            Reading json = api.get(Query.none().with("start_date", from.toString()).with("end_date", to.toString())
                .with("fields", "transaction_info").with("page_size", 500).with("page", page).after("/v1/reporting/transactions")).said();
            for (Reading detail : json.list("transaction_details")) {
                Reading info = detail.object("transaction_info");
                if (info.text("transaction_event_code").startsWith(TO_THE_BANK) && info.text("transaction_status").equals(DONE)) {
                    tell(info, payouts, fees);
                }
            }
            if (page >= json.number("total_pages")) {
                return new Answer.Page(payouts, to.isBefore(now) ? Optional.of(to.toString()) : Optional.empty(), fees);
            }
        }
        throw new NoAnswer("PayPal reports too many transactions in 31 days to be read at once", NoAnswer.Kind.PERSON);
    }

    private static Instant start(Instant since, Optional<String> cursor) throws Unreadable {
        try {
            return cursor.map(Instant::parse).orElse(since);
        } catch (DateTimeParseException foreign) {
            throw new Unreadable("the cursor is none of PayPal's");
        }
    }

    private static void tell(Reading info, List<PaymentEvent.Payout> payouts, List<PaymentEvent.Fee> fees) throws Unreadable {
        Money net = PayPalMoney.read(info.object("transaction_amount")).negated();
        Optional<Reading> charged = info.findObject("fee_amount");
        Money fee = charged.isPresent() ? PayPalMoney.read(charged.get()).negated() : Money.zero(net.currency());
        Instant when = info.time("transaction_initiation_date");
        Occurrence occurrence = new Occurrence(info.id("transaction_id"), Optional.empty(), when, when.getEpochSecond());
        payouts.add(new PaymentEvent.Payout(occurrence, net.plus(fee), fee, net,
            info.find("bank_reference_id").orElse(info.text("transaction_id")), LocalDate.ofInstant(when, ZoneOffset.UTC), List.of()));
        if (!fee.isZero()) {
            fees.add(new PaymentEvent.Fee(occurrence, info.id("transaction_id"), fee, "PayPal fee of a withdrawal"));
        }
    }
}
