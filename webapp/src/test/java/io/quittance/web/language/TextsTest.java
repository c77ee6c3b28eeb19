package io.quittance.web.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path BEANS = Path.of("src/main/java");
    private static final Pattern IN_PAGES = Pattern.compile("msg\\['([\\w.-]+)']|t\\.with\\('([\\w.-]+)'");
    private static final Pattern IN_BEANS =
            Pattern.compile("(?:say\\.(?:done|refused|text)|texts\\.of)\\(\\s*(?:\\w+ \\? )?\"([\\w.-]+)\"(?: : \"([\\w.-]+)\")?");

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(keys(Locale.GERMAN)).isEqualTo(keys(Locale.ENGLISH)).hasSizeGreaterThan(400);
    }

    @Test
    void everyTextThatAPageOrBeanAsksForIsThere() throws IOException {
        Set<String> asked = new TreeSet<>();
        asked.addAll(found(PAGES, ".xhtml", IN_PAGES));
        asked.addAll(found(BEANS, ".java", IN_BEANS));

        assertThat(asked).hasSizeGreaterThan(200);
        assertThat(keys(Locale.ENGLISH)).containsAll(asked);
    }

    @Test
    void everyTextWithBlanksCanBeFilledIn() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            ResourceBundle texts = bundle(language);
            texts.keySet().stream().filter(key -> texts.getString(key).contains("{0")).forEach(key ->
                    assertThatCode(() -> new MessageFormat(texts.getString(key), language).format(new Object[] {2, 3, 4}))
                            .as(key).doesNotThrowAnyException());
        }
    }

    @Test
    void noPageWritesWhatWasTypedUnescaped() throws IOException {
        assertThat(found(PAGES, ".xhtml", Pattern.compile("(escape=\"false\")"))).isEmpty();
    }

    private static Set<String> keys(Locale language) {
        return new TreeSet<>(bundle(language).keySet());
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(Texts.BUNDLE, language);
    }

    private static Set<String> found(Path root, String ending, Pattern wanted) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
                Matcher matcher = wanted.matcher(Files.readString(file));
                while (matcher.find()) {
                    Stream.of(matcher.group(1), matcher.groupCount() > 1 ? matcher.group(2) : null)
                            .filter(key -> key != null && !key.endsWith(".")).forEach(found::add);
                }
            }
        }
        return found;
    }
}
