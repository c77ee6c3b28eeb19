package io.quittance.web.invoice;

import io.quittance.invoice.TimelineEntry;
import io.quittance.web.language.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.util.stream.Collectors;

/** A timeline's facts in words. */
@Named
@RequestScoped
public class TimelineTexts {

    @Inject
    Texts texts;

    /** What happened, with the figures and names that belong to it. */
    public String of(TimelineEntry entry) {
        String detail = entry.detail().values().stream().filter(value -> !value.isBlank()).collect(Collectors.joining(" · "));
        String said = texts.word("timeline", entry.kind());
        return detail.isEmpty() ? said : said + " · " + detail;
    }
}
