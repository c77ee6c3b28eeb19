package io.quittance.plugins.openbanking;

import io.quittance.plugins.kit.FeedStop;
import io.quittance.plugins.kit.Notes;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.gateway.GatewayCall;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Consents of account owners, by the hybrid flow or the code flow with a signed request object.
 *
 * @see <a href="https://openbankinguk.github.io/read-write-api-site3/v4.0/profiles/account-and-transaction-api-profile.html">profile</a>
 */
final class Consents {

    static final String PATH = "/account-access-consents";
    private static final String NONCE = "nonce";
    private static final String VERIFIER = "verifier";
    private static final String OLD = "old";
    private static final String INTENT = "openbanking_intent_id";

    /** Whoever reads accounts has to be told again every 90 days that it may (FCA, SCA-RTS Article 36(6)). */
    private static final Duration TERM = Duration.ofDays(90);
    /** As far back as lines are ever asked for. */
    private static final Duration HISTORY = Duration.ofDays(100);
    private static final List<String> PERMISSIONS = List.of("ReadAccountsDetail", "ReadBalances", "ReadTransactionsDetail",
        "ReadTransactionsCredits", "ReadTransactionsDebits");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;

    private final Session session;

    Consents(Session session) {
        this.session = session;
    }

    static Consents of(GatewayCall call) {
        return new Consents(new Session(call, Notes.none()));
    }

    Consent.Opened open(Consent.Wish wish) throws FeedStop, Unreadable {
        Instant now = session.now().truncatedTo(ChronoUnit.SECONDS);
        Reading made = session.ownPost(PATH, Map.of("Risk", Map.of(), "Data", Map.of("Permissions", PERMISSIONS,
            "ExpirationDateTime", now.plus(TERM).toString(), "TransactionFromDateTime", now.minus(HISTORY).toString())));
        String consent = made.object("Data").text("ConsentId");
        String nonce = random();
        String verifier = random();
        String old = wish.renewed().isPresent() ? Notes.of(wish.renewed().get()).find(Session.CONSENT) : "";
        return new Consent.Opened(page(wish, consent, nonce, verifier), Notes.none().with(Session.CONSENT, consent).with(NONCE, nonce)
            .with(VERIFIER, verifier).with(OLD, old).grant());
    }

    /** Everything that matters stands in the signed object; what OAuth wants outside stands there, too, and says the same. */
    private URI page(Consent.Wish wish, String consent, String nonce, String verifier) {
        String client = session.settings().text(BankForm.CLIENT_ID);
        String response = session.settings().text(BankForm.RESPONSE);
        Map<String, Object> intent = Map.of("value", consent, "essential", true);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", client);
        claims.put("aud", session.settings().text(BankForm.ISSUER));
        claims.put("client_id", client);
        claims.put("response_type", response);
        claims.put("redirect_uri", wish.returnTo().toString());
        claims.put("scope", "openid accounts");
        claims.put("state", wish.state());
        claims.put("nonce", nonce);
        claims.put("code_challenge", Jose.challenge(verifier));
        claims.put("code_challenge_method", "S256");
        claims.put("claims", Map.of("userinfo", Map.of(INTENT, intent), "id_token", Map.of(INTENT, intent,
            "acr", Map.of("essential", true, "values", List.of("urn:openbanking:psd2:sca", "urn:openbanking:psd2:ca")))));
        Query query = Query.none().with("client_id", client).with("response_type", response).with("scope", "openid accounts")
            .with("redirect_uri", wish.returnTo().toString()).with("state", wish.state()).with("nonce", nonce)
            .with("request", session.sign(claims));
        return URI.create(query.after(session.settings().text(BankForm.AUTHORISE)));
    }

    Consent.Ended finish(Consent.Return back) throws FeedStop, Unreadable {
        Optional<String> error = back.parameter("error");
        if (error.isPresent()) {
            return new Consent.Declined(error.get() + back.parameter("error_description").map(more -> ": " + more).orElse(""));
        }
        Notes pending = Notes.of(back.pending());
        Optional<String> code = back.parameter("code");
        if (code.isEmpty()) {
            return new Consent.Declined("the bank brought no code");
        }
        if (session.settings().text(BankForm.RESPONSE).equals(BankForm.HYBRID)) {
            Optional<String> objection = objection(back, pending, code.get());
            if (objection.isPresent()) {
                return new Consent.Declined(objection.get());
            }
        }
        session.notes().with(Session.CONSENT, pending.find(Session.CONSENT));
        Reading tokens = session.exchange(code.get(), back.returnTo(), pending.find(VERIFIER));
        Optional<String> wrong = aboutThis(tokens.text("id_token"), pending);
        if (wrong.isPresent()) {
            return new Consent.Declined(wrong.get());
        }
        String status = status(pending.find(Session.CONSENT)).text("Status");
        if (!status.equals("AUTH")) {
            return new Consent.Declined("the bank says that the consent is " + status);
        }
        if (!pending.find(OLD).isEmpty()) {
            forget(pending.find(OLD));
        }
        return new Consent.Granted(session.notes().grant(), session.settings().text(BankForm.BANK));
    }

    /** In the hybrid flow the id token vouches for the code and the state before the code is used (FAPI 1.0 Advanced, 5.2.3). */
    private Optional<String> objection(Consent.Return back, Notes pending, String code) throws FeedStop {
        Optional<String> token = back.parameter("id_token");
        if (token.isEmpty()) {
            return Optional.of("the bank brought no id token");
        }
        try {
            Map<String, Object> claims = session.prove(token.get());
            boolean vouched = Jose.half(code).equals(claims.get("c_hash"))
                && Jose.half(back.parameter("state").orElse("")).equals(claims.get("s_hash"));
            return vouched ? about(claims, pending) : Optional.of("the bank's id token is for another code or state");
        } catch (Unreadable unproven) {
            return Optional.of(unproven.getMessage());
        }
    }

    private Optional<String> aboutThis(String token, Notes pending) throws FeedStop {
        try {
            return about(session.prove(token), pending);
        } catch (Unreadable unproven) {
            return Optional.of(unproven.getMessage());
        }
    }

    private static Optional<String> about(Map<String, Object> claims, Notes pending) {
        boolean ours = pending.find(NONCE).equals(claims.get("nonce")) && pending.find(Session.CONSENT).equals(claims.get(INTENT));
        return ours ? Optional.empty() : Optional.of("the bank's id token is about another consent");
    }

    private Reading status(String consent) throws FeedStop, Unreadable {
        return session.ownGet(PATH + "/" + Query.part(consent)).object("Data");
    }

    Consent.Term term() throws FeedStop, Unreadable {
        Reading data = status(session.notes().find(Session.CONSENT));
        String status = data.text("Status");
        if (!status.equals("AUTH")) {
            throw FeedStop.consent("the bank says that the consent is " + status);
        }
        return new Consent.Term(data.findTime("ExpirationDateTime"));
    }

    boolean end() throws FeedStop, Unreadable {
        session.ownDelete(PATH + "/" + Query.part(session.notes().find(Session.CONSENT)));
        return true;
    }

    /** The consent before is of no use any more; that the bank keeps it until its end does no harm. */
    private boolean forget(String consent) throws Unreadable {
        try {
            session.ownDelete(PATH + "/" + Query.part(consent));
            return true;
        } catch (FeedStop later) {
            return false;
        }
    }

    private static String random() {
        byte[] bits = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
