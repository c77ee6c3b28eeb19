package io.quittance.spi.bank;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a QR code says so that a payer's bank fills in a SEPA credit transfer.
 *
 * @param name      of the payee's account, 1 to 70 characters
 * @param amount    in euro, 0.01 to 999,999,999.99
 * @param reference what the payer must quote
 * @see "EPC069-12 version 3.1, quick response code: guidelines to enable the data capture for the initiation of an SCT"
 */
public record EpcCode(String name, Iban account, Optional<Bic> bank, Money amount, CreditorReference reference) {

    /** The guidelines' limit of the whole, which a code of version 13 with error correction M holds. */
    public static final int MOST_BYTES = 331;

    private static final String EURO = "EUR";
    private static final int LONGEST_NAME = 70;
    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("999999999.99");

    public EpcCode {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(bank, "bank");
        Objects.requireNonNull(reference, "reference");
        name = name.replaceAll("[\\r\\n]+", " ").strip();
        name = name.substring(0, name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length()))));
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the payee has no name");
        }
        if (!isPayable(amount)) {
            throw new IllegalArgumentException("no such transfer can be made: " + amount);
        }
    }

    /** Whether an amount can be transferred so. */
    public static boolean isPayable(Money amount) {
        BigDecimal decimal = amount.toDecimal();
        return amount.currency().getCurrencyCode().equals(EURO) && decimal.compareTo(LEAST) >= 0 && decimal.compareTo(MOST) <= 0;
    }

    /** The content of the code: in UTF-8 (character set 1), of version 002, in which the BIC may be missing. */
    public String payload() {
        String payload = String.join("\n", List.of("BCD", "002", "1", "SCT", bank.map(Bic::value).orElse(""), name, account.value(),
            EURO + amount.toDecimal().toPlainString(), "", reference.value()));
        if (payload.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalStateException("a code of " + payload.length() + " characters is too long");
        }
        return payload;
    }
}
