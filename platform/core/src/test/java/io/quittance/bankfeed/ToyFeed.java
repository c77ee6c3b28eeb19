package io.quittance.bankfeed;

import io.quittance.spi.bankfeed.BankFeed;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.bankfeed.FeedAccount;
import io.quittance.spi.bankfeed.FeedAnswer;
import io.quittance.spi.bankfeed.FeedLine;
import io.quittance.spi.bankfeed.FeedPage;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.SettingsForm;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A bank of one account that tells differences, two lines a page, and gives a new grant with each answer. */
final class ToyFeed implements BankFeed {

    static final String IBAN = "DE02120300000000202051";

    private final List<FeedLine> told = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private Optional<LocalDate> wholeSince = Optional.empty();
    private Instant until = Instant.parse("2099-05-30T00:00:00Z");
    private Optional<Money> balance = Optional.empty();
    private FeedAnswer<FeedPage> trouble;
    private boolean revoked;
    private int uses;

    @Override
    public String id() {
        return "toy-feed";
    }

    @Override
    public String name() {
        return "Toy Feed";
    }

    @Override
    public SettingsForm settings() {
        return new SettingsForm(List.of());
    }

    static FeedLine line(String id, String day, String amount, String text) {
        LocalDate on = LocalDate.parse(day);
        return new FeedLine(id, false, Optional.empty(), on, on, eur(amount), "", "", "", "", List.of(text));
    }

    static FeedLine pending(String id, String day, String amount, String text) {
        FeedLine line = line(id, day, amount, text);
        return new FeedLine(id, true, Optional.empty(), line.bookedOn(), line.valueOn(), line.amount(), "", "", "", "", line.texts());
    }

    static FeedLine booked(String id, String pending, String day, String amount, String text) {
        FeedLine line = line(id, day, amount, text);
        return new FeedLine(id, false, Optional.of(pending), line.bookedOn(), line.valueOn(), line.amount(), "", "", "", "", line.texts());
    }

    static Money eur(String amount) {
        return Money.parse(amount, Currency.getInstance("EUR"));
    }

    ToyFeed tells(FeedLine... lines) {
        told.addAll(List.of(lines));
        return this;
    }

    void removes(String id) {
        removed.add(id);
    }

    /** From now on it tells everything since that day at each look. */
    void tellsAllSince(String day) {
        wholeSince = Optional.of(LocalDate.parse(day));
        told.clear();
    }

    void holds(String amount) {
        balance = Optional.of(eur(amount));
    }

    void endsAt(Instant instant) {
        until = instant;
    }

    /** Instead of the next lines. */
    void answers(FeedAnswer<FeedPage> answer) {
        trouble = answer;
    }

    boolean isRevoked() {
        return revoked;
    }

    @Override
    public Consent.Begun begin(Consent.Wish wish, GatewayCall call) {
        return new Consent.Opened(URI.create("https://bank.example/consent?state=" + wish.state()), new Grant("pending " + wish.state()));
    }

    @Override
    public Consent.Ended finish(Consent.Return back, GatewayCall call) {
        if (!back.pending().value().equals("pending " + back.parameters().get("state"))) {
            return new Consent.NotYet("another consent's grant came back");
        }
        return back.parameter("code").<Consent.Ended>map(code -> new Consent.Granted(new Grant("g0"), "Toy Bank"))
                .orElseGet(() -> new Consent.Declined(back.parameter("error").orElse("no code")));
    }

    /** The old grant is void as soon as the new one is given. */
    private <R> FeedAnswer<R> fed(Grant grant, R value) {
        if (!grant.value().equals("g" + uses)) {
            return new FeedAnswer.ConsentExpired<>("grant " + grant.value() + " is void");
        }
        uses++;
        return new FeedAnswer.Fed<>(value, new Grant("g" + uses));
    }

    @Override
    public FeedAnswer<Consent.Term> term(Grant grant, GatewayCall call) {
        return fed(grant, new Consent.Term(Optional.of(until)));
    }

    @Override
    public FeedAnswer<List<FeedAccount>> accounts(Grant grant, GatewayCall call) {
        return fed(grant, List.of(new FeedAccount("acc-1", IBAN, "Current account", Currency.getInstance("EUR"))));
    }

    @Override
    public FeedAnswer<FeedPage> lines(Grant grant, String account, Optional<String> cursor, LocalDate since, GatewayCall call) {
        if (trouble != null) {
            FeedAnswer<FeedPage> once = trouble;
            trouble = null;
            return once;
        }
        int from = wholeSince.isPresent() ? 0 : cursor.map(Integer::parseInt).orElse(0);
        int to = wholeSince.isPresent() ? told.size() : Math.min(told.size(), from + 2);
        boolean more = to < told.size();
        List<String> gone = more ? List.of() : List.copyOf(removed);
        if (!more) {
            removed.clear();
        }
        return fed(grant, new FeedPage(told.subList(from, to), gone, Integer.toString(to), more, wholeSince));
    }

    @Override
    public FeedAnswer<Optional<Money>> balance(Grant grant, FeedAccount account, GatewayCall call) {
        return fed(grant, balance);
    }

    @Override
    public FeedAnswer<Boolean> revoke(Grant grant, GatewayCall call) {
        revoked = true;
        return fed(grant, true);
    }
}
