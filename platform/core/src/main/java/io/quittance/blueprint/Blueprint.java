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
 * @param chart        file of {@code tenant-config/charts} with the accounts
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
        String chart,
        String ladder) {

    /** @param pattern such as <code>INV-{yyyy}-{seq:5}</code> */
    public record Series(String code, String pattern) {
    }

    public String title(String language) {
        return titles.getOrDefault(language, titles.get("en"));
    }
}
