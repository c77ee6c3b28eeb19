package io.quittance.webhook;

import io.quittance.spi.money.Money;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that came true and is told. Thin on purpose: whoever wants more asks for the thing by its id.
 *
 * @param type       one of {@code tenant-config/webhooks/event-types.yaml}
 * @param object     kind of thing, such as {@code invoice}
 * @param number     as people know the thing; may be empty
 * @param status     where it stands now, in the words of its own resource; may be empty
 * @param amounts    by their names, such as {@code total} and {@code open}
 * @param references ids of other things it concerns, such as {@code customer}
 * @param reason     why, as a word of its resource such as {@code CREDIT_LIMIT}; empty where it needs none
 */
public record Announcement(String type, String object, long id, String number, String status, Map<String, Money> amounts,
        Map<String, String> references, String reason) {

    public Announcement {
        amounts = new TreeMap<>(amounts);
        references = new TreeMap<>(references);
    }

    /** Of something that needs no reason. */
    public Announcement(String type, String object, long id, String number, String status, Map<String, Money> amounts,
            Map<String, String> references) {
        this(type, object, id, number, status, amounts, references, "");
    }
}
