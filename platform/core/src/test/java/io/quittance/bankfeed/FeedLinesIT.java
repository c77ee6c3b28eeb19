package io.quittance.bankfeed;

import static io.quittance.bankfeed.ToyFeed.booked;
import static io.quittance.bankfeed.ToyFeed.eur;
import static io.quittance.bankfeed.ToyFeed.line;
import static io.quittance.bankfeed.ToyFeed.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.reconciliation.CamtText;
import io.quittance.reconciliation.Gap;
import io.quittance.reconciliation.LineState;
import io.quittance.reconciliation.StatementLine;
import io.quittance.spi.bankfeed.FeedAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a feed tells becomes lines of statements, once, whatever files tell, too. */
class FeedLinesIT {

    private final FeedShop world = new FeedShop();

    @Test
    void a_line_of_the_feed_pays_the_invoice_that_it_names_and_told_again_it_changes_nothing() {
        InvoiceId invoice = world.shop.issued("100.00");
        String number = world.shop.in(() -> FeedShop.CORE.get(InvoiceList.class).find(invoice)).orElseThrow().row().number().orElseThrow()
                .text();
        world.bank.tells(line("t1", "2026-03-05", "119.00", "Invoice " + number), line("t2", "2026-03-05", "-5.00", "fee"),
                line("t3", "2026-03-06", "-7.00", "more"));
        ConnectionId id = world.connect();
        world.look(id);
        assertThat(world.shop.in(() -> FeedShop.CORE.get(InvoiceList.class).find(invoice)).orElseThrow().row().status())
                .isEqualTo(InvoiceStatus.RECONCILED);
        world.bank.tellsAllSince("2026-03-01");
        world.bank.tells(line("t1", "2026-03-05", "119.00", "Invoice " + number), line("t2", "2026-03-05", "-5.00", "fee"),
                line("t3", "2026-03-06", "-7.00", "more"));
        world.look(id);
        assertThat(world.booked()).containsExactly("-5.00", "-7.00", "119.00");
    }

    @Test
    void equal_lines_of_a_day_survive_and_are_told_once_by_feed_and_file_whichever_comes_first() {
        world.bank.tells(line("t1", "2026-03-05", "5.00", "coffee"), line("t2", "2026-03-05", "5.00", "coffee"),
                line("t3", "2026-03-05", "9.00", "cake"));
        ConnectionId id = world.connect();
        world.look(id);
        byte[] file = new CamtText("S1").line("2026-03-05", 500, "r1", "COFFEE SHOP").line("2026-03-05", 500, "r2", "COFFEE SHOP")
                .line("2026-03-05", 500, "r3", "COFFEE SHOP").line("2026-03-06", 700, "r4", "LATER").closing();
        assertThat(world.file(file).lines()).as("the third coffee and what is later").isEqualTo(2);
        assertThat(world.booked()).containsExactly("5.00", "5.00", "5.00", "7.00", "9.00");
        world.bank.tells(line("t4", "2026-03-06", "7.00", "later"), line("t5", "2026-03-05", "5.00", "coffee"));
        world.look(id);
        assertThat(world.booked()).as("the feed has caught up").containsExactly("5.00", "5.00", "5.00", "7.00", "9.00");
        world.file(new CamtText("S2").line("2026-03-05", 900, "r0", "CAKE").line("2026-03-06", 700, "r4", "LATER").closing());
        assertThat(world.booked()).as("an overlapping file").containsExactly("5.00", "5.00", "5.00", "7.00", "9.00");
    }

    @Test
    void an_announced_line_gives_way_to_the_booked_one() {
        world.bank.tells(pending("p1", "2026-03-05", "20.00", "card"), pending("p2", "2026-03-05", "30.00", "card"));
        ConnectionId id = world.connect();
        world.look(id);
        assertThat(world.booked(LineState.PENDING)).containsExactly("20.00", "30.00");
        world.bank.tells(booked("t1", "p1", "2026-03-07", "21.50", "card with tip"));
        world.bank.removes("p2");
        world.look(id);
        assertThat(world.booked(LineState.PENDING)).isEmpty();
        assertThat(world.booked()).containsExactly("21.50");
    }

