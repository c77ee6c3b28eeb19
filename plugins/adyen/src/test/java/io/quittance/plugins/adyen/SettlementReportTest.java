package io.quittance.plugins.adyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settlement details report, with the columns that Adyen documents. */
class SettlementReportTest {

    private static final String HEAD = "Company Account,Merchant Account,Psp Reference,Merchant Reference,Payment Method,Creation Date,"
        + "TimeZone,Type,Modification Reference,Gross Currency,Gross Debit (GC),Gross Credit (GC),Exchange Rate,Net Currency,"
        + "Net Debit (NC),Net Credit (NC),Commission (NC),Markup (NC),Scheme Fees (NC),Interchange (NC),Batch Number\n";

    static final String REPORT = HEAD + """
        Acme,AcmeECOM,PSP1,quittance-a,visa,2026-02-27 10:00:00,CET,Settled,CP1,EUR,,100.00,1,EUR,,98.60,,0.60,0.10,0.70,7
        Acme,AcmeECOM,PSP2,quittance-b,mc,2026-02-27 11:00:00,CET,Settled,CP2,USD,,50.00,0.92,EUR,,45.50,0.50,,,,7
        Acme,AcmeECOM,PSP1,"quittance-r, part",visa,2026-02-28 10:00:00,CET,Refunded,RF1,EUR,20.00,,1,EUR,20.00,,,,,,7
        Acme,AcmeECOM,,,,2026-03-01 00:10:00,CET,Fee,"Transaction Fees February 2026",EUR,3.10,,1,EUR,3.10,,,,,,7
        Acme,AcmeECOM,,,,2026-03-01 01:00:00,CET,MerchantPayout,"TX88XT batch 7, AcmeECOM",EUR,,,,EUR,121.00,,,,,,7
        """;

    private static final String NAME = "settlement_detail_report_batch_7.csv";

    @Test
    void a_batch_is_a_payout_with_its_payments_its_fees_and_its_conversions() throws NoAnswer, Unreadable {
        List<PaymentEvent> events = SettlementReport.read(NAME, REPORT);
        PaymentEvent.Payout payout = (PaymentEvent.Payout) events.getFirst();
        assertThat(payout.net()).isEqualTo(Money.ofMinor(12_100, "EUR"));
        // 0.60 + 0.10 + 0.70 + 0.50, and 3.10 a month
        assertThat(payout.fee()).isEqualTo(Money.ofMinor(500, "EUR"));
        assertThat(payout.gross()).isEqualTo(Money.ofMinor(12_600, "EUR"));
        assertThat(payout.payments()).containsExactly(new GatewayPaymentId("PSP1"), new GatewayPaymentId("PSP2"));
        assertThat(payout.bankReference()).isEqualTo("TX88XT batch 7, AcmeECOM");
        assertThat(payout.arrivesOn()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(payout.conversions()).containsExactly(new PaymentEvent.Conversion(new GatewayPaymentId("PSP2"),
            Money.ofMinor(5_000, "USD"), Money.ofMinor(4_600, "EUR"), new BigDecimal("0.92")));
        assertThat(((PaymentEvent.Fee) events.get(1)).amount()).isEqualTo(payout.fee());
    }

    @ParameterizedTest
    @CsvSource({"DepositCorrection, '11.00,', 110.00, 11.00", "DepositCorrection, ',11.00', 132.00, -11.00",
        "Balancetransfer, ',4.00', 125.00, -4.00", "Balancetransfer, '121.00,', 0.00, 121.00"})
    void what_is_withheld_or_carried_over_is_a_reserve_and_no_turnover(String type, String debitCredit, String paid, String reserve)
            throws NoAnswer, Unreadable {
        String row = "Acme,AcmeECOM,,,,2026-03-01 00:30:00,CET," + type + ",,EUR,,,1,EUR," + debitCredit + ",,,,,7\n";
        PaymentEvent.Payout payout = (PaymentEvent.Payout) SettlementReport.read(NAME, REPORT.replace("121.00", paid) + row).getFirst();
        assertThat(payout.reserve()).isEqualTo(Money.parse(reserve, payout.net().currency()));
        assertThat(payout.gross()).isEqualTo(Money.ofMinor(12_600, "EUR"));
        assertThat(payout.net()).isEqualTo(Money.parse(paid, payout.net().currency()));
    }

    @Test
    void a_batch_that_does_not_add_up_is_for_a_person() {
        assertThatExceptionOfType(NoAnswer.class).isThrownBy(() -> SettlementReport.read(NAME, REPORT.replace("121.00", "120.00")))
            .satisfies(odd -> assertThat(odd.kind()).isEqualTo(NoAnswer.Kind.PERSON)).withMessageContaining("120.00");
    }

    @Test
    void a_batch_that_pays_nothing_out_tells_nothing() throws NoAnswer, Unreadable {
        assertThat(SettlementReport.read(NAME, HEAD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b\n1\n", "a\n\"1\n", "Type\nMerchantPayout\n"})
    void a_report_of_another_shape_is_unreadable(String csv) {
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> SettlementReport.read(NAME, csv));
    }
}
