package io.quittance.plugins.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.spi.gateway.BankFiles.Collection;
import io.quittance.spi.gateway.BankFiles.Debit;
import io.quittance.spi.gateway.BankFiles.Group;
import io.quittance.spi.gateway.BankFiles.Mandate;
import io.quittance.spi.gateway.BankFiles.Result;
import io.quittance.spi.gateway.BankFiles.Scheme;
import io.quittance.spi.gateway.BankFiles.Sequence;
import io.quittance.spi.gateway.GatewayCall;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class CollectionFileTest {

    private final BankTransferGateway bank = new BankTransferGateway();

    private static Collection collection() {
        Debit b2b = BankWorld.debit("E5", "999999999.99", Sequence.RECURRING, "2026-03-17");
        return new Collection("Q1", BankWorld.NOW, List.of(
            BankWorld.debit("E1", "0.01", Sequence.FIRST, "2026-03-16"), BankWorld.debit("E2", "100.10", Sequence.RECURRING, "2026-03-16"),
            BankWorld.debit("E3", "20.00", Sequence.FIRST, "2026-03-16"), BankWorld.debit("E4", "5.00", Sequence.FINAL, "2026-03-17"),
            new Debit("E5", b2b.amount(), b2b.payer(), new Mandate("M", b2b.mandate().signedOn(), Scheme.B2B), Sequence.RECURRING,
                b2b.collectOn(), ""), BankWorld.debit("E6", "7.00", Sequence.ONE_OFF, "2026-03-17")));
    }

    @Test
    void both_formats_hold_to_their_schemas() throws IOException, SAXException {
        Result.Written now = BankWorld.written(bank.collect(collection(), BankWorld.call()));
        BankWorld.assertValid("pain.008.001.08", now.content());
        assertThat(now.fileName()).isEqualTo("Q1.pain.008.001.08.xml");
        GatewayCall older = BankWorld.call(BankForm.FORMAT, "2009", BankForm.BIC, "");
        BankWorld.assertValid("pain.008.001.02", BankWorld.written(bank.collect(collection(), older)).content());
    }

    @Test
    void orders_are_grouped_by_day_scheme_and_sequence_and_every_sum_is_exact() {
        Result.Written written = BankWorld.written(bank.collect(collection(), BankWorld.call()));
        assertThat(written.groups()).containsExactly(new Group("Q1-1", List.of("E1", "E3")), new Group("Q1-2", List.of("E2")),
            new Group("Q1-3", List.of("E4")), new Group("Q1-4", List.of("E5")), new Group("Q1-5", List.of("E6")));
        assertThat(BankWorld.at(written.content(), "//PmtInf/PmtInfId")).containsExactly("Q1-1", "Q1-2", "Q1-3", "Q1-4", "Q1-5");
        assertThat(BankWorld.at(written.content(), "//PmtTpInf/SeqTp")).containsExactly("FRST", "RCUR", "FNAL", "RCUR", "OOFF");
        assertThat(BankWorld.at(written.content(), "//PmtTpInf/LclInstrm/Cd")).containsExactly("CORE", "CORE", "CORE", "B2B", "CORE");
        assertThat(BankWorld.at(written.content(), "//PmtInf/CtrlSum"))
            .containsExactly("20.01", "100.10", "5.00", "999999999.99", "7.00");
        assertThat(BankWorld.at(written.content(), "//GrpHdr/CtrlSum")).containsExactly("1000000132.10");
        assertThat(BankWorld.at(written.content(), "//GrpHdr/NbOfTxs")).containsExactly("6");
        assertThat(BankWorld.at(written.content(), "//InstdAmt")).startsWith("0.01", "20.00", "100.10");
        assertThat(BankWorld.at(written.content(), "//BtchBookg")).containsOnly("true");
    }

    @Test
    void texts_of_others_arrive_in_the_banks_letters_and_a_missing_bank_is_said_to_be_missing() {
        byte[] content = BankWorld.written(bank.collect(collection(), BankWorld.call(BankForm.SINGLE, "true"))).content();
        assertThat(BankWorld.at(content, "//InitgPty/Nm")).containsExactly("Nordwind Grosshandel GmbH + Co. KG");
        assertThat(BankWorld.at(content, "//Dbtr/Nm")).containsOnly("Zizkov + Soehne");
        assertThat(BankWorld.at(content, "//RmtInf/Ustrd")).containsOnly("Rechnung INV-2026-1 . Mueller").hasSize(5);
        assertThat(BankWorld.at(content, "//DbtrAgt/FinInstnId/Othr/Id")).hasSize(6).containsOnly("NOTPROVIDED");
        assertThat(BankWorld.at(content, "//CdtrAgt/FinInstnId/BICFI")).containsOnly("SOGEDEFFXXX");
        assertThat(BankWorld.at(content, "//CdtrSchmeId/Id/PrvtId/Othr/Id")).containsOnly(BankWorld.CREDITOR);
        assertThat(BankWorld.at(content, "//BtchBookg")).containsOnly("false");
    }

    @Test
    void a_day_is_late_enough_for_the_notice_and_the_banks_are_open_on_it() {
        assertThat(bank.collectionDay(LocalDate.parse("2026-03-03"), BankWorld.call())).isEqualTo("2026-03-16");
        assertThat(bank.collectionDay(LocalDate.parse("2026-04-03"), BankWorld.call())).as("Good Friday").isEqualTo("2026-04-07");
        GatewayCall agreed = BankWorld.call(BankForm.NOTICE, "1");
        assertThat(bank.collectionDay(LocalDate.parse("2026-01-01"), agreed)).isEqualTo("2026-03-03");
        GatewayCall lateEvening = BankWorld.call(Instant.parse("2026-03-02T23:30:00Z"), BankForm.NOTICE, "1");
        assertThat(bank.collectionDay(LocalDate.parse("2026-01-01"), lateEvening)).as("it is tomorrow there").isEqualTo("2026-03-04");
    }

    @Test
    void what_a_bank_would_refuse_is_refused_with_the_reason() {
        assertThat(reason(new Collection("Q", BankWorld.NOW, List.of()), BankWorld.call())).contains("nothing");
        assertThat(reason(collection(), BankWorld.call(BankForm.CREDITOR, ""))).contains("creditor identifier");
        assertThat(reason(collection(), BankWorld.call(BankForm.CREDITOR, "DE97ZZZ09999999999"))).contains("creditor identifier");
        assertThat(reason(collection(), BankWorld.call(BankForm.IBAN, "DE76512108001245126199"))).contains("IBAN");
        assertThat(reason(one(BankWorld.debit("E", "1.00", Sequence.FIRST, "2026-03-15")), BankWorld.call())).contains("day");
        assertThat(reason(one(BankWorld.debit("E", "1.00", Sequence.FIRST, "2026-04-06")), BankWorld.call())).as("Easter").contains("day");
        assertThat(reason(one(BankWorld.debit("E", "1000000000.00", Sequence.FIRST, "2026-03-16")), BankWorld.call())).contains("euro");
        Debit twice = BankWorld.debit("E", "1.00", Sequence.FIRST, "2026-03-16");
        assertThat(reason(new Collection("Q", BankWorld.NOW, List.of(twice, twice)), BankWorld.call())).contains("same name");
    }

    private static Collection one(Debit debit) {
        return new Collection("Q", BankWorld.NOW, List.of(debit));
    }

    private String reason(Collection collection, GatewayCall call) {
        Result result = bank.collect(collection, call);
        assertThat(result).isInstanceOf(Result.Refused.class);
        assertThat(((Result.Refused) result).reason().de()).isNotBlank();
        return ((Result.Refused) result).reason().en();
    }
}
