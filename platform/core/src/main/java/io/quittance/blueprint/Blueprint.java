package io.quittance.blueprint;

import java.util.List;
import java.util.Map;

/**
 * A kind of business and what it starts with; a file of {@code tenant-config/blueprints}.
 *
 * @param name         the file's name without its ending
 * @param titles       by language
 * @param descriptions by language
 * @param termsDays    days from issue to due unless the customer has terms of its own
 * @param ladder       file of {@code tenant-config/ladders} with the reminders
 * @param defaultTax   code of the tax table's rate that new lines begin with
 */
public record Blueprint(
        String name,
        Map<String, String> titles,
        Map<String, String> descriptions,
        int termsDays,
        List<Series> series,
        String defaultTax,
        String ladder,
        List<Account> accounts) {

    /** @param pattern such as <code>INV-{yyyy}-{seq:5}</code> */
    public record Series(String code, String pattern) {
    }

    /**
     * An account of the chart.
     *
     * @param type    ASSET, LIABILITY, EQUITY, INCOME or EXPENSE
     * @param purpose what the product books to it, such as {@code RECEIVABLES}; empty for accounts people use themselves
     * @param names   by language
     */
    public record Account(String code, String type, String purpose, Map<String, String> names) {

        public Account {
            purpose = purpose == null ? "" : purpose;
        }
    }

    public String title(String language) {
        return titles.getOrDefault(language, titles.get("en"));
    }
}
