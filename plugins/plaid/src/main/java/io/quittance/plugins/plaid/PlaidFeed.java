package io.quittance.plugins.plaid;

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
import io.quittance.spi.gateway.SettingsCheck;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.SettingsForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Banks behind Plaid. */
public final class PlaidFeed implements BankFeed, SettingsCheck {

    @Override
    public String id() {
        return "plaid";
    }

    @Override
    public String name() {
        return "Plaid";
    }

    @Override
    public SettingsForm settings() {
        return PlaidForm.FORM;
    }

    @Override
    public Consent.Begun begin(Consent.Wish wish, GatewayCall call) {
        try {
            return new LinkPages(call).open(wish);
        } catch (FeedStop stop) {
            return new Consent.NotOpened(stop.getMessage());
        } catch (Unreadable | IllegalArgumentException broken) {
            return new Consent.NotOpened("the answer cannot be read: " + broken.getMessage());
        }
    }

    @Override
    public Consent.Ended finish(Consent.Return back, GatewayCall call) {
        try {
            return new LinkPages(call).finish(back);
        } catch (FeedStop stop) {
            return new Consent.NotYet(stop.getMessage());
        } catch (Unreadable | IllegalArgumentException broken) {
            return new Consent.NotYet("the answer cannot be read: " + broken.getMessage());
        }
    }

    @Override
    public FeedAnswer<Consent.Term> term(Grant grant, GatewayCall call) {
        return FeedApi.answer(() -> ledger(grant, call).term(), () -> grant);
    }

    @Override
    public FeedAnswer<List<FeedAccount>> accounts(Grant grant, GatewayCall call) {
        return FeedApi.answer(() -> ledger(grant, call).accounts(), () -> grant);
    }

    @Override
    public FeedAnswer<FeedPage> lines(Grant grant, String account, Optional<String> cursor, LocalDate since, GatewayCall call) {
        return FeedApi.answer(() -> ledger(grant, call).lines(account, cursor, since), () -> grant);
    }

    @Override
    public FeedAnswer<Optional<Money>> balance(Grant grant, FeedAccount account, GatewayCall call) {
        return FeedApi.answer(() -> ledger(grant, call).balance(account), () -> grant);
    }

    @Override
    public FeedAnswer<Boolean> revoke(Grant grant, GatewayCall call) {
        return FeedApi.answer(() -> ledger(grant, call).end(), () -> grant);
    }

    private static Ledger ledger(Grant grant, GatewayCall call) throws Unreadable {
        return new Ledger(call, Notes.of(grant).find(LinkPages.ACCESS));
    }

    /** Asks for one bank, which needs the keys and nothing else. */
    @Override
    public Verdict check(GatewayCall call) {
        FeedAnswer<Boolean> asked = FeedApi.answer(() -> {
            new PlaidApi(call).post("/institutions/get", Map.of("count", 1, "offset", 0, "country_codes",
                PlaidForm.countries(call.settings())));
            return true;
        }, () -> new Grant("-"));
        return switch (asked) {
            case FeedAnswer.Fed<Boolean> _ -> new Verdict.Works("Plaid, " + call.settings().text(PlaidForm.ENVIRONMENT));
            case FeedAnswer.ConsentExpired<Boolean>(String reason) -> new Verdict.Refused(reason);
            case FeedAnswer.RateLimited<Boolean> _ -> new Verdict.Unreachable("Plaid is asked too often");
            case FeedAnswer.NoAnswer<Boolean> silent -> silent.reason().startsWith("Plaid says")
                ? new Verdict.Refused(silent.reason()) : new Verdict.Unreachable(silent.reason());
        };
    }
}
