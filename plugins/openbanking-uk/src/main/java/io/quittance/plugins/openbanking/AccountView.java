package io.quittance.plugins.openbanking;

import io.quittance.plugins.kit.FeedStop;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.bankfeed.FeedAccount;
import io.quittance.spi.bankfeed.FeedLine;
import io.quittance.spi.bankfeed.FeedPage;
import io.quittance.spi.money.Money;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a bank shows: accounts, transactions and balances. */
final class AccountView {

    /** How much of what was read is read again: banks book late, and take back. */
    private static final int OVERLAP_DAYS = 10;
    private static final String DAY = "day:";
    private static final String PAGE = "page:";

    private final Session session;

    AccountView(Session session) {
        this.session = session;
    }

    List<FeedAccount> accounts() throws FeedStop, Unreadable {
        List<FeedAccount> found = new ArrayList<>();
        for (Reading account : session.get("/accounts").object("Data").findList("Account")) {
            Optional<String> currency = account.find("Currency");
            if (currency.isPresent()) {
                List<Reading> names = account.findList("Account");
                String name = account.find("Nickname").or(() -> account.find("Description"))
                    .or(() -> names.stream().findFirst().flatMap(first -> first.find("Name"))).orElse(account.text("AccountId"));
                found.add(new FeedAccount(account.text("AccountId"), number(names), name, Reading.currency(currency.get())));
            }
        }
        return found;
    }

    /** As statements name it: the IBAN, else sort code and number. */
    private static String number(List<Reading> names) {
        for (String scheme : List.of("IBAN", "SortCodeAccountNumber", "BBAN")) {
            for (Reading name : names) {
                if (name.find("SchemeName").filter(said -> said.endsWith(scheme)).isPresent()) {
                    return name.find("Identification").map(number -> number.replace(" ", "")).orElse("");
                }
            }
        }
        return "";
    }

    /**
     * Everything from some days before the last look on, announced and booked, so that what is missing was taken back.
     *
     * @param cursor the day of the last look, or a further page of this one
     */
    FeedPage lines(String account, Optional<String> cursor, LocalDate since) throws FeedStop, Unreadable {
        LocalDate from;
        String path;
        if (cursor.isPresent() && cursor.get().startsWith(PAGE)) {
            String[] parts = cursor.get().substring(PAGE.length()).split("\\|", 2);
            from = LocalDate.parse(parts[0]);
            path = parts[1];
        } else {
            from = cursor.map(day -> LocalDate.parse(day.substring(DAY.length())).minusDays(OVERLAP_DAYS)).orElse(since);
            path = Query.none().with("fromBookingDateTime", from + "T00:00:00Z")
                .after("/accounts/" + Query.part(account) + "/transactions");
        }
        Reading answer = session.get(path);
        List<FeedLine> lines = new ArrayList<>();
        for (Reading told : answer.object("Data").findList("Transaction")) {
            if (told.text("AccountId").equals(account) && Set.of("BOOK", "PDNG").contains(told.text("Status"))) {
                lines.add(line(told));
            }
        }
        Optional<String> next = answer.findObject("Links").flatMap(links -> links.find("Next"));
        String today = session.now().toString().substring(0, 10);
        // the first day may have begun elsewhere: what is missing of it alone proves nothing
        return new FeedPage(lines, List.of(), next.isPresent() ? PAGE + from + "|" + path(next.get()) : DAY + today, next.isPresent(),
            Optional.of(from.plusDays(1)));
    }

    /** A further page is only read where the first one lay. */
    private String path(String next) throws Unreadable {
        URI uri = URI.create(next);
        int at = next.indexOf(Session.PATH + "/");
        if (at < 0 || uri.getHost() != null && !uri.getHost().equals(URI.create(session.settings().text(BankForm.API_BASE)).getHost())) {
            throw new Unreadable("the next page lies elsewhere");
        }
        return next.substring(at + Session.PATH.length());
    }

    private static FeedLine line(Reading told) throws Unreadable {
        LocalDate booked = day(told.text("BookingDateTime"));
        Money absolute = told.object("Amount").money("Amount", "Currency");
        boolean credit = told.text("CreditDebitIndicator").equals("Credit");
        if (!credit && !told.text("CreditDebitIndicator").equals("Debit")) {
            throw new Unreadable("a transaction is neither Credit nor Debit");
        }
        Reading other = told.findObject(credit ? "DebtorAccount" : "CreditorAccount").orElse(Reading.NOTHING);
        String name = other.find("Name").or(() -> told.at(credit ? "UltimateDebtor" : "UltimateCreditor").flatMap(one -> one.find("Name")))
            .or(() -> told.at("MerchantDetails").flatMap(one -> one.find("MerchantName"))).orElse("");
        Set<String> texts = new LinkedHashSet<>();
        told.find("TransactionReference").ifPresent(texts::add);
        told.find("TransactionInformation").ifPresent(texts::add);
        String code = told.at("BankTransactionCode").map(one -> one.find("Code").orElse("") + "/" + one.find("SubCode").orElse(""))
            .or(() -> told.at("ProprietaryBankTransactionCode").flatMap(one -> one.find("Code"))).orElse("");
        Optional<String> value = told.find("ValueDateTime");
        return new FeedLine(told.find("TransactionId").orElse(""), told.text("Status").equals("PDNG"), Optional.empty(), booked,
            value.isPresent() ? day(value.get()) : booked, credit ? absolute : absolute.negated(), "", name,
            other.find("Identification").map(number -> number.replace(" ", "")).orElse(""), code, List.copyOf(texts));
    }

    /** The civil day at the bank, which writes its own offset. */
    private static LocalDate day(String time) {
        return OffsetDateTime.parse(time).toLocalDate();
    }

    /** What is booked by now; a balance at the day's close would lack the lines since. */
    Optional<Money> balance(FeedAccount account) throws FeedStop, Unreadable {
        for (Reading balance : session.get("/accounts/" + Query.part(account.id()) + "/balances").object("Data").list("Balance")) {
            if (balance.text("Type").equals("ITBD") && balance.text("AccountId").equals(account.id())) {
                Money absolute = balance.object("Amount").money("Amount", "Currency");
                return Optional.of(balance.text("CreditDebitIndicator").equals("Credit") ? absolute : absolute.negated());
            }
        }
        return Optional.empty();
    }
}
