package io.quittance.spi.bankfeed;

import io.quittance.spi.Extension;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.money.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Lines of bank accounts, read with the consent of their owner. */
public interface BankFeed extends Extension {

    /** Asks the bank for a page on which the account's owner consents. */
    Consent.Begun begin(Consent.Wish wish, GatewayCall call);

    /** The owner's browser came back from that page. */
    Consent.Ended finish(Consent.Return back, GatewayCall call);

    /** Until when we may read. */
    FeedAnswer<Consent.Term> term(Grant grant, GatewayCall call);

    /** The accounts that the consent shows. */
    FeedAnswer<List<FeedAccount>> accounts(Grant grant, GatewayCall call);

    /**
     * What happened on an account.
     *
     * @param account a {@link FeedAccount#id}
     * @param cursor  from the page before; empty for the first time
     * @param since   how far back to begin, the first time
     */
    FeedAnswer<FeedPage> lines(Grant grant, String account, Optional<String> cursor, LocalDate since, GatewayCall call);

    /** What is booked on the account; empty when the feed knows no balance that counts booked lines alone. */
    FeedAnswer<Optional<Money>> balance(Grant grant, FeedAccount account, GatewayCall call);

    /** Gives the consent back. Whatever the bank says, we forget the grant. */
    FeedAnswer<Boolean> revoke(Grant grant, GatewayCall call);

    /** How long to wait between two looks at an account while its owner is not there. */
    default Duration pause() {
        return Duration.ofHours(6);
    }
}
