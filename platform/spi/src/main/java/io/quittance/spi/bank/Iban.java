package io.quittance.spi.bank;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An international bank account number whose length and check digits hold.
 *
 * @see "ISO 13616 with the lengths of SWIFT's IBAN registry, release 99 (December 2024)"
 */
public record Iban(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Map<String, Integer> LENGTHS = lengths("""
        NO15 BE16 DK18 FI18 FK18 FO18 GL18 NL18 SD18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 MN20 XK20 CH21 HR21 LI21 LV21
        BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 AE23 GI23 IL23 IQ23 OM23 SO23 TL23 AD24 CZ24 ES24 MD24 PK24 RO24
        SA24 SE24 SK24 TN24 VG24 LY25 PT25 ST25 IS26 TR26 BI27 DJ27 FR27 GR27 IT27 MC27 MR27 SM27 AL28 AZ28 BY28 CY28 DO28
        GT28 HN28 HU28 LB28 NI28 PL28 SV28 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 YE30 MT31 SC31 LC32 RU33""");
    /** EPC409-09, list of SEPA scheme countries: October 2025. */
    private static final Set<String> SEPA = Set.of("AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR",
        "GB", "GI", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT",
        "RO", "RS", "SE", "SI", "SK", "SM", "VA");

    public Iban {
        if (!isIban(value)) {
            throw new IllegalArgumentException("not an IBAN: its length or its check digits do not hold");
        }
    }

    /** As people write it, with or without blanks; empty when length or check digits do not hold. */
    public static Optional<Iban> parse(String text) {
        String bare = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return isIban(bare) ? Optional.of(new Iban(bare)) : Optional.empty();
    }

    /** ISO 3166 code of the country, of which the bank is. */
    public String country() {
        return value.substring(0, 2);
    }

    /** Whether its country takes part in SEPA's schemes. */
    public boolean inSepa() {
        return SEPA.contains(country());
    }

    /** In groups of four. */
    public String grouped() {
        return Checksum.grouped(value);
    }

    /** Country and last four characters: enough to recognise, not enough to use. */
    public String masked() {
        return country() + " •••• " + value.substring(value.length() - 4);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static boolean isIban(String text) {
        return FORM.matcher(text).matches() && LENGTHS.getOrDefault(text.substring(0, 2), 0) == text.length() && Checksum.holds(text);
    }

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> found = new HashMap<>();
        for (String entry : table.split("\\s+")) {
            found.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(found);
    }
}
