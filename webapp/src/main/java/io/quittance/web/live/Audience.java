package io.quittance.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.event.WebsocketEvent;
import jakarta.faces.event.WebsocketEvent.Closed;
import jakarta.faces.event.WebsocketEvent.Opened;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whose pages are open on this node: nothing is written for those who do not listen. */
@ApplicationScoped
public class Audience {

    private final Map<String, Integer> pages = new ConcurrentHashMap<>();

    void opened(@Observes @Opened WebsocketEvent event) {
        pages.merge(event.getUser().toString(), 1, Integer::sum);
    }

    void closed(@Observes @Closed WebsocketEvent event) {
        pages.computeIfPresent(event.getUser().toString(), (user, open) -> open == 1 ? null : open - 1);
    }

    boolean listens(String user) {
        return pages.containsKey(user);
    }
}
