package io.quittance.signup.control;

import io.quittance.tenancy.TenantRequest;
import io.quittance.tenancy.boundary.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Short names of businesses. */
@ApplicationScoped
public class Slugs {

    private static final Set<String> RESERVED = Set.of("admin", "api", "app", "help", "mail", "platform", "portal", "quittance", "signin",
            "signup", "status", "support", "system", "www");
    private static final int LONGEST_STEM = 30;

    @Inject
    TenantDirectory directory;

    public boolean isReserved(String slug) {
        return RESERVED.contains(slug);
    }

    public boolean isTaken(String slug) {
        return directory.bySlug(slug).isPresent();
    }

    /** A free slug that reminds of the name: {@code Müller & Söhne} becomes {@code mueller-soehne}. */
    public String suggest(String name) {
        String stem = stem(name);
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? stem : stem + "-" + number)
                .filter(slug -> TenantRequest.isSlug(slug) && !isReserved(slug) && !isTaken(slug))
                .findFirst()
                .orElseThrow();
    }

    static String stem(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT)
                        .replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        String cut = plain.substring(0, Math.min(LONGEST_STEM, plain.length())).replaceAll("-+$", "");
        return cut.length() < 3 ? ("business-" + cut).replaceAll("-+$", "") : cut;
    }
}
