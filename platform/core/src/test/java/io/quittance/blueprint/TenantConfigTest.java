package io.quittance.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quittance.Fault;
import io.quittance.config.DataFiles;
import io.quittance.dunning.DunningLadder;
import io.quittance.dunning.DunningTone;
import io.quittance.invoice.entity.NumberPattern;
import io.quittance.notification.MessageTemplate;
import io.quittance.notification.control.TemplateText;
import io.quittance.tax.TaxRule;
import io.quittance.tax.boundary.TaxTable;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Loads the files of tenant-config that this part of the product reads, and holds them to their rules. */
class TenantConfigTest {

    private static final Path FOLDER = Path.of(System.getProperty("quittance.home"), "tenant-config");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final DataFiles FILES = new DataFiles();

    @Test
    void every_blueprint_keeps_to_its_schema_and_is_on_offer() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(FOLDER.resolve("blueprints/blueprint.schema.json")));
        ObjectMapper yaml = new YAMLMapper();
        Set<String> found = new TreeSet<>();
        for (Path file : files("blueprints")) {
            if (!file.endsWith("index.yaml")) {
                JsonNode node = yaml.readTree(Files.readString(file));
                assertThat(schema.validate(node)).as(file.toString()).isEmpty();
                assertThat(node.get("name").asText() + ".yaml").isEqualTo(file.getFileName().toString());
                found.add(node.get("name").asText());
            }
        }
        JsonNode wrong = yaml.readTree("{name: x, termsDays: -1}");
        assertThat(schema.validate(wrong)).as("the schema refuses").isNotEmpty();
        assertThat(found).containsExactlyInAnyOrderElementsOf(blueprints().stream().map(Blueprint::name).toList());
    }

    @Test
    void what_a_blueprint_names_is_there() {
        for (Blueprint blueprint : blueprints()) {
            assertThat(FOLDER.resolve("charts/" + blueprint.chart() + ".yaml")).exists();
            assertThat(FILES.yaml("ladders/" + blueprint.ladder() + ".yaml", DunningLadder.class).steps()).isNotEmpty();
            assertThat(blueprint.series()).allMatch(series -> NumberPattern.isPattern(series.pattern()));
            TaxTable table = taxes();
            Stream.concat(table.countries().stream(), Stream.of("CH")).forEach(country ->
                    assertThat(table.find(country, blueprint.defaultTax(), TODAY)).as(country).isPresent());
        }
    }

    @Test
    void every_ladder_begins_before_the_due_date_and_hardens_with_every_step() throws IOException {
        for (Path file : files("ladders")) {
            DunningLadder ladder = FILES.yaml("ladders/" + file.getFileName(), DunningLadder.class);
            assertThat(ladder.steps().getFirst().offset()).as(file.toString()).isNegative();
            List<DunningTone> tones = ladder.steps().stream().map(step -> step.tone()).toList();
            assertThat(tones).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void tax_rules_of_one_code_never_overlap_and_say_why_where_no_tax_is_charged() {
        TaxTable table = taxes();
        for (String country : table.countries()) {
            for (LocalDate day = LocalDate.parse("2019-12-31"); day.isBefore(TODAY); day = day.plusDays(1)) {
                LocalDate on = day;
                List<String> codes = table.inForce(country, day).stream().map(TaxRule::code).toList();
                assertThat(codes).as(country + " on " + on).doesNotHaveDuplicates();
            }
            assertThat(table.inForce(country, TODAY)).allSatisfy(rule -> {
                assertThat(rule.names()).containsKeys("en", "de");
                assertThat(rule.reason() != null).as(country + " " + rule.code()).isEqualTo(rule.rate().category().needsReason());
            });
        }
    }

    @Test
    void germany_charged_less_in_the_second_half_of_2020() {
        TaxTable table = taxes();
        assertThat(table.find("DE", "standard", LocalDate.parse("2020-06-30")).orElseThrow().rate().percent()).isEqualTo("19");
        assertThat(table.find("DE", "standard", LocalDate.parse("2020-07-01")).orElseThrow().rate().percent()).isEqualTo("16");
        assertThat(table.find("DE", "standard", LocalDate.parse("2021-01-01")).orElseThrow().rate().percent()).isEqualTo("19");
        assertThat(table.inForce("CH", TODAY)).as("no table of its own").extracting(TaxRule::code).containsExactly("standard");
    }

    @Test
    void every_message_exists_in_english_and_german_with_the_same_placeholders() {
        Map<String, List<MessageTemplate>> byKind = shipped().stream().collect(Collectors.groupingBy(MessageTemplate::kind));
        assertThat(byKind.keySet()).contains("invoice-issued", "platform-sign-up-verification");
        for (DunningTone tone : DunningTone.values()) {
            assertThat(byKind).containsKey("reminder-" + tone.name().toLowerCase(Locale.ROOT));
        }
        byKind.forEach((kind, templates) -> {
            assertThat(templates).extracting(MessageTemplate::language).containsExactlyInAnyOrder("en", "de");
            assertThat(TemplateText.used(templates.get(0).body())).as(kind).isEqualTo(TemplateText.used(templates.get(1).body()));
            assertThat(templates).allMatch(template -> template.body().contains("\n\n{link}"));
        });
    }

    @Test
    void every_remedy_exists_in_english_and_german_and_can_be_filled() {
        ResourceBundle.Control exact = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        Set<String> english = ResourceBundle.getBundle("io.quittance.faults", Locale.ROOT, exact).keySet();
        assertThat(english).isNotEmpty();
        for (String rule : english) {
            Fault fault = Fault.of("field", "value", rule, "a", "b");
            assertThat(fault.remedy(Locale.GERMAN)).as(rule).isNotEqualTo(fault.remedy(Locale.ENGLISH)).doesNotContain("{0}");
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static List<Blueprint> blueprints() {
        return with(Blueprints.class, Blueprints::all);
    }

    private static TaxTable taxes() {
        return FixtureTaxes.TABLE;
    }

    private static List<MessageTemplate> shipped() {
        record Shipped(List<MessageTemplate> templates) {
        }
        return FILES.yaml("messages/templates.yaml", Shipped.class).templates();
    }

    private static <B, R> R with(Class<B> type, Function<B, R> work) {
        try (SeContainer beans = SeContainerInitializer.newInstance().disableDiscovery().addBeanClasses(DataFiles.class, type)
                .initialize()) {
            return work.apply(beans.select(type).get());
        }
    }

    /** Kept open: the table reads its files when it is asked. */
    private static final class FixtureTaxes {
        private static final SeContainer BEANS =
                SeContainerInitializer.newInstance().disableDiscovery().addBeanClasses(DataFiles.class, TaxTable.class).initialize();
        private static final TaxTable TABLE = BEANS.select(TaxTable.class).get();
    }
}
