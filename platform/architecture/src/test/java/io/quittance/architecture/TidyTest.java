package io.quittance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The repository as a reader meets it. */
class TidyTest {

    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_LINE = 140;

    private static final Set<String> CODE = Set.of("java", "xhtml", "css", "js", "sql", "sh", "jsp");
    private static final Set<String> TEXT =
            Set.of("java", "xhtml", "css", "js", "sql", "sh", "xml", "yaml", "yml", "properties", "md", "txt");
    /** Split in two so that this file does not find itself. */
    private static final Pattern LEFTOVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern MACHINE =
            Pattern.compile("/" + "work/|repo1?\\.maven|registry\\.npmjs|deb\\.debian|\\.docker\\.io");

    @Test
    void code_files_fit_in_the_mind() {
        assertThat(inFiles(CODE, lines -> lines.size() > LONGEST_FILE, "more than " + LONGEST_FILE + " lines")).isEmpty();
    }

    @Test
    void lines_fit_on_the_screen() {
        assertThat(inLines(CODE, line -> line.length() > LONGEST_LINE)).isEmpty();
    }

    @Test
    void no_file_has_tabs_or_trailing_blanks() {
        assertThat(inLines(CODE, line -> line.indexOf('\t') >= 0 || line.endsWith(" "))).isEmpty();
    }

    @Test
    void nothing_is_left_for_later() {
        assertThat(inLines(TEXT, line -> LEFTOVER.matcher(line).find())).isEmpty();
    }

    @Test
    void nothing_names_a_machine_or_a_registry() {
        assertThat(inLines(TEXT, line -> MACHINE.matcher(line).find())).isEmpty();
    }

    @Test
    void methods_are_short_and_no_exception_is_swallowed() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path file : withEnding(Set.of("java"))) {
            sources.put(relative(file), Files.readString(file));
        }
        assertThat(Sources.faults(sources)).isEmpty();
    }

    @Test
    void every_package_of_the_product_that_others_read_first_explains_itself() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Path module : Repository.modules()) {
            Path root = module.resolve("src/main/java");
            try (var folders = Files.walk(root)) {
                folders.filter(folder -> Files.isDirectory(folder) && isContract(root.relativize(folder)) && hasJava(folder))
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                        .forEach(folder -> silent.add(relative(folder)));
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void english_and_german_have_the_same_texts() {
        List<Path> german = withEnding(Set.of("properties")).stream()
                .filter(file -> file.getFileName().toString().endsWith("_de.properties")).toList();

        assertThat(german).isNotEmpty().allSatisfy(file -> assertThat(Bundles.faults(file)).isEmpty());
    }

    @Test
    void a_planted_long_method_and_a_swallowed_exception_are_found() {
        String body = "int x = 0;\n".repeat(Sources.LONGEST_METHOD);
        String source = "class Planted { void longOne() {\n" + body + "}\n"
                + "void swallows() { try { longOne(); } catch (Exception ignored) { } } }";

        assertThat(Sources.faults(Map.of("Planted.java", source)))
                .anyMatch(fault -> fault.contains("longOne has"))
                .anyMatch(fault -> fault.contains("swallows Exception"))
                .anyMatch(fault -> fault.contains("catches just any Exception"));
    }

    @Test
    void a_planted_gap_in_a_translation_is_found() {
        Properties english = new Properties();
        english.setProperty("invoice.paid", "Paid");
        english.setProperty("invoice.open", "Open");
        Properties german = new Properties();
        german.setProperty("invoice.open", " ");
        german.setProperty("invoice.late", "Verspätet");

        assertThat(Bundles.compare("planted", english, german)).hasSize(3);
    }

    @Test
    void planted_leftovers_and_machine_names_are_found() {
        assertThat(LEFTOVER.matcher("// TO" + "DO later").find()).isTrue();
        assertThat(MACHINE.matcher("cd /wo" + "rk/main").find()).isTrue();
        assertThat(LEFTOVER.matcher("// what to do when it fails").find()).isFalse();
    }

    /** The root package of a room: {@code io/quittance/<room>}, and of the SPI each package, for it is published. */
    private static boolean isContract(Path folder) {
        String path = folder.toString().replace('\\', '/');
        return path.matches("io/quittance/[a-z]+") || path.startsWith("io/quittance/spi/");
    }

    private static boolean hasJava(Path folder) {
        String[] sources = folder.toFile().list((parent, name) -> name.endsWith(".java"));
        return sources != null && sources.length > 0;
    }

    private static List<String> inFiles(Set<String> endings, Predicate<List<String>> fault, String says) {
        return withEnding(endings).stream().filter(file -> fault.test(lines(file))).map(file -> relative(file) + ": " + says).toList();
    }

    private static List<String> inLines(Set<String> endings, Predicate<String> fault) {
        return withEnding(endings).stream().flatMap(file -> {
            List<String> lines = lines(file);
            return IntStream.range(0, lines.size()).filter(at -> fault.test(lines.get(at)))
                    .mapToObj(at -> relative(file) + ":" + (at + 1) + ": " + lines.get(at).strip());
        }).toList();
    }

    private static List<Path> withEnding(Set<String> endings) {
        return Repository.files().stream().filter(file -> {
            String name = file.getFileName().toString();
            return endings.contains(name.substring(name.lastIndexOf('.') + 1));
        }).toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException notText) {
            throw new IllegalStateException(relative(file) + " is not UTF-8 text", notText);
        }
    }

    private static String relative(Path file) {
        return Repository.home().relativize(file).toString();
    }
}
