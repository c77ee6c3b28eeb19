package io.quittance.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What the account held. @param amount exact, in the statement's currency, negative when overdrawn @param on civil day at the bank */
public record Balance(BigDecimal amount, Optional<LocalDate> on) {
}
