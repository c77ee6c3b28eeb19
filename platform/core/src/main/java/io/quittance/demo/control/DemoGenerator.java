package io.quittance.demo.control;

import io.quittance.demo.DemoBusiness;
import io.quittance.demo.PayingHabit;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;

/** Writes the history of a business, the same for the same business and day: customers, invoices, and how they were paid. */
final class DemoGenerator {

    private static final int HISTORY_DAYS = 730;
    private static final int PERCENT = 100;
    private static final int CENTS = 100;
    private static final int ABROAD_EVERY = 4;
    private static final int CONTESTED_PERCENT = 20;
    /** What is older than this was paid in the end or settled, but for a few. */
    private static final int UNSETTLED_DAYS = 170;
    private static final int SETTLED_PERCENT = 93;
    private static final List<String> METHODS = List.of("BANK_TRANSFER", "BANK_TRANSFER", "BANK_TRANSFER", "CARD", "DIRECT_DEBIT",
            "CHEQUE");
    private static final List<PayingHabit> HABITS = List.of(PayingHabit.EARLY, PayingHabit.ON_TIME, PayingHabit.ON_TIME,
            PayingHabit.ON_TIME,
            PayingHabit.SLOW, PayingHabit.SLOW, PayingHabit.LATE, PayingHabit.IN_PARTS, PayingHabit.CONTESTING, PayingHabit.FADING);

    private final DemoBusiness business;
    private final LocalDate today;
    private final DemoNames names;
    private final Random random;

    DemoGenerator(DemoBusiness business, LocalDate today) {
        this.business = business;
        this.today = today;
        this.names = new DemoNames(business.language().equals(Locale.GERMAN));
        this.random = new Random(business.seed());
    }

    DemoFiles generate() {
        List<DemoCustomer> customers = customers();
        CsvWriter customerFile = new CsvWriter("number", "name", "email", "country", "terms_days", "segment");
        customers.forEach(each -> customerFile.row(each.number(), each.name(), each.email(), each.country(), each.terms(),
                each.weight() > 4 ? "key-account" : "standard"));
        CsvWriter invoiceFile = new CsvWriter("number", "customer_number", "issue_date", "due_date", "amount", "tax", "currency",
                "paid_amount", "paid_on", "method", "reference", "disputed", "description");
        CsvWriter paymentFile = new CsvWriter("invoice_number", "paid_on", "amount", "currency", "method", "reference");
        List<LocalDate> days = issueDays();
        for (int i = 0; i < days.size(); i++) {
            invoice(number(i, days.get(i)), days.get(i), pick(customers), invoiceFile, paymentFile);
        }
        return new DemoFiles(customerFile.bytes(), invoiceFile.bytes(), paymentFile.bytes());
    }

    private List<DemoCustomer> customers() {
        List<DemoCustomer> customers = new ArrayList<>();
        for (int i = 0; i < business.customers(); i++) {
            boolean abroad = i % ABROAD_EVERY == ABROAD_EVERY - 1;
            Currency currency = abroad && business.currencies().size() > 1
                    ? business.currencies().get(1 + i / ABROAD_EVERY % (business.currencies().size() - 1)) : business.currency();
            String number = "C-%04d".formatted(1001 + i);
            String email = "accounts-%s@customers.%s".formatted(number.toLowerCase(Locale.ROOT), business.domain());
            customers.add(new DemoCustomer(number, names.firm(i), email, abroad ? country(currency) : business.country(), currency,
                    HABITS.get((i + i / HABITS.size()) % HABITS.size()), METHODS.get(random.nextInt(METHODS.size())), 1 + random.nextInt(6),
                    random.nextInt(3) == 0 ? 14 : business.termsDays()));
        }
        return customers;
    }

    private static String country(Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "USD" -> "US";
            case "CHF" -> "CH";
            default -> "NL";
        };
    }

    /** Working days of two years, ascending, so that numbers ascend with them. */
    private List<LocalDate> issueDays() {
        List<LocalDate> days = new ArrayList<>();
        while (days.size() < business.invoices()) {
            LocalDate day = today.minusDays(1 + random.nextInt(HISTORY_DAYS));
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(day);
            }
        }
        days.sort(null);
        return days;
    }

    private static String number(int position, LocalDate day) {
        return "H%d-%05d".formatted(day.getYear(), position + 1);
    }

    private DemoCustomer pick(List<DemoCustomer> customers) {
        int ticket = random.nextInt(customers.stream().mapToInt(DemoCustomer::weight).sum());
        for (DemoCustomer customer : customers) {
            ticket -= customer.weight();
            if (ticket < 0) {
                return customer;
            }
        }
        throw new IllegalStateException("the weights changed while they were drawn from");
    }

    private void invoice(String number, LocalDate issued, DemoCustomer customer, CsvWriter invoices, CsvWriter payments) {
        LocalDate due = issued.plusDays(customer.terms());
        Money net = amount(customer.currency());
        BigDecimal rate = customer.country().equals(business.country()) ? business.taxPercent().movePointLeft(2) : BigDecimal.ZERO;
        Money tax = net.times(rate, RoundingMode.HALF_UP);
        Money gross = net.plus(tax);
        OptionalInt wish = customer.habit().delay(random);
        boolean settledByNow = issued.isBefore(today.minusDays(UNSETTLED_DAYS)) && random.nextInt(PERCENT) < SETTLED_PERCENT;
        OptionalInt delay = wish.isEmpty() && settledByNow ? OptionalInt.of(60 + random.nextInt(60)) : wish;
        boolean contested = customer.habit() == PayingHabit.CONTESTING && random.nextInt(PERCENT) < CONTESTED_PERCENT && !settledByNow;
        boolean fading = customer.habit() == PayingHabit.FADING && issued.isAfter(today.minusDays(HISTORY_DAYS / 4));
        Money first = customer.habit().splits(random) ? gross.split(List.of(40L, 60L)).getFirst() : gross;
        LocalDate wished = due.plusDays(delay.orElse(0));
        LocalDate paidOn = wished.isBefore(issued) ? issued : wished;
        boolean paid = delay.isPresent() && !fading && !contested && !paidOn.isAfter(today);
        String reference = paid ? "TRX" + (100_000 + random.nextInt(900_000)) : "";
        invoices.row(number, customer.number(), issued, due, gross.toDecimal(), tax.toDecimal(), customer.currency().getCurrencyCode(),
                paid ? first.toDecimal() : "", paid ? paidOn : "", customer.method(), reference, contested ? "yes" : "no",
                        names.work(random));
        LocalDate rest = paidOn.plusDays(5L + random.nextInt(25));
        boolean restPaid = random.nextInt(PERCENT) < 85;
        if (paid && !first.equals(gross) && restPaid && !rest.isAfter(today)) {
            payments.row(number, rest, gross.minus(first).toDecimal(), customer.currency().getCurrencyCode(), customer.method(), reference
                    + "-2");
        }
    }

    /** A fifth to three times the typical amount, small ones more often. */
    private Money amount(Currency currency) {
        int typical = business.typicalAmount() * CENTS;
        long spread = (long) random.nextInt(typical) * random.nextInt(typical) / typical;
        long minor = typical / 5 + spread * 14 / 5;
        return Money.of(BigDecimal.valueOf(minor, 2), currency, RoundingMode.HALF_UP);
    }
}
