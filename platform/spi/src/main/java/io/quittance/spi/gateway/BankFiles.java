package io.quittance.spi.gateway;

import io.quittance.spi.bank.Bic;
import io.quittance.spi.bank.Iban;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Capability: writes the files by which the tenant's own bank collects and transfers money. Pure: asks nobody and moves nothing;
 * a person takes the file to the bank, and statements tell what became of it. Since 1.2.0.
 */
public interface BankFiles {

    /** The first day on or after the wanted one on which the bank can collect, if payers are told of it now. */
    LocalDate collectionDay(LocalDate wanted, GatewayCall call);

    /** Debits of payers' accounts by their mandates. */
    Result collect(Collection collection, GatewayCall call);

    /** Transfers to others' accounts. */
    Result transfer(Transfers transfers, GatewayCall call);

    /** Where a collection stands among all by one mandate. @see "EPC130-08, AT-21 transaction type" */
    enum Sequence { FIRST, RECURRING, FINAL, ONE_OFF }

    /** Whose rules hold: consumers can take back what was collected by {@code CORE}, only businesses agree to {@code B2B}. */
    enum Scheme { CORE, B2B }

    /**
     * Who pays or is paid.
     *
     * @param bank may be missing within the European Economic Area
     */
    record Account(String name, Iban iban, Optional<Bic> bank) {
        public Account {
            Objects.requireNonNull(iban, "iban");
            Objects.requireNonNull(bank, "bank");
            if (name.isBlank()) {
                throw new IllegalArgumentException("an account has a holder");
            }
        }
    }

    /**
     * A payer's consent.
     *
     * @param reference our name for it, at most 35 characters of SEPA's set
     */
    record Mandate(String reference, LocalDate signedOn, Scheme scheme) {
        public Mandate {
            Objects.requireNonNull(signedOn, "signedOn");
            Objects.requireNonNull(scheme, "scheme");
            requireReference(reference);
        }
    }

    /**
     * One debit.
     *
     * @param endToEnd our name for it, which statements repeat; at most 35 characters of SEPA's set
     * @param amount   positive, in euro
     * @param text     what the payer reads
     */
    record Debit(String endToEnd, Money amount, Account payer, Mandate mandate, Sequence sequence, LocalDate collectOn, String text) {
        public Debit {
            Objects.requireNonNull(payer, "payer");
            Objects.requireNonNull(mandate, "mandate");
            Objects.requireNonNull(sequence, "sequence");
            Objects.requireNonNull(collectOn, "collectOn");
            Objects.requireNonNull(text, "text");
            requireOrder(endToEnd, amount);
        }
    }

    /** One transfer. @param endToEnd our name for it, which statements repeat @param text what the payee reads */
    record Credit(String endToEnd, Money amount, Account payee, String text) {
        public Credit {
            Objects.requireNonNull(payee, "payee");
            Objects.requireNonNull(text, "text");
            requireOrder(endToEnd, amount);
        }
    }

    /** @param message our name for the file, at most 28 characters of SEPA's set */
    record Collection(String message, Instant createdAt, List<Debit> debits) {
        public Collection {
            Objects.requireNonNull(createdAt, "createdAt");
            requireReference(message);
            debits = List.copyOf(debits);
        }
    }

    /** @param message our name for the file, at most 28 characters of SEPA's set @param executeOn when the bank shall transfer */
    record Transfers(String message, Instant createdAt, LocalDate executeOn, List<Credit> credits) {
        public Transfers {
            Objects.requireNonNull(createdAt, "createdAt");
            Objects.requireNonNull(executeOn, "executeOn");
            requireReference(message);
            credits = List.copyOf(credits);
        }
    }

    /**
     * Orders that the bank may book as one.
     *
     * @param reference the name of the group, which statements repeat when they book it as one
     * @param endToEnds of its orders
     */
    record Group(String reference, List<String> endToEnds) {
        public Group {
            requireReference(reference);
            endToEnds = List.copyOf(endToEnds);
        }
    }

    /** What became of the wish for a file. */
    sealed interface Result {

        /** @param groups every order is in exactly one */
        record Written(String fileName, String mediaType, byte[] content, List<Group> groups) implements Result {
            public Written {
                content = content.clone();
                groups = List.copyOf(groups);
            }

            @Override
            public byte[] content() {
                return content.clone();
            }
        }

        /** The bank would refuse such a file. */
        record Refused(Wording reason) implements Result {
            public Refused {
                Objects.requireNonNull(reason, "reason");
            }
        }
    }

    private static void requireOrder(String endToEnd, Money amount) {
        requireReference(endToEnd);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an order moves a positive amount, not " + amount);
        }
    }

    private static void requireReference(String text) {
        if (!text.matches("[A-Za-z0-9+?:().,' -][A-Za-z0-9+?/:().,' -]{0,34}")) {
            throw new IllegalArgumentException("not a reference that banks take: '" + text + "'");
        }
    }
}
