package io.quittance.demo;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * A business to be shown.
 *
 * @param currencies     its own first; every third customer abroad is invoiced in one of the others
 * @param taxPercent     on invoices to its own country; none abroad
 * @param typicalAmount  in major units: most invoices lie between a fifth and three times of it
 */
public record DemoBusiness(
        String slug,
        String name,
        String country,
        ZoneId zone,
        Locale language,
        String blueprint,
        String domain,
        List<Currency> currencies,
        BigDecimal taxPercent,
        int termsDays,
        int customers,
        int invoices,
        int typicalAmount,
        long seed,
        List<DemoPerson> people) {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency CHF = Currency.getInstance("CHF");

    /** Belongs to both businesses, with other rights in each. */
    private static final String CONSULTANT = "robin.vale@books-and-balance.example";

    /** An agency in London with a few large invoices in three currencies. */
    public static final DemoBusiness BRIGHTWATER = new DemoBusiness("brightwater", "Brightwater Studio", "GB", ZoneId.of("Europe/London"),
            Locale.ENGLISH, "agency", "brightwater.example", List.of(GBP, EUR, USD), BigDecimal.valueOf(20), 30, 42, 1_560, 2_400, 7_041,
            List.of(new DemoPerson("olivia.hart@brightwater.example", "Olivia", "Hart", "owner"),
                    new DemoPerson("arjun.mehta@brightwater.example", "Arjun", "Mehta", "accountant"),
                    new DemoPerson("carla.ross@brightwater.example", "Carla", "Ross", "collector"),
                    new DemoPerson("vic.young@brightwater.example", "Vic", "Young", "viewer"),
                    new DemoPerson(CONSULTANT, "Robin", "Vale", "admin")));

    /** A wholesaler in Hamburg with many small invoices. */
    public static final DemoBusiness NORDHOLZ = new DemoBusiness("nordholz", "Nordholz Großhandel", "DE", ZoneId.of("Europe/Berlin"),
            Locale.GERMAN, "wholesaler", "nordholz.example", List.of(EUR, CHF), BigDecimal.valueOf(19), 30, 80, 3_460, 680, 11_213,
            List.of(new DemoPerson("hanna.nordholz@nordholz.example", "Hanna", "Nordholz", "owner"),
                    new DemoPerson("jonas.buchner@nordholz.example", "Jonas", "Buchner", "accountant"),
                    new DemoPerson("mia.klaas@nordholz.example", "Mia", "Klaas", "collector"),
                    new DemoPerson("paul.sievers@nordholz.example", "Paul", "Sievers", "viewer"),
                    new DemoPerson(CONSULTANT, "Robin", "Vale", "viewer")));

    public static final List<DemoBusiness> ALL = List.of(BRIGHTWATER, NORDHOLZ);

    public DemoBusiness {
        currencies = List.copyOf(currencies);
        people = List.copyOf(people);
    }

    /** Somebody who can sign in; the first of a business is its owner. */
    public record DemoPerson(String email, String firstName, String lastName, String role) {
    }

    public Currency currency() {
        return currencies.getFirst();
    }

    public DemoPerson owner() {
        return people.getFirst();
    }
}
