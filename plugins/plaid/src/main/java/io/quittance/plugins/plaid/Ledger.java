package io.quittance.plugins.plaid;

import io.quittance.plugins.kit.FeedStop;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.bankfeed.FeedAccount;
import io.quittance.spi.bankfeed.FeedLine;
import io.quittance.spi.bankfeed.FeedPage;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Plaid shows of an item: accounts, lines, balances and the term of the consent. */
final class Ledger {

    /** As many as Plaid tells at once. */
    private static final int PAGE = 500;
    private static final int LONGEST_HISTORY = 730;

    private final GatewayCall call;
    private final PlaidApi api;
    private final String access;

    Ledger(GatewayCall call, String access) {
        this.call = call;
        this.api = new PlaidApi(call);
        this.access = access;
    }

    Consent.Term term() throws FeedStop, Unreadable {
        Reading item = api.post("/item/get", Map.of("access_token", access)).object("item");
        Optional<Reading> error = item.findObject("error");
        if (error.isPresent()) {
            throw PlaidApi.refusal(error.get());
        }
        return new Consent.Term(item.findTime("consent_expiration_time"));
    }

    /** Accounts that hold money; what is owed on cards and loans is no account on which customers pay. */
    List<FeedAccount> accounts() throws FeedStop, Unreadable {
        List<FeedAccount> found = new ArrayList<>();
        for (Reading account : told()) {
            Optional<String> currency = account.object("balances").find("iso_currency_code");
            if (account.text("type").equals("depository") && currency.isPresent()) {
                String name = account.find("official_name").orElse(account.text("name"));
                found.add(new FeedAccount(account.text("account_id"), "",
                    name + account.find("mask").map(mask -> " ····" + mask).orElse(""), Reading.currency(currency.get())));
            }
        }
        return found;
    }

    /** As it was at Plaid's last look at the bank. */
    Optional<Money> balance(FeedAccount account) throws FeedStop, Unreadable {
        for (Reading told : told()) {
            Reading balances = told.object("balances");
            if (told.text("account_id").equals(account.id()) && balances.find("iso_currency_code")
                    .filter(account.currency().getCurrencyCode()::equals).isPresent() && balances.findPrecise("current").isPresent()) {
                return Optional.of(money(balances.precise("current"), account.currency()));
            }
        }
        return Optional.empty();
    }

    private List<Reading> told() throws FeedStop, Unreadable {
        return api.post("/accounts/get", Map.of("access_token", access)).list("accounts");
    }

    /** @see <a href="https://plaid.com/docs/api/products/transactions/#transactionssync">Transactions sync</a> */
    FeedPage lines(String account, Optional<String> cursor, LocalDate since) throws FeedStop, Unreadable {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("include_original_description", true);
        options.put("account_id", account);
        if (cursor.isEmpty()) {
            long days = ChronoUnit.DAYS.between(since, LocalDate.ofInstant(call.clock().instant(), ZoneOffset.UTC));
            options.put("days_requested", Math.clamp(days, 1, LONGEST_HISTORY));
        }
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("access_token", access);
        question.put("count", PAGE);
        question.put("options", options);
        cursor.ifPresent(at -> question.put("cursor", at));
        Reading answer = api.post("/transactions/sync", question);
        if (answer.find("next_cursor").isEmpty()) {
            throw FeedStop.later("Plaid has not read the bank yet");
        }
        List<FeedLine> lines = new ArrayList<>();
        for (String kind : List.of("added", "modified")) {
            for (Reading line : answer.list(kind)) {
                if (line.text("account_id").equals(account) && line.find("iso_currency_code").isPresent()) {
                    lines.add(line(line));
                }
            }
        }
        List<String> removed = new ArrayList<>();
        for (Reading gone : answer.list("removed")) {
            removed.add(gone.text("transaction_id"));
        }
        return new FeedPage(lines, removed, answer.text("next_cursor"), answer.isTrue("has_more"), Optional.empty());
    }

    /** Plaid says money that goes out as positive. */
    private static FeedLine line(Reading told) throws Unreadable {
        Currency currency = Reading.currency(told.text("iso_currency_code"));
        LocalDate day = LocalDate.parse(told.text("date"));
        Money amount = money(told.precise("amount").negate(), currency);
        Reading payment = told.findObject("payment_meta").orElse(Reading.NOTHING);
        String other = payment.find(amount.isPositive() ? "payer" : "payee").or(() -> payment.find("by_order_of"))
            .or(() -> told.find("merchant_name")).orElse("");
        Set<String> texts = new LinkedHashSet<>();
        payment.find("reason").ifPresent(texts::add);
        payment.find("reference_number").ifPresent(texts::add);
        told.find("original_description").ifPresent(texts::add);
        told.find("name").ifPresent(texts::add);
        return new FeedLine(told.text("transaction_id"), told.isTrue("pending"), told.find("pending_transaction_id"), day, day, amount, "",
            other, "", told.find("transaction_code").or(() -> told.find("payment_channel")).orElse(""), List.copyOf(texts));
    }

    private static Money money(BigDecimal amount, Currency currency) throws Unreadable {
        try {
            return Money.of(amount, currency, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw new Unreadable("an amount of " + amount + " is too fine or too large for " + currency);
        }
    }

    boolean end() throws FeedStop {
        api.post("/item/remove", Map.of("access_token", access));
        return true;
    }
}
