package io.quittance.statement.control.csv;

import io.quittance.statement.control.Amounts;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads single cells as banks write them. */
final class CsvCells {

    private static final int LONGEST = 60;
    private static final Pattern AMOUNT = Pattern.compile("[+-]?[0-9]{1,3}(?:[.,' \u00A0\u202F][0-9]{3})*(?:[.,][0-9]{1,6})?-?"
            + "|[+-]?[0-9]{1,12}(?:[.,][0-9]{1,6})?-?|[+-]?[.,][0-9]{1,6}");
    private static final Pattern UNIT = Pattern.compile("^(?:[€$£¥]|[A-Z]{3}\\b)|(?:[€$£¥]|\\b[A-Z]{3}|Kč|zł|kr\\.?)$");
    private static final Set<String> OUT = Set.of("d", "dr", "s", "soll", "debit", "debet", "dbit", "out", "outflow", "af", "-", "l",
            "debited",
            "charge", "ausgang", "lastschrift");
    private static final Set<String> IN = Set.of("c", "cr", "h", "haben", "credit", "crdt", "in", "inflow", "bij", "+", "k", "g",
            "credited",
            "eingang", "gutschrift");

    private CsvCells() {
    }

    static boolean isAmount(String cell) {
        return cell.length() <= LONGEST && AMOUNT.matcher(bare(cell)).matches();
    }

    /** Without a currency in front or behind, minus as a hyphen. */
    private static String bare(String cell) {
        String said = cell.strip().replace('\u2212', '-').replace('\u2013', '-');
        return UNIT.matcher(UNIT.matcher(said).replaceFirst("").strip()).replaceFirst("").strip().replaceFirst("^([+-]) +", "$1");
    }

    /** By that decimal sign; the other one only between groups of three. Empty when it is no amount by that. */
    static Optional<BigDecimal> amount(String cell, String decimalSign) {
        if (cell.length() > LONGEST) {
            return Optional.empty();
        }
        String said = bare(cell);
        String group = decimalSign.equals(",") ? "." : ",";
        String plain = said.replaceAll("[' \u00A0\u202F]", "");
        if (plain.contains(group)) {
            String grouped = "[+-]?[0-9]{1,3}(?:" + Pattern.quote(group) + "[0-9]{3})+(?:" + Pattern.quote(decimalSign) + "[0-9]*)?-?";
            if (!plain.matches(grouped)) {
                return Optional.empty();
            }
            plain = plain.replace(group, "");
        }
        return Amounts.parse(plain.replace(decimalSign, "."));
    }

    /** The sign by which decimals are told in these cells: the one that one or two digits follow at the end. */
    static String decimalSign(Iterable<String> cells) {
        int commas = 0;
        int points = 0;
        for (String cell : cells) {
            String said = bare(cell);
            commas += said.matches(".*,[0-9]{1,2}-?") ? 2 : said.matches(".*\\.[0-9]{3},.*|.*\\.[0-9]{3}\\.[0-9]{3}-?") ? 1 : 0;
            points += said.matches(".*\\.[0-9]{1,2}-?") ? 2 : said.matches(".*,[0-9]{3}\\..*|.*,[0-9]{3},[0-9]{3}-?") ? 1 : 0;
        }
        return commas > points ? "," : ".";
    }

    /** -1 for money that went out, 1 for money that came in, 0 when the cell does not say. */
    static int direction(String cell) {
        String said = cell.strip().toLowerCase(Locale.ROOT);
        return OUT.contains(said) ? -1 : IN.contains(said) ? 1 : 0;
    }

    static boolean isPending(String cell) {
        String said = cell.toLowerCase(Locale.ROOT);
        return said.contains("vorgemerkt") || said.equals("pending") || said.equals("pdng") || said.contains("en attente")
                || said.contains("authorised") || said.contains("authorized");
    }
}