    @Test
    void a_booked_line_that_the_bank_takes_back_stays_as_a_discrepancy_and_is_itself_again_when_it_returns() {
        world.bank.tells(line("t1", "2026-03-05", "40.00", "salary"), line("t2", "2026-03-05", "41.00", "other"));
        ConnectionId id = world.connect();
        world.look(id);
        world.bank.removes("t1");
        world.look(id);
        StatementLine gone = world.lines().stream().filter(each -> each.amount().equals(eur("40.00"))).findFirst().orElseThrow();
        assertThat(gone.state()).isEqualTo(LineState.DISCREPANCY);
        assertThat(gone.gap()).contains(Gap.REVERSED);
        assertThat(gone.expected()).contains(eur("0.00"));
        world.bank.tells(line("t9", "2026-03-05", "40.00", "salary again"));
        world.look(id);
        assertThat(world.booked(LineState.OPEN)).as("under another id").containsExactly("40.00", "41.00");
        assertThat(world.lines()).hasSize(2);
    }

    @Test
    void what_a_bank_that_tells_all_tells_no_more_is_a_discrepancy_unless_a_file_shows_it() {
        world.bank.tellsAllSince("2026-03-01");
        world.bank.tells(line("t1", "2026-03-05", "40.00", "one"), line("t2", "2026-03-05", "41.00", "two"),
                line("t3", "2026-02-05", "42.00", "before"));
        ConnectionId id = world.connect();
        world.look(id);
        world.file(new CamtText("S1").line("2026-03-05", 4100, "r1", "TWO").closing());
        world.bank.tellsAllSince("2026-03-01");
        world.look(id);
        assertThat(world.booked(LineState.DISCREPANCY)).containsExactly("40.00");
        assertThat(world.booked(LineState.OPEN)).containsExactly("41.00", "42.00");
        world.bank.tells(line("t1", "2026-03-05", "39.00", "one"));
        world.look(id);
        assertThat(world.lines()).filteredOn(each -> each.state() == LineState.DISCREPANCY).singleElement()
                .satisfies(each -> assertThat(each.expected()).as("shown with another amount").contains(eur("39.00")));
    }

    @Test
    void the_banks_balance_is_held_against_the_lines() {
        world.bank.tells(line("t1", "2026-03-05", "40.00", "one"));
        world.bank.holds("140.00");
        ConnectionId id = world.connect();
        assertThat(world.look(id).accounts().getFirst().gap()).isEmpty();
        world.bank.tells(line("t2", "2026-03-06", "-15.00", "two"));
        world.bank.holds("125.00");
        assertThat(world.look(id).accounts().getFirst().gap()).isEmpty();
        world.bank.holds("120.00");
        assertThat(world.look(id).accounts().getFirst().gap()).as("a line is missing").contains(eur("-5.00"));
        world.bank.tells(line("t3", "2026-03-06", "-5.00", "late"));
        assertThat(world.look(id).accounts().getFirst().gap()).isEmpty();
    }

    @Test
    void a_torn_look_takes_nothing_in() {
        world.bank.tells(line("t1", "2026-03-05", "1.00", "one"));
        ConnectionId id = world.connect();
        world.look(id);
        world.bank.tells(line("t2", "2026-03-05", "2.00", "two"));
        world.bank.answers(new FeedAnswer.NoAnswer<>("the bank is closed"));
        Connection torn = world.look(id);
        assertThat(torn.trouble()).isEqualTo("the bank is closed");
        assertThat(torn.failures()).isEqualTo(1);
        assertThat(world.booked()).isEqualTo(List.of("1.00"));
        assertThat(world.look(id).trouble()).isEmpty();
        assertThat(world.booked()).containsExactly("1.00", "2.00");
    }
}
