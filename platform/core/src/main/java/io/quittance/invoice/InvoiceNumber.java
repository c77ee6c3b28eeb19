package io.quittance.invoice;

/** The number under which the outside world knows an issued invoice; unique within its tenant. */
public record InvoiceNumber(String text) {

    /** Longest number that fits every place it is written to, including the reference of a credit transfer. */
    public static final int LONGEST = 35;

    public InvoiceNumber {
        if (!isNumber(text)) {
            throw new IllegalArgumentException("an invoice number has 1 to " + LONGEST + " visible characters but is '" + text + "'");
        }
    }

    public static boolean isNumber(String text) {
        return text != null && !text.isEmpty() && text.length() <= LONGEST && text.equals(text.strip())
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return text;
    }
}
