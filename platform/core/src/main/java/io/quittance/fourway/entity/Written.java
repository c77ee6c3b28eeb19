package io.quittance.fourway.entity;

import io.quittance.spi.bank.CreditorReference;
import io.quittance.tenancy.TenantMark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Creditor references as people write them: in one or in groups of four; what follows may run into them. */
final class Written {

    private static final Pattern REFERENCE = Pattern.compile("(?<![A-Z0-9])RF[0-9]{2}(?: ?[A-Z0-9]){1,21}");
    private static final int SHORTEST = 5;

    private Written() {
    }

    /** The marks of the references in a text; those without one are older, or somebody else's. */
    static Stream<TenantMark> marks(List<String> texts) {
        return texts.stream().flatMap(Written::read).map(bare -> candidates(bare)
                .map(reference -> TenantMark.endOf(body(reference))).flatMap(Optional::stream).findFirst()).flatMap(Optional::stream);
    }

    /** Whether a text has the reference of an invoice, as it is now or as it was without a mark. */
    static boolean names(List<String> texts, long invoice) {
        String older = body(CreditorReference.of(invoice));
        return texts.stream().flatMap(Written::read).flatMap(Written::candidates).map(Written::body)
                .anyMatch(body -> body.equals(older) || body.length() == older.length() + TenantMark.LENGTH && body.startsWith(older)
                        && TenantMark.endOf(body).isPresent());
    }

    private static Stream<String> read(String text) {
        return REFERENCE.matcher(text.toUpperCase(Locale.ROOT)).results().map(MatchResult::group).map(found -> found.replace(" ", ""));
    }

    /** The longest first. */
    private static Stream<CreditorReference> candidates(String bare) {
        return IntStream.iterate(bare.length(), end -> end >= SHORTEST, end -> end - 1)
                .mapToObj(end -> CreditorReference.parse(bare.substring(0, end))).flatMap(Optional::stream);
    }

    private static String body(CreditorReference reference) {
        return reference.value().substring(4);
    }
}
