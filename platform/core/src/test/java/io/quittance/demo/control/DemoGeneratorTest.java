package io.quittance.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.demo.DemoBusiness;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoGeneratorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @Test
    void the_same_day_gives_the_same_history() {
        assertThat(text(new DemoGenerator(DemoBusiness.BRIGHTWATER, TODAY).generate().invoices()))
                .isEqualTo(text(new DemoGenerator(DemoBusiness.BRIGHTWATER, TODAY).generate().invoices()));
    }

    @Test
    void both_businesses_together_have_about_five_thousand_invoices_of_120_customers() {
        int invoices = 0;
        int customers = 0;
        for (DemoBusiness business : DemoBusiness.ALL) {
            DemoFiles files = new DemoGenerator(business, TODAY).generate();
            invoices += lines(files.invoices()).size();
            customers += lines(files.customers()).size();
        }
        assertThat(invoices).isBetween(4_900, 5_100);
        assertThat(customers).isBetween(115, 125);
    }

    @Test
    void there_are_part_payments_disputes_open_ones_and_three_currencies() {
        DemoFiles files = new DemoGenerator(DemoBusiness.BRIGHTWATER, TODAY).generate();

        assertThat(lines(files.payments())).hasSizeGreaterThan(50);
        assertThat(lines(files.invoices())).anyMatch(line -> line.contains(",yes,"));
        assertThat(lines(files.invoices())).anyMatch(line -> line.contains(",USD,")).anyMatch(line -> line.contains(",GBP,"));
        assertThat(lines(files.invoices()).stream().filter(line -> line.contains(",,,")).count()).isBetween(60L, 600L);
    }

    private static List<String> lines(byte[] file) {
        return Arrays.stream(text(file).split("\r\n")).skip(1).toList();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
