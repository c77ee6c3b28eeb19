package io.quittance.plugins.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.spi.bank.Iban;
import io.quittance.spi.gateway.BankFiles.Account;
import io.quittance.spi.gateway.BankFiles.Credit;
import io.quittance.spi.gateway.BankFiles.Result;
import io.quittance.spi.gateway.BankFiles.Transfers;
import io.quittance.spi.gateway.PaymentInstruction.Due;
import io.quittance.spi.gateway.PaymentInstruction.Line;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class TransferFileTest {

    private final BankTransferGateway bank = new BankTransferGateway();

    private static Transfers transfers() {
        return new Transfers("Q2", BankWorld.NOW, LocalDate.parse("2026-03-02"), List.of(BankWorld.credit("R1", "19.99"),
            new Credit("R2", BankWorld.euro("0.01"), BankWorld.payer("Zoë"), "")));
    }

    @Test
    void both_formats_hold_to_their_schemas() throws IOException, SAXException {
        BankWorld.assertValid("pain.001.001.09", BankWorld.written(bank.transfer(transfers(), BankWorld.call())).content());
        BankWorld.assertValid("pain.001.001.03",
            BankWorld.written(bank.transfer(transfers(), BankWorld.call(BankForm.FORMAT, "2009", BankForm.BIC, ""))).content());
    }

    @Test
    void the_file_says_who_gets_how_much() {
        Result.Written written = BankWorld.written(bank.transfer(transfers(), BankWorld.call()));
        assertThat(written.groups()).singleElement().satisfies(group -> assertThat(group.endToEnds()).containsExactly("R1", "R2"));
        assertThat(BankWorld.at(written.content(), "//CtrlSum")).containsOnly("20.00");
        assertThat(BankWorld.at(written.content(), "//ReqdExctnDt/Dt")).containsExactly("2026-03-02");
        assertThat(BankWorld.at(written.content(), "//Cdtr/Nm")).containsExactly("Juergen Gross", "Zoe");
        assertThat(BankWorld.at(written.content(), "//CdtrAcct/Id/IBAN"))
            .containsExactly("DE89370400440532013000", "FR1420041010050500013M02606");
        assertThat(BankWorld.at(written.content(), "//DbtrAcct/Id/IBAN")).containsExactly("DE75512108001245126199");
        assertThat(BankWorld.at(written.content(), "//EndToEndId")).containsExactly("R1", "R2");
    }

    @Test
    void nobody_outside_of_sepa_is_paid_so() {
        Credit abroad = new Credit("R", BankWorld.euro("1.00"), new Account("Ana", new Iban("BR1800360305000010009795493C1"),
            Optional.empty()), "");
        assertThat(bank.transfer(new Transfers("Q", BankWorld.NOW, LocalDate.parse("2026-03-02"), List.of(abroad)), BankWorld.call()))
            .isInstanceOfSatisfying(Result.Refused.class, refused -> assertThat(refused.reason().en()).contains("Ana"));
    }

    @Test
    void payers_are_told_the_account_and_the_reference_to_quote() {
        assertThat(bank.instruct(new Due(BankWorld.euro("5.00"), "RF18539007547034", "Ada"), BankWorld.call()).lines())
            .extracting(Line::value)
            .containsExactly("Nordwind Großhandel GmbH & Co. KG", "DE75 5121 0800 1245 1261 99", "SOGEDEFFXXX", "RF18 5390 0754 7034");
    }

    /** Easter Sundays from the tables of the Physikalisch-Technische Bundesanstalt. */
    @Test
    void bank_holidays_move_with_easter() {
        assertThat(List.of(2000, 2008, 2019, 2024, 2025, 2026, 2038).stream().map(Year::of).map(BankDays::easter).map(LocalDate::toString))
            .containsExactly("2000-04-23", "2008-03-23", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25");
        assertThat(BankDays.onOrAfter(LocalDate.parse("2026-12-25"))).isEqualTo("2026-12-28");
        assertThat(BankDays.onOrAfter(LocalDate.parse("2026-10-03"))).as("no holiday of TARGET").isEqualTo("2026-10-05");
        assertThat(BankDays.isOpen(LocalDate.parse("2026-05-01"))).isFalse();
    }

    /** The example of EPC262-08 for Germany; the business code may be any. */
    @Test
    void a_creditor_identifier_holds_whatever_its_business_code() {
        assertThat(CreditorIdentifier.isValid("DE98ZZZ09999999999")).isTrue();
        assertThat(CreditorIdentifier.isValid("DE98ABC09999999999")).isTrue();
        assertThat(CreditorIdentifier.isValid("DE98ZZZ09999999998")).isFalse();
        assertThat(CreditorIdentifier.isValid("ZZ")).isFalse();
    }
}
