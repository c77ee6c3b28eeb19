package io.quittance.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.system.stack.SharedStack;
import io.quittance.system.stack.Wait;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mailbox that catches what the product sends. */
public final class Mails {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");

    private Mails() {
    }

    /** The newest mail to that address whose subject or text contains the words; waits until it is there. */
    public static JsonNode to(String address, String words) {
        return Wait.until("a mail to " + address + " with '" + words + "'", () -> find(address, words));
    }

    public static Optional<JsonNode> find(String address, String words) {
        String url = SharedStack.get().mailboxUrl() + "/api/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
        JsonNode found = Http.get(url, Map.of()).expect(200).json();
        for (JsonNode mail : found) {
            if (mail.toString().contains(words)) {
                return Optional.of(mail);
            }
        }
        return Optional.empty();
    }

    /** The first link in the mail that contains the part given. */
    public static String link(JsonNode mail, String part) {
        Matcher links = LINK.matcher(mail.path("text").asText() + "\n" + mail.path("html").asText());
        while (links.find()) {
            if (links.group().contains(part)) {
                return links.group().replace("&amp;", "&");
            }
        }
        throw new AssertionError("no link with '" + part + "' in " + mail);
    }
}
