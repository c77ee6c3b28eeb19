package io.quittance.plugins.openbanking;

import io.quittance.plugins.kit.FeedApi;
import io.quittance.plugins.kit.FeedStop;
import io.quittance.plugins.kit.Notes;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.bankfeed.BankFeed;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.bankfeed.FeedAccount;
import io.quittance.spi.bankfeed.FeedAnswer;
import io.quittance.spi.bankfeed.FeedPage;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.SettingsForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A bank with the read/write interface of Open Banking UK. */
public final class OpenBankingFeed implements BankFeed {

    @Override
    public String id() {
        return "openbanking-uk";
    }

    @Override
    public String name() {
        return "Open Banking UK";
    }

    @Override
    public SettingsForm settings() {
        return BankForm.FORM;
    }

    @Override
    public Consent.Begun begin(Consent.Wish wish, GatewayCall call) {
        try {
            return Consents.of(call).open(wish);
        } catch (FeedStop stop) {
            return new Consent.NotOpened(stop.getMessage());
        } catch (Unreadable | IllegalArgumentException broken) {
            return new Consent.NotOpened("it cannot be asked: " + broken.getMessage());
        }
    }

    /** A code works once: after a broken exchange the owner has to consent again. */
    @Override
    public Consent.Ended finish(Consent.Return back, GatewayCall call) {
        try {
            return Consents.of(call).finish(back);
        } catch (FeedStop stop) {
            return stop.kind() == FeedStop.Kind.CONSENT ? new Consent.Declined(stop.getMessage()) : new Consent.NotYet(stop.getMessage());
        } catch (Unreadable | IllegalArgumentException broken) {
            return new Consent.NotYet("the answer cannot be read: " + broken.getMessage());
        }
    }

    @Override
    public FeedAnswer<Consent.Term> term(Grant grant, GatewayCall call) {
        return with(grant, call, session -> new Consents(session).term());
    }

    @Override
    public FeedAnswer<List<FeedAccount>> accounts(Grant grant, GatewayCall call) {
        return with(grant, call, session -> new AccountView(session).accounts());
    }

    @Override
    public FeedAnswer<FeedPage> lines(Grant grant, String account, Optional<String> cursor, LocalDate since, GatewayCall call) {
        return with(grant, call, session -> new AccountView(session).lines(account, cursor, since));
    }

    @Override
    public FeedAnswer<Optional<Money>> balance(Grant grant, FeedAccount account, GatewayCall call) {
        return with(grant, call, session -> new AccountView(session).balance(account));
    }

    @Override
    public FeedAnswer<Boolean> revoke(Grant grant, GatewayCall call) {
        return with(grant, call, session -> new Consents(session).end());
    }

    /** A question to one bank. */
    @FunctionalInterface
    private interface Question<R> {
        R ask(Session session) throws FeedStop, Unreadable;
    }

    private static <R> FeedAnswer<R> with(Grant grant, GatewayCall call, Question<R> question) {
        try {
            Session session = new Session(call, Notes.of(grant));
            return FeedApi.answer(() -> question.ask(session), () -> session.notes().grant());
        } catch (Unreadable foreign) {
            return new FeedAnswer.ConsentExpired<>("what was kept of the consent cannot be read: consent again");
        }
    }
}
