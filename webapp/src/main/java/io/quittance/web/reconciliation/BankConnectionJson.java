package io.quittance.web.reconciliation;

import io.quittance.bankfeed.ConnectedAccount;
import io.quittance.bankfeed.Connection;
import io.quittance.bankfeed.ConnectionState;
import io.quittance.spi.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A consent to read bank accounts, as it stands.
 *
 * @param consentUntil null when the consent has no end, or none is known
 * @param daysLeft     whole days until then, rounded up; negative when it is over
 * @param trouble      why the last look failed; empty when it did not
 */
public record BankConnectionJson(String id, String plugin, String bank, ConnectionState state, Instant consentUntil, Long daysLeft,
        Instant lastSuccess, Instant nextLook, int failures, String trouble, Instant createdAt, List<AccountJson> accounts) {

    /**
     * An account that the consent shows.
     *
     * @param currency code of ISO 4217
     * @param chosen whether it is read
     * @param gap    by how much the bank's balance differs from the lines that were read; null when it does not
     */
    public record AccountJson(String id, String name, String number, String currency, boolean chosen, Money balance, Money gap,
            Instant lookedAt) {

        static AccountJson of(ConnectedAccount account) {
            return new AccountJson(Long.toString(account.id()), account.name(), account.number(), account.currency().getCurrencyCode(),
                    account.chosen(), account.balance().orElse(null), account.gap().orElse(null), account.lookedAt().orElse(null));
        }
    }

    static BankConnectionJson of(Connection connection, Clock clock) {
        return new BankConnectionJson(connection.id().toString(), connection.plugin().value(), connection.bank(), connection.state(),
                connection.consentUntil().orElse(null), connection.daysLeft(clock).orElse(null), connection.lastSuccess().orElse(null),
                connection.nextLook().orElse(null), connection.failures(), connection.trouble(), connection.createdAt(),
                connection.accounts().stream().map(AccountJson::of).toList());
    }
}
