package io.quittance;

/**
 * Keeps spreadsheets from running what a stranger wrote into a cell.
 *
 * <p>Text that begins like a formula gets a leading apostrophe; plain negative or signed numbers stay as they are. The
 * way back takes exactly that apostrophe away, so a corrected file imports what was meant.
 *
 * @see "OWASP, CSV Injection: cells that begin with = + - @ tab or carriage return"
 */
public final class FormulaGuard {

    private static final String DANGEROUS = "=+-@\t\r";
    private static final String NUMBER = "[+-][0-9]+([.,][0-9]+)?";

    private FormulaGuard() {
    }

    public static String escape(String cell) {
        return isDangerous(cell) ? "'" + cell : cell;
    }

    public static String unescape(String cell) {
        return cell.startsWith("'") && isDangerous(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isDangerous(String cell) {
        return !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0 && !cell.matches(NUMBER);
    }
}
