package io.quittance.plugins.plaid;

import io.quittance.plugins.kit.FeedStop;
import io.quittance.plugins.kit.Notes;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.gateway.GatewayCall;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plaid's own pages, on which an owner chooses a bank and signs in there.
 *
 * @see <a href="https://plaid.com/docs/link/hosted-link/">Hosted Link</a>
 */
final class LinkPages {

    static final String ACCESS = "access";
    private static final String LINK = "link";
    private static final int LIFETIME_SECONDS = 7_200;
    private static final int DAYS = 90;
    private static final Set<String> SPOKEN = Set.of("da", "nl", "en", "et", "fr", "de", "hi", "it", "lv", "lt", "no", "pl", "pt", "ro",
        "es", "sv");

    private final GatewayCall call;
    private final PlaidApi api;

    LinkPages(GatewayCall call) {
        this.call = call;
        this.api = new PlaidApi(call);
    }

    /** @param wish one that renews opens the page of the same bank, and the token stays what it is */
    Consent.Opened open(Consent.Wish wish) throws FeedStop, Unreadable {
        String access = wish.renewed().isPresent() ? Notes.of(wish.renewed().get()).find(ACCESS) : "";
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("client_name", call.settings().text(PlaidForm.CLIENT_NAME));
        String language = wish.language().getLanguage();
        order.put("language", SPOKEN.contains(language) ? language : Locale.ENGLISH.getLanguage());
        order.put("country_codes", PlaidForm.countries(call.settings()));
        order.put("user", Map.of("client_user_id", wish.state()));
        String back = Query.none().with("state", wish.state()).after(wish.returnTo().toString());
        order.put("hosted_link", Map.of("completion_redirect_uri", back, "url_lifetime_seconds", LIFETIME_SECONDS));
        if (access.isEmpty()) {
            order.put("products", List.of("transactions"));
            order.put("transactions", Map.of("days_requested", DAYS));
        } else {
            order.put("access_token", access);
        }
        Reading answer = api.post("/link/token/create", order);
        return new Consent.Opened(URI.create(answer.text("hosted_link_url")),
            Notes.none().with(LINK, answer.text("link_token")).with(ACCESS, access).grant());
    }

    Consent.Ended finish(Consent.Return back) throws FeedStop, Unreadable {
        Notes pending = Notes.of(back.pending());
        if (!pending.find(ACCESS).isEmpty()) {
            return renewed(pending.find(ACCESS));
        }
        List<Reading> sessions = api.post("/link/token/get", Map.of("link_token", pending.find(LINK))).findList("link_sessions");
        for (Reading session : sessions) {
            Optional<Reading> results = session.findObject("results");
            List<Reading> added = results.isPresent() ? results.get().findList("item_add_results") : List.of();
            if (!added.isEmpty()) {
                return exchange(added.getFirst());
            }
        }
        return sessions.stream().anyMatch(session -> session.find("finished_at").isPresent())
            ? new Consent.Declined("nobody signed in to a bank") : new Consent.NotYet("the page is still open");
    }

    private Consent.Granted exchange(Reading added) throws FeedStop, Unreadable {
        String access = api.post("/item/public_token/exchange", Map.of("public_token", added.text("public_token"))).text("access_token");
        String bank = added.findObject("institution").flatMap(institution -> institution.find("name")).orElse("Plaid");
        return new Consent.Granted(Notes.none().with(ACCESS, access).grant(), bank);
    }

    /** The page of a renewal brings no token: whether the bank may be read again is the item's to say. */
    private Consent.Ended renewed(String access) throws FeedStop, Unreadable {
        Reading item = api.post("/item/get", Map.of("access_token", access)).object("item");
        Optional<Reading> error = item.findObject("error");
        return error.<Consent.Ended>map(still -> new Consent.Declined(PlaidApi.refusal(still).getMessage()))
            .orElseGet(() -> new Consent.Granted(Notes.none().with(ACCESS, access).grant(), item.find("institution_name").orElse("Plaid")));
    }
}
