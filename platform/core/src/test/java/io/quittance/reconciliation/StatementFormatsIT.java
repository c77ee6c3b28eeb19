package io.quittance.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.reconciliation.boundary.CsvMappings;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.statement.CsvProfile;
import io.quittance.statement.DateOrder;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files of all formats through the door, and what overlapping ones leave. */
class StatementFormatsIT {

    private static final CoreContainer CORE = CoreContainer.shared();

    private final Shop shop = new Shop(CORE, new ToyPay());
    private final Statements statements = CORE.get(Statements.class);

    /** A movement on a day of March 2026. */
    private record Move(int day, long cents, String text) {
    }

    @Test
    void shuffled_and_overlapping_files_of_an_account_bring_every_line_once() {
        Random chance = new Random(7);
        List<Move> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(new Move(1 + i / 6, 100 + chance.nextInt(3) * 50L, chance.nextBoolean() ? "coffee" : "cake"));
        }
        List<int[]> splits = new ArrayList<>(List.of(new int[] {1, 4}, new int[] {3, 6}, new int[] {1, 6}, new int[] {6, 10},
                new int[] {5, 8}, new int[] {1, 10}));
        Collections.shuffle(splits, chance);
        for (int[] split : splits) {
            List<Move> part = new ArrayList<>(all.stream().filter(move -> move.day() >= split[0] && move.day() <= split[1]).toList());
            Collections.shuffle(part, chance);
            long before = all.stream().filter(move -> move.day() < split[0]).mapToLong(Move::cents).sum();
            bring(mt940("A" + split[0] + split[1], before, part));
        }
        assertThat(lines()).hasSize(all.size());
        assertThat(lines().stream().mapToLong(line -> line.amount().minorUnits()).sum())
                .isEqualTo(all.stream().mapToLong(Move::cents).sum());
    }

    @Test
    void equal_lines_on_two_pages_of_a_day_survive_even_in_files_of_their_own() {
        bring(mt940("1/1", 1000, List.of(new Move(2, 500, "coffee"), new Move(2, 500, "coffee"))));
        bring(mt940("1/2", 2000, List.of(new Move(2, 500, "coffee"))));
        bring(mt940("1/2", 2000, List.of(new Move(2, 500, "coffee"))));

        assertThat(lines()).hasSize(3);
    }

    @Test
    void an_announced_line_is_replaced_by_the_booked_one_and_is_never_matched() {
        bring(":20:X\n:25:DE02120300000000202051\n:28C:1\n:34F:EUR0,\n:13D:2603021200+0100\n:61:2603020302C5,NTRFA//B1\n:86:coffee\n"
                + ":61:2603020302C7,NTRFA//B2\n:86:cake\n-");
        assertThat(lines()).extracting(StatementLine::state).containsOnly(LineState.PENDING);
        assertThat(shop.in(statements::hasUnmatched)).isFalse();

        bring(":20:X\n:25:DE02120300000000202051\n:28C:1\n:60F:C260301EUR0,\n:61:2603030303C5,NTRFA//B1\n:86:coffee\n:62F:C260303EUR5,\n-");
        assertThat(lines()).extracting(StatementLine::state).containsExactlyInAnyOrder(LineState.PENDING, LineState.OPEN);
        assertThat(lines()).filteredOn(line -> line.state() == LineState.PENDING).extracting(StatementLine::bankReference)
                .containsExactly("B2");
    }

    @Test
    void a_format_without_balances_is_imported_once() {
        String ofx = """
                OFXHEADER:100
                <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>9</BANKACCTFROM><BANKTRANLIST>
                <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260302<TRNAMT>5.00<FITID>1<MEMO>a</STMTTRN>
                <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260302<TRNAMT>5.00<FITID>1<MEMO>b</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS>
                </BANKMSGSRSV1></OFX>
                """;
        assertThat(imported(ofx).lines()).isEqualTo(2);
        assertThat(imported(ofx).known()).hasSize(1);
        assertThat(shop.in(() -> statements.page(0, 1)).rows().getFirst().format()).isEqualTo("ofx");
        assertThat(shop.in(() -> statements.page(0, 1)).rows().getFirst().opening()).isEmpty();
    }

    @Test
    void a_csv_waits_for_its_mapping_and_the_next_of_that_bank_does_not() {
        CsvMappings mappings = CORE.get(CsvMappings.class);
        String first = "Account,Date,Details,Amount\n12-34,03/04/2026,INV-7,5.00\n";
        StatementOutcome.NeedsMapping waits = (StatementOutcome.NeedsMapping) shop.in(() -> statements.bring("bank.csv", bytes(first)));
        CsvProfile guess = waits.suggestion();
        CsvProfile profile = new CsvProfile("", guess.delimiter(), guess.skip(), guess.headings(), DateOrder.MONTH_DAY_YEAR, ".", false, "",
                "USD", guess.columns());

        assertThat(shop.in(() -> mappings.confirm("bank.csv", bytes(first), guess, "Bank")))
                .isInstanceOf(StatementOutcome.Refused.class);
        assertThat(shop.in(() -> mappings.confirm("bank.csv", bytes(first), profile, "Bank")))
                .isInstanceOfSatisfying(StatementOutcome.Imported.class, done -> assertThat(done.lines()).isEqualTo(1));
        assertThat(shop.in(mappings::all)).singleElement().satisfies(saved -> assertThat(saved.profile()).isEqualTo(profile));
        assertThat(imported(first.replace("03/04/2026", "03/05/2026")).lines()).isEqualTo(1);
        assertThat(lines()).extracting(line -> line.bookedOn().toString()).containsExactlyInAnyOrder("2026-03-04", "2026-03-05");
    }

    private static String mt940(String number, long openingCents, List<Move> moves) {
        StringBuilder text = new StringBuilder(":20:X\n:25:DE02120300000000202051\n:28C:" + number + "\n:60F:C260301EUR"
                + decimal(openingCents) + "\n");
        long sum = openingCents;
        for (Move move : moves) {
            text.append(":61:2603%02d03%02dC%sNTRFNONREF\n:86:%s\n".formatted(move.day(), move.day(), decimal(move.cents()), move.text()));
            sum += move.cents();
        }
        int last = moves.stream().mapToInt(Move::day).max().orElse(1);
        return text + ":62F:C2603%02dEUR%s\n-".formatted(last, decimal(sum));
    }

    private static String decimal(long cents) {
        return "%d,%02d".formatted(cents / 100, cents % 100);
    }

    private List<StatementLine> lines() {
        return shop.in(() -> statements.page(0, 100)).rows().stream()
                .flatMap(row -> shop.in(() -> statements.find(row.id())).orElseThrow().lines().stream()).toList();
    }

    private void bring(String text) {
        imported(text);
    }

    private StatementOutcome.Imported imported(String text) {
        StatementOutcome outcome = shop.in(() -> statements.bring("statement", bytes(text)));
        assertThat(outcome).isInstanceOf(StatementOutcome.Imported.class);
        return (StatementOutcome.Imported) outcome;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
