package io.quittance.web.invoice;

import io.quittance.invoice.TimelineEntry;
import io.quittance.spi.money.Money;
import io.quittance.web.language.Format;
import io.quittance.web.language.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A timeline's facts in words. */
@Named
@RequestScoped
public class TimelineTexts {

    /** For programs: they name ids, or repeat what the page shows anyway. */
    private static final Set<String> SILENT = Set.of("cause", "number", "payment", "claim", "key", "id");

    @Inject
    Texts texts;

    @Inject
    Format format;

    /** What happened, with the figures and names that belong to it. */
    public String of(TimelineEntry entry) {
        String detail = entry.detail().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .filter(each -> !SILENT.contains(each.getKey()) && !each.getValue().isBlank())
                .map(each -> said(each.getKey(), each.getValue()))
                .collect(Collectors.joining(" · "));
        String said = texts.word("timeline", entry.kind());
        return detail.isEmpty() ? said : said + " · " + detail;
    }

    private String said(String key, String value) {
        if (value.matches("-?\\d{1,15}(\\.\\d{1,4})? [A-Z]{3}")) {
            String[] parts = value.split(" ");
            return format.money(Money.parse(parts[0], Currency.getInstance(parts[1])));
        }
        return switch (key) {
            case "kind", "hold" -> texts.word("hold", value);
            case "first", "last", "from", "until" -> format.date(LocalDate.parse(value));
            case "count" -> texts.of("instalments.number", value);
            case "why" -> texts.word("writeoff", value);
            case "tone" -> texts.word("tone", value);
            default -> value;
        };
    }
}
